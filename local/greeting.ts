import path from 'node:path';
import { CREDENTIALS } from './credentials.ts';
import { NOTICES_LOG, type RunningSystem } from './system.ts';
import { REGION } from './wiring/names.ts';

/** What the one who started the system is told once it is up; `people`: who may sign in. */
export function greeting(
  { s3, portal, publicSite, names }: RunningSystem,
  dataFolder: string,
  people: string,
): string {
  const { accessKeyId, secretAccessKey } = CREDENTIALS;
  const { UploadsBucket: uploads, OutputsBucket: outputs } = names;
  return `
绩效本机系统已启动 / the local system is up

  门户 portal         ${portal ?? '—'}
  公开网站 public     ${publicSite ?? '—'}
  账号 accounts       ${people}
  S3 地址 endpoint    ${s3}    (path style)
  区域 region         ${REGION}
  密钥 credentials    ${accessKeyId} / ${secretAccessKey}
  上传到 upload to    s3://${uploads}/uploads/<年度 period>/<单位代码 unit>/<文件 file>.xlsx
  输出在 outputs in   s3://${outputs}/submissions/…  s3://${outputs}/summaries/…
  通知在 notices in   ${path.join(dataFolder, 'logs', NOTICES_LOG)}
  数据目录 data       ${dataFolder}

  AWS_ACCESS_KEY_ID=${accessKeyId} AWS_SECRET_ACCESS_KEY=${secretAccessKey} AWS_REGION=${REGION} \\
  aws --endpoint-url ${s3} s3 cp 自评表.xlsx s3://${uploads}/uploads/2021/LG-FGJ/

按 Ctrl+C 停止 / Ctrl+C stops it
`;
}

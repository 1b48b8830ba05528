import { hostname, userInfo } from 'node:os';
import { S3ServiceException } from '@aws-sdk/client-s3';
import { purgePorts } from '../../functions/purge-ports.ts';
import { workQueues } from '../../functions/sqs-redrive.ts';
import type { PurgePorts } from '../../shared/operator-ports.ts';
import {
  type PurgeReport,
  purge as purgeKey,
  QUIET_MINUTES,
} from '../../shared/purge/purge-key.ts';
import { survey } from '../../shared/purge/survey.ts';
import type { RevisionKey, Upload } from '../../shared/upload.ts';
import { printable } from '../printable.ts';
import { type Installation, openInstallation, operatorOptions } from './installation.ts';
import { print } from './print.ts';
import { UsageError } from './usage-error.ts';

/** Characters of a reason or a name that the audit line keeps at most. */
const LONGEST_NOTE = 500;

/** `jixiao purge KEY`: removes an upload and everything made of it, for good. */
export async function purge(args: readonly string[]): Promise<number> {
  const options = operatorOptions(args, [
    ...(['reason', 'by', 'dry-run', 'stack', 'local', 'port'] as const),
    ...(['table', 'uploads', 'outputs'] as const),
  ]);
  const [key, ...more] = options.positionals;
  if (key === undefined || more.length > 0) {
    throw new UsageError(
      'jixiao purge 要一个上传键 uploads/年度/单位代码/文件 / takes one key uploads/PERIOD/UNIT/FILE',
    );
  }
  const request = { key, by: noteOf('by', options.values.by ?? asker()), reason: '' };
  const isRehearsal = options.values['dry-run'] === true;
  const isLocal = options.values.local === true;
  const reason = isRehearsal ? '' : noteOf('reason', options.values.reason ?? '');
  const installation = openInstallation(options);
  try {
    const ports = await portsOf(installation);
    if (isRehearsal) return await rehearse(key, ports);
    const code = await remove({ ...request, reason }, ports);
    if (isLocal && code === 0) print(START_ANEW);
    return code;
  } catch (error) {
    throw error instanceof S3ServiceException && error.name === 'AccessDenied' ? REFUSED : error;
  } finally {
    installation.close();
  }
}

const REFUSED = new UsageError(
  'S3 拒绝：没有权限，或对象锁定尚未到期，见 docs/deploy.md / S3 refuses: no right to it, or an object lock still holds',
);

const START_ANEW =
  '请把本机系统停止再启动一次：数据目录里删去的内容到那时才从磁盘文件中抹去 / stop and start the local system once: what was deleted is wiped from the files of its data folder by then';

const asker = (): string => `${userInfo().username}@${hostname()}`;

function noteOf(option: string, text: string): string {
  if (text.trim() !== '' && text.length <= LONGEST_NOTE) return text;
  throw new UsageError(
    `--${option} 必填，至多 ${LONGEST_NOTE} 字 / is needed, ${LONGEST_NOTE} characters at most`,
  );
}

async function portsOf(installation: Installation): Promise<PurgePorts> {
  const queues = await workQueues(installation.sqs, installation.queuePrefix);
  const urlOf = (what: string): string => {
    const found = queues.find(({ name }) => new RegExp(`${what}-?queue`, 'i').test(name));
    if (found !== undefined) return found.url;
    throw new UsageError(
      `找不到 ${what} 队列，请核对 --stack / no ${what} queue found: see --stack`,
    );
  };
  return purgePorts(installation, {
    table: installation.nameOf('table'),
    uploads: installation.nameOf('uploads'),
    outputs: installation.nameOf('outputs'),
    summariseQueue: urlOf('summarise'),
    publishQueue: urlOf('publish'),
  });
}

async function rehearse(key: string, ports: PurgePorts): Promise<number> {
  const { chosen, versions, judgedAgainst } = await survey(key, ports);
  if (chosen.length === 0) return nothingThere(key);
  for (const upload of chosen) print(lineFor(upload));
  print(`将清除 ${versions.length} 个版本 / versions to be purged`);
  warnOf(judgedAgainst);
  return 0;
}

async function remove(
  request: { readonly key: string; readonly by: string; readonly reason: string },
  ports: PurgePorts,
): Promise<number> {
  const report = await purgeKey(request, ports, (first) => {
    print(amounts(first));
    print(
      `再等 ${QUIET_MINUTES} 分钟，待正在处理的都结束后再清一遍；中断了就再运行一次 / once more in ${QUIET_MINUTES} minutes, when whatever is at work is over; if broken off, run it again`,
    );
  });
  if (report.uploads.length === 0) return nothingThere(request.key);
  print(amounts(report));
  for (const upload of report.uploads) print(lineFor(upload));
  warnOf(report.judgedAgainst);
  return 0;
}

function nothingThere(key: string): number {
  print(`${printable(key)}：没有上传过，或已不在 / nothing was uploaded there`);
  return 1;
}

const lineFor = ({ id, eventTime, key, revision }: Upload): string =>
  `  ${id}  ${eventTime}  ${revision === null ? '—' : `第 ${revision} 版`}  ${printable(key)}`;

const amounts = ({ uploads, versions, outputs, summaries }: PurgeReport): string =>
  `已清除：上传 ${uploads.length} 次，文件 ${versions} 个版本，结果 ${outputs} 个版本，汇总表 ${summaries} 个版本 / purged: uploads, versions of files, of outputs, of summaries`;

function warnOf(judgedAgainst: readonly RevisionKey[]): void {
  if (judgedAgainst.length === 0) return;
  print('以下版次曾与它比较，校验结果中可能引用其项目名称或金额，请查看，必要时一并清除：');
  print('these were judged against it and may quote it; look, and purge them too if need be:');
  for (const { period, submitter, revision } of judgedAgainst) {
    print(`  ${period} ${submitter} 第 ${revision} 版`);
  }
}

import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { announceUploads } from './announce-uploads.ts';
import { CREDENTIALS } from './credentials.ts';
import { optionsOf, runMain } from './main-line.ts';
import { openStore, seedSamples } from './open-store.ts';
import { StartError } from './start-error.ts';
import { type RunningSystem, startSystem } from './system.ts';
import { REGION } from './wiring/names.ts';

const HELP = `npm start [-- --port N] [-- --data DIR]

启动整套系统并保持运行。--port 默认 9400（S3；其后两个端口给 DynamoDB 和 SQS），--data 默认 .data/。
Starts the whole system and keeps it running. --port: S3, and the two after it for DynamoDB and SQS.
`;

const PORT = '9400';
const DATA = fileURLToPath(new URL('../.data', import.meta.url));

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

await runMain(async () => {
  const options = optionsOf({
    port: { type: 'string', default: PORT },
    data: { type: 'string', default: DATA },
    help: { type: 'boolean', short: 'h' },
  });
  if (options.help) return say(HELP);
  const port = portFrom(String(options.port));
  const dataFolder = path.resolve(String(options.data));
  const announcer = announceUploads(say);
  const system = await startSystem({
    dataFolder,
    ports: { s3: port, dynamoDb: port + 1, queues: port + 2 },
    log: say,
    prepare: seedSamples,
    created: announcer.stored,
  });
  const store = openStore(system);
  await announcer.follow(store.submissions);
  say(greeting(system, dataFolder));

  await interrupted();
  say('正在停止…… / stopping');
  await announcer.stop();
  store.close();
  await system.stop();
});

function portFrom(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= 65_533) return port;
  throw new StartError(
    `--port 应为 1 到 65533 的整数，不是“${text}”`,
    `--port must be a whole number from 1 to 65533, not “${text}”`,
  );
}

/** Resolves at the first Ctrl+C; a second one ends the process at once, as a kill would. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolve());
    }
  });
}

function greeting({ s3, names }: RunningSystem, dataFolder: string): string {
  const { accessKeyId, secretAccessKey } = CREDENTIALS;
  const { UploadsBucket: uploads, OutputsBucket: outputs } = names;
  return `
绩效本机系统已启动 / the local system is up

  S3 地址 endpoint    ${s3}    (path style)
  区域 region         ${REGION}
  密钥 credentials    ${accessKeyId} / ${secretAccessKey}
  上传到 upload to    s3://${uploads}/uploads/<年度 period>/<单位代码 unit>/<文件 file>.xlsx
  输出在 outputs in   s3://${outputs}/submissions/…  s3://${outputs}/summaries/…
  数据目录 data       ${dataFolder}

  AWS_ACCESS_KEY_ID=${accessKeyId} AWS_SECRET_ACCESS_KEY=${secretAccessKey} AWS_REGION=${REGION} \\
  aws --endpoint-url ${s3} s3 cp 自评表.xlsx s3://${uploads}/uploads/2021/LG-FGJ/

按 Ctrl+C 停止 / Ctrl+C stops it
`;
}

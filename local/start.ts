import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type RegisterFiles, readRegisterFiles } from '../functions/register-files.ts';
import { announceUploads } from './announce-uploads.ts';
import { CREDENTIALS } from './credentials.ts';
import { fontsFolder } from './fonts-folder.ts';
import { optionsOf, runMain } from './main-line.ts';
import { hasRegister, seedFiles, seedSamples } from './open-store.ts';
import { FREE_PORTS, type Ports } from './ports.ts';
import { StartError } from './start-error.ts';
import { NOTICES_LOG, type RunningSystem, startSystem } from './system.ts';
import { REGION } from './wiring/names.ts';

const HELP = `npm start [-- --port N --data DIR --units FILE.csv --periods FILE.json --fonts DIR]

启动整套系统并保持运行 / starts the whole system and keeps it running

  --port N    S3 的端口，其后两个给 DynamoDB 和 SQS；0 为任选空闲端口；默认 9400
              port of S3, the two behind it for DynamoDB and SQS; 0 takes free ones
  --data DIR  数据目录，默认 .data/ / where everything is kept
  --units FILE.csv      单位名册；省略时，空的数据目录装入示例单位
                        register of units; without it an empty data folder gets the sample units
  --periods FILE.json   年度：表式、起止日期、应报单位，见 docs/deploy.md；与 --units 同用
                        periods: forms, dates, who owes a return; goes with --units
  --fonts DIR 自备字体的目录，内有 fonts.json；也可用环境变量 JIXIAO_FONTS
              fonts of your own, with a fonts.json; or the variable JIXIAO_FONTS
`;

/** Milliseconds within which two signals are one. */
const SAME_INTERRUPT = 1000;
const PORT = '9400';
const DATA = fileURLToPath(new URL('../.data', import.meta.url));

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

await runMain(async () => {
  const options = optionsOf({
    port: { type: 'string', default: PORT },
    data: { type: 'string', default: DATA },
    units: { type: 'string' },
    periods: { type: 'string' },
    fonts: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (options.help) return say(HELP);
  const dataFolder = path.resolve(String(options.data));
  const files = filesFrom(options.units, options.periods);
  const announcer = announceUploads(say);
  const system = await startSystem({
    dataFolder,
    fonts: fontsFolder(options.fonts),
    ports: portsFrom(String(options.port)),
    log: say,
    async prepare(endpoints) {
      if (files !== null) await seedFiles(endpoints, files);
      else if (!(await hasRegister(endpoints))) await seedSamples(endpoints);
      await announcer.follow(endpoints);
    },
    created: announcer.stored,
  });
  say(greeting(system, dataFolder));

  await interrupted();
  say('正在停止…… / stopping');
  await announcer.stop();
  await system.stop();
});

/** The register and periods asked for; null when none was. Throws StartError for files that are none. */
function filesFrom(units: unknown, periods: unknown): RegisterFiles | null {
  if (units === undefined && periods === undefined) return null;
  if (units === undefined) {
    throw new StartError('--periods 须与 --units 同用', '--periods goes with --units');
  }
  const periodsFile = periods === undefined ? undefined : String(periods);
  try {
    return readRegisterFiles(String(units), periodsFile);
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error));
  }
}

/** S3 at the port asked for, the others behind it; 0 takes free ones. */
function portsFrom(text: string): Ports {
  const port = Number(text);
  if (port === 0) return FREE_PORTS;
  if (Number.isInteger(port) && port > 0 && port <= 65_533) {
    return { s3: port, dynamoDb: port + 1, queues: port + 2 };
  }
  throw new StartError(
    `--port 应为 0 到 65533 的整数，不是“${text}”`,
    `--port must be a whole number from 0 to 65533, not “${text}”`,
  );
}

/**
 * Resolves at the first Ctrl+C; a later one ends the process at once, as a kill would. One Ctrl+C may
 * arrive twice: from the terminal, and passed on by the Node that started this one.
 */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null;
    const interrupt = (): void => {
      if (first !== null && Date.now() - first > SAME_INTERRUPT) process.exit(130);
      first ??= Date.now();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
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
  通知在 notices in   ${path.join(dataFolder, 'logs', NOTICES_LOG)}
  数据目录 data       ${dataFolder}

  AWS_ACCESS_KEY_ID=${accessKeyId} AWS_SECRET_ACCESS_KEY=${secretAccessKey} AWS_REGION=${REGION} \\
  aws --endpoint-url ${s3} s3 cp 自评表.xlsx s3://${uploads}/uploads/2021/LG-FGJ/

按 Ctrl+C 停止 / Ctrl+C stops it
`;
}

import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type RegisterFiles, readRegisterFiles } from '../functions/register-files.ts';
import { announceUploads } from './announce-uploads.ts';
import { examplePeriod } from './examples/example-period.ts';
import { liveExamples } from './examples/living-examples.ts';
import { isExample } from './examples/send-examples.ts';
import { fontsFolder } from './fonts-folder.ts';
import { greeting } from './greeting.ts';
import { optionsOf, runMain } from './main-line.ts';
import { hasRegister, seedExamples, seedFiles, seedSamples } from './open-store.ts';
import { letPeopleIn } from './people.ts';
import { askForSite } from './portal/ask-for-site.ts';
import { builtPortal } from './portal/built-portal.ts';
import { publishLocally } from './portal/publish-locally.ts';
import { FREE_PORTS, type Ports } from './ports.ts';
import { StartError } from './start-error.ts';
import { startSystem } from './system.ts';

const HELP = `npm start [-- --port N --data DIR --units FILE.csv --periods FILE.json --no-examples --fonts DIR]

启动整套系统并保持运行 / starts the whole system and keeps it running

  --port N    S3 的端口，其后四个给 DynamoDB、SQS、门户和公开网站；0 为任选空闲端口；默认 9400
              port of S3, the four behind it for DynamoDB, SQS, portal and public site; 0 takes free ones
  --data DIR  数据目录，默认 .data/ / where everything is kept
  --units FILE.csv      单位名册；省略时，空的数据目录装入示例单位
                        register of units; without it an empty data folder gets the sample units
  --periods FILE.json   年度：表式、起止日期、应报单位，见 docs/deploy.md；与 --units 同用
                        periods: forms, dates, who owes a return; goes with --units
  --no-examples         空的数据目录只装入样例单位，不装入“示例区”的单位、报送和审核
                        an empty data folder gets the sample units, but no made-up returns
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
    'no-examples': { type: 'boolean' },
    fonts: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (options.help) return say(HELP);
  const dataFolder = path.resolve(String(options.data));
  const files = filesFrom(options.units, options.periods);
  const began = new Date();
  const announcer = announceUploads(say);
  let people = '';
  let isNew = false;
  const withExamples = files === null && !options['no-examples'];
  const pages = await builtPortal(say);
  const system = await startSystem({
    dataFolder,
    fonts: fontsFolder(options.fonts),
    ports: portsFrom(String(options.port)),
    log: say,
    tellsPortal: true,
    async prepare(endpoints) {
      isNew = files === null && !(await hasRegister(endpoints));
      const kept = files === null ? null : await seedFiles(endpoints, files);
      if (kept !== null) say(kept);
      if (isNew && withExamples) await seedExamples(endpoints, began);
      else if (isNew) await seedSamples(endpoints);
      people = await letPeopleIn(endpoints, isNew);
      if (pages !== null) await publishLocally(endpoints, pages);
      await askForSite(endpoints);
      await announcer.follow(endpoints);
    },
    // The examples are told of by those who send them.
    created: (version) => (isExample(version.key) ? undefined : announcer.stored(version)),
  });
  say(greeting(system, dataFolder, people));

  const stopping = new AbortController();
  const examples =
    isNew && withExamples
      ? liveExamples(system, examplePeriod(began).id, say, stopping.signal)
      : Promise.resolve();

  await interrupted();
  say('正在停止…… / stopping');
  stopping.abort();
  await examples;
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
  if (Number.isInteger(port) && port > 0 && port <= 65_531) {
    return {
      s3: port,
      dynamoDb: port + 1,
      queues: port + 2,
      portal: port + 3,
      publicSite: port + 4,
    };
  }
  throw new StartError(
    `--port 应为 0 到 65531 的整数，不是“${text}”`,
    `--port must be a whole number from 0 to 65531, not “${text}”`,
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

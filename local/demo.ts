import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { S3Client } from '@aws-sdk/client-s3';
import { CREDENTIALS } from './credentials.ts';
import { periodsTable, uploadsTable } from './demo-print.ts';
import type { DemoSummary, DemoUpload } from './demo-results.ts';
import { collectSummary, type DemoStage, sendSample } from './demo-run.ts';
import { findSamples } from './demo-samples.ts';
import { optionsOf, runMain } from './main-line.ts';
import { makeNamedFolder } from './make-folder.ts';
import { openStore, seedSamples } from './open-store.ts';
import { type RunningSystem, startSystem } from './system.ts';
import { REGION } from './wiring/names.ts';

const HELP = `npm run demo [-- --out DIR]

启动整套系统（临时数据目录、空闲端口），上传样例工作簿，等待结果，把所有输出复制到 DIR（默认 out/）。
Starts the whole system once, uploads the sample workbooks and copies every output to DIR (out/).
`;

/** Milliseconds after which the demo gives up. */
const PATIENCE = 5 * 60_000;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

await runMain(async () => {
  const options = optionsOf({
    out: { type: 'string', default: 'out' },
    help: { type: 'boolean', short: 'h' },
  });
  if (options.help) return say(HELP);
  const out = path.resolve(String(options.out));
  makeNamedFolder(out, '--out');
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'jixiao-demo-'));
  const system = await startSystem({
    dataFolder,
    log: say,
    prepare: seedSamples,
    noticed: ({ text }) => say(`    通知 notice  ${text.split('\n')[0]}`),
  });
  try {
    say(`本机系统已启动 / the local system is up: ${system.s3}`);
    await demonstrate(system, out);
  } finally {
    await system.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
});

/** The main job once: every sample in, every output in `out`, and demo.json beside them. */
async function demonstrate(system: RunningSystem, out: string): Promise<void> {
  const s3 = new S3Client({
    endpoint: system.s3,
    region: REGION,
    credentials: CREDENTIALS,
    forcePathStyle: true,
  });
  const store = openStore(system);
  const stage: DemoStage = {
    s3,
    submissions: store.submissions,
    uploadsBucket: system.names['UploadsBucket'] ?? '',
    results: { s3, bucket: system.names['OutputsBucket'] ?? '', folder: out },
    deadline: Date.now() + PATIENCE,
  };

  const samples = findSamples();
  const uploads: DemoUpload[] = [];
  for (const [index, sample] of samples.entries()) {
    say(
      `[${index + 1}/${samples.length}] 上传 ${sample.period}/${sample.submitter}/${sample.name}`,
    );
    uploads.push(await sendSample(stage, sample));
  }
  const accepted = uploads.filter(({ status }) => status === 'accepted');
  const periods = [...new Set(accepted.map(({ period }) => period))];
  say('等待汇总表 / waiting for the summaries');
  const summaries: DemoSummary[] = [];
  for (const period of periods) summaries.push(await collectSummary(stage, period));

  await writeFile(
    path.join(out, 'demo.json'),
    `${JSON.stringify({ uploads, summaries }, null, 2)}\n`,
  );
  say(`\n${uploadsTable(uploads)}\n\n${await periodsTable(store.submissions, periods)}\n`);
  say(`输出在 / outputs are in ${out}`);
  store.close();
  s3.destroy();
}

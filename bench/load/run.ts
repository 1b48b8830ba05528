import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { seed } from '../../functions/seed.ts';
import { optionsOf, runMain, wholeNumber } from '../../local/main-line.ts';
import { openStore } from '../../local/open-store.ts';
import { startSystem } from '../../local/system.ts';
import { PERIODS } from '../../templates/periods.ts';
import { diskOf, rebuildsIn, summaryStands } from './left-behind.ts';
import { loadRegister, loadUploads, PERIOD } from './make-uploads.ts';
import { outcomesOf } from './outcomes.ts';
import { peakOfTree } from './peak-memory.ts';
import type { LoadResults } from './results.ts';
import { s3Of, sendAll } from './send-all.ts';

const HELP = `node local/node24.mjs bench/load/run.ts [--uploads N --units N]

一批单位同时报送：量吞吐量、从上传到产出的时间、内存，并核对一件不少（只在本机 127.0.0.1）
A burst of uploads on the local system: throughput, time from upload to outputs, memory, and that
nothing is lost. Writes bench/load/results.json.
`;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

await runMain(async () => {
  const options = optionsOf({
    uploads: { type: 'string', default: '2000' },
    units: { type: 'string', default: '200' },
    help: { type: 'boolean', short: 'h' },
  });
  if (options.help) return say(HELP);
  const uploads = wholeNumber(String(options.uploads), '--uploads');
  const register = loadRegister(wholeNumber(String(options.units), '--units'));
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'jixiao-load-'));
  const system = await startSystem({
    dataFolder,
    log: say,
    async prepare(endpoints) {
      const { submissions, close } = openStore(endpoints);
      await seed(register, PERIODS, submissions);
      close();
    },
  });
  const memory = peakOfTree();
  const { submissions, close } = openStore(system);
  const s3 = s3Of(system);
  try {
    const start = performance.now();
    const ids = await sendAll(s3, loadUploads(register, uploads), say);
    const sent = (performance.now() - start) / 1000;
    const outcomes = await outcomesOf({ s3, submissions, ids, say });
    const seconds = (performance.now() - start) / 1000;
    await summaryStands(PERIOD, submissions);
    const summarySeconds = (performance.now() - start) / 1000;
    const results: LoadResults = {
      uploads,
      units: register.length,
      sent,
      seconds,
      summarySeconds,
      rebuilds: await rebuildsIn(s3, PERIOD),
      disk: diskOf(dataFolder),
      peakMiB: memory.stop(),
      ...outcomes,
    };
    tell(results);
    const file = new URL('results.json', import.meta.url);
    await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
    if (outcomes.lost > 0) throw new Error(`${outcomes.lost} uploads without status or report`);
  } finally {
    s3.client.destroy();
    close();
    await system.stop();
    await rm(dataFolder, { recursive: true });
  }
});

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;
}

function tell(results: LoadResults): void {
  const { uploads, units, sent, seconds, summarySeconds, rebuilds, disk } = results;
  const { peakMiB, lost, statuses, untilReport } = results;
  const { p50, p95, p99 } = untilReport;
  say(
    `${uploads} uploads of ${units} units, sent within ${sent.toFixed(1)} s, done after ${seconds.toFixed(1)} s: ${(uploads / seconds).toFixed(1)} a second`,
  );
  say(
    `upload → report, seconds: p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, p99 ${p99.toFixed(1)}`,
  );
  say(
    `summary current after ${summarySeconds.toFixed(1)} s: ${rebuilds.count} rebuilds, ${megabytes(rebuilds.bytes)} kept`,
  );
  say(
    `statuses: ${JSON.stringify(statuses)}; lost: ${lost}; peak of all processes ${peakMiB.toFixed(0)} MiB`,
  );
  const parts = Object.entries(disk).map(([part, bytes]) => `${part} ${megabytes(bytes)}`);
  say(`on disk: ${parts.join(', ')}`);
}

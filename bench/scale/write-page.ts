import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { LoadResults } from '../load/results.ts';
import { billFor, idleBill, LAST_HOUR, rushOf } from './bill.ts';
import { measureSubmission } from './measure-submission.ts';

/*
 * `node local/node24.mjs bench/scale/write-page.ts`: measures what a submission asks for and writes
 * docs/scale.md from it, with the load run's results where there are any.
 */

/** As infra/jixiao-stack.ts sets it for intake, and for render. */
const CONCURRENCY = 10;

/** Units, and the uploads of a period: two tries for each. */
const PLACES = [
  ['a district', 100],
  ['a city', 3_000],
  ['a province', 60_000],
] as const;
const TRIES = 2;

const needs = await measureSubmission();
const page = `# At scale, and what it costs

Written by \`node local/node24.mjs bench/scale/write-page.ts\`; do not edit by hand. What a submission asks for was measured on
Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; what AWS asks for it are the list prices in
\`bench/scale/prices.ts\`, and what both are put together with, in \`bench/scale/bill.ts\`. Nothing here was run on AWS.

## One submission

The published table of 26 projects, accepted, warm functions, without the network:

| | |
|---|---|
| intake | ${ms(needs.intakeMs)} |
| render | ${ms(needs.renderMs)} |
| one rebuild of the summary, of a dozen such submissions | ${ms(needs.summariseMs)} |
| DynamoDB | ${needs.writeUnits} write units, ${needs.readUnits} read units |
| stays in S3 | ${kilobytes(needs.uploadBytes + needs.outputBytes)} in ${needs.outputs + 1} objects |

## What it costs

US dollars. A year's uploads are two tries for each unit, as they come in; holding them is what a month costs in which
nobody sends anything, the sweep and the polling of the queues among it. Not counted: CloudWatch asks 0.10 a month for each
alarm and 3.00 for a dashboard, KMS 1.00 for a key.

| | uploads | Lambda | DynamoDB | S3 | SQS, logs | **together** | holding a month |
|---|---|---|---|---|---|---|---|
${[...PLACES.map(([name, units]) => costs(`${name}, ${units.toLocaleString('en')} units`, units * TRIES)), costs('for comparison', 1_000)].join('\n')}

## The last hour

${Math.round(LAST_HOUR * 100)} % of the uploads are taken to come in the last hour, evenly. The stack sets a concurrency of ${CONCURRENCY} for intake and
for render, so that a small installation cannot be run up a bill by accident.

| | uploads a second | functions at work if nothing is to wait | last one waits, as set |
|---|---|---|---|
${PLACES.map(([name, units]) => rush(name, units * TRIES)).join('\n')}

What to raise first, in this order: \`maxConcurrency\` of intake and render in \`infra/jixiao-stack.ts\`; the account's quota of
concurrent Lambda executions, which is 1,000 at most places and 10 in new accounts; nothing at DynamoDB, where a new table paid
by request takes 4,000 write units a second and the province's hour asks for ${Math.round(provinceWrites())}; nothing at SQS, where
what waits costs nothing and is kept for the days the stack says.
${loadRun()}
How the summary of a large period grows stands in [scale-summary.md](scale-summary.md).
`;
writeFileSync(fileURLToPath(new URL('../../docs/scale.md', import.meta.url)), page);
process.stdout.write('written: docs/scale.md\n');

function costs(name: string, uploads: number): string {
  const { lambda, dynamoDb, s3, rest } = billFor(uploads, needs);
  const parts = [lambda, dynamoDb, s3, rest].map(dollars);
  const all = dollars(lambda + dynamoDb + s3 + rest);
  return `| ${name} | ${uploads.toLocaleString('en')} | ${parts.join(' | ')} | **${all}** | ${dollars(idleBill(uploads, needs))} |`;
}

function rush(name: string, uploads: number): string {
  const { perSecond, concurrent, longestWait } = rushOf(uploads, needs, CONCURRENCY);
  const wait = longestWait < 1 ? 'not at all' : `${Math.ceil(longestWait / 60)} min`;
  return `| ${name} | ${perSecond.toFixed(2)} | ${concurrent} | ${wait} |`;
}

/** Write units a second of the largest place's last hour. */
function provinceWrites(): number {
  const [, units] = PLACES[PLACES.length - 1] ?? ['', 0];
  return rushOf(units * TRIES, needs, CONCURRENCY).perSecond * needs.writeUnits;
}

function loadRun(): string {
  const run = readLoadRun();
  if (run === null) return '';
  const { uploads, units, sent, seconds, peakMiB, lost, untilReport } = run;
  const { rebuilds, summarySeconds, disk } = run;
  return `
## On one machine

\`node local/node24.mjs bench/load/run.ts\`: ${uploads.toLocaleString('en')} uploads of that table from ${units} units, sent within ${sent.toFixed(0)} s to the local
system on the machine above, through its S3 and with every function in a process of its own. Done after ${seconds.toFixed(0)} s,
${(uploads / seconds).toFixed(1)} a second; from upload to report p50 ${untilReport.p50.toFixed(0)} s, p95 ${untilReport.p95.toFixed(0)} s, p99 ${untilReport.p99.toFixed(0)} s; all processes together held ${Math.round(peakMiB).toLocaleString('en')} MiB
at most. Lost: ${lost}. The summary said all of it after ${summarySeconds.toFixed(0)} s and ${rebuilds.count} rebuilds, of which ${megabytes(rebuilds.bytes)} are kept. On disk:
${Object.entries(disk)
  .map(([part, bytes]) => `${part} ${megabytes(bytes)}`)
  .join(', ')}.
`;
}

function readLoadRun(): LoadResults | null {
  try {
    return JSON.parse(readFileSync(new URL('../load/results.json', import.meta.url), 'utf8'));
  } catch {
    return null;
  }
}

function ms(milliseconds: number): string {
  return `${Math.round(milliseconds)} ms`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} KB`;
}

function dollars(amount: number): string {
  return amount.toLocaleString('en', { maximumFractionDigits: 2, minimumFractionDigits: 2 });
}

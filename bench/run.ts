import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import process from 'node:process';
import { timeColdStarts } from './cold-starts.ts';
import { sampleRecords } from './judged.ts';
import type { Timing } from './measure.ts';
import { timeOutputs } from './output-timings.ts';
import { type Claim, claimsOf, type ReaderTiming, timeReaders } from './reader-timings.ts';
import { timePrinters } from './reports/time-printers.ts';
import { timeRules } from './rule-timings.ts';
import { measureSummaryGrowth } from './summary-growth.ts';

/*
 * `npm run bench`: our reader beside those of others, the rules, and everything made of a table, as
 * tables and as bench/results.json. Budgets stand in the design.
 */

const say = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

const machine = {
  node: process.versions.node,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
};
say(`Node ${machine.node}, ${machine.cores} × ${machine.cpu}\n`);

const readers = timeReaders(say);
const claims = claimsOf(readers);
sayReaders(readers);
for (const claim of claims) sayClaim(claim);

const rules = await timeRules();
sayTimings(rules);
const { timings, sizes } = await timeOutputs();
sayTimings(timings);
say(`${'bytes'.padEnd(52)}`);
for (const { name, bytes } of sizes) {
  say(`${name.padEnd(52)}${bytes.toLocaleString('en').padStart(18)}`);
}

const coldStarts = await timeColdStarts(say);
const printers = await timePrinters(await sampleRecords(), say);
const summaries = measureSummaryGrowth(say);
const results = {
  machine,
  readers,
  claims,
  rules,
  timings,
  sizes,
  coldStarts,
  printers,
  summaries,
};
writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
say('\nwritten: bench/results.json');

function sayReaders(measured: readonly ReaderTiming[]): void {
  const columns = ['import', 'first', 'warm', 'MiB first', 'MiB warm'];
  let projects = 0;
  for (const timing of measured) {
    if (timing.projects !== projects) {
      projects = timing.projects;
      const title = `\nmilliseconds, ${projects.toLocaleString('en')} projects`;
      say(title.padEnd(35) + columns.map((column) => column.padStart(11)).join(''));
    }
    const { load, first, warm, peakFirst, peakWarm } = timing;
    const figures = [load, first, warm, peakFirst, peakWarm].map((one) =>
      one.toFixed(1).padStart(11),
    );
    say(timing.reader.padEnd(34) + figures.join('') + (timing.rows === null ? '  refused' : ''));
  }
  say();
}

function sayClaim({ measure, ours, peer, fastest, ratio, holds }: Claim): void {
  say(
    `26 projects, ${measure}: ours with findings ${ours.toFixed(1)} ms, fastest peer ${peer} ` +
      `${fastest.toFixed(1)} ms: ${ratio.toFixed(2)} ×, ${holds ? 'within' : 'NOT within'} a quarter`,
  );
}

function sayTimings(measured: readonly Timing[]): void {
  say(`\n${'milliseconds'.padEnd(52)}${'first'.padStart(9)}${'warm'.padStart(9)}`);
  for (const { name, first, warm } of measured) {
    say(`${name.padEnd(52)}${first.toFixed(1).padStart(9)}${warm.toFixed(1).padStart(9)}`);
  }
  say();
}

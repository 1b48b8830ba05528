import process from 'node:process';
import { optionsOf, runMain, wholeNumber } from '../../local/main-line.ts';
import { StartError } from '../../local/start-error.ts';
import { type Outcome, simulate } from './simulate.ts';

const HELP = `npm run test:simulation [-- --seeds N | --seed K]

用内存端口跑整条流水线，按种子注入崩溃、重复、乱序、丢失与限流，平静之后检查不变量。
Runs the pipeline in memory through crashes, repeats, disorder, losses and throttling drawn from a
seed; once it is at rest again, checks what must always hold.

  --seeds N   种子 0 … N−1，默认 200 / seeds 0 … N−1, 200 unless told
  --seed K    只跑种子 K，并讲述经过 / seed K alone, with its story
`;

/** Seeds between two lines of progress. */
const PROGRESS = 50;
const DEFAULT_SEEDS = '200';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

await runMain(async () => {
  const options = optionsOf({
    seeds: { type: 'string', default: DEFAULT_SEEDS },
    seed: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (options.help) return say(HELP);
  const failed =
    options.seed === undefined
      ? await runSeeds(wholeNumber(options.seeds, '--seeds'))
      : await tellSeed(wholeNumber(options.seed, '--seed'));
  process.exitCode = failed === 0 ? 0 : 1;
});

/** Runs seeds 0 … count − 1; returns how many failed. */
async function runSeeds(count: number): Promise<number> {
  if (count === 0) {
    throw new StartError('--seeds 至少为 1', '--seeds must be at least 1');
  }
  let failed = 0;
  for (let seed = 0; seed < count; seed += 1) {
    const outcome = await simulate(seed);
    if (outcome.problems.length > 0) failed += 1;
    sayProblems(outcome);
    const done = seed + 1;
    if (done % PROGRESS === 0 && done < count) say(`${done}/${count}`);
  }
  say(`${count - failed} passed, ${failed} failed`);
  return failed;
}

/** Runs one seed and prints what happened; returns 1 if it failed. */
async function tellSeed(seed: number): Promise<number> {
  const outcome = await simulate(seed);
  for (const line of outcome.story) say(line);
  sayProblems(outcome);
  const failed = outcome.problems.length > 0 ? 1 : 0;
  say(`${1 - failed} passed, ${failed} failed`);
  return failed;
}

function sayProblems({ seed, problems }: Outcome): void {
  if (problems.length === 0) return;
  say(
    `种子 ${seed} 不成立，重放 / seed ${seed} failed; replay: npm run test:simulation -- --seed ${seed}`,
  );
  for (const problem of problems) say(`  ${problem}`);
}

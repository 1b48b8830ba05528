import process from 'node:process';
import { optionsOf, runMain, wholeNumber } from '../../local/main-line.ts';
import { StartError } from '../../local/start-error.ts';
import { examine } from './examine.ts';
import { mutate } from './mutate.ts';
import { type Answer, examineSeeds } from './pool.ts';

const HELP = `npm run test:fuzz [-- --seeds N [--from K] | --seed K]

按种子改坏样表（字节、压缩包、XML、单元格的值、写法），读入并校验，检查不变量：不抛错、不卡死、
地址不错、金额都出自单元格。
Mutates the sample workbooks by seed (bytes, zip entries, XML, values, ways of writing), reads and
judges them and checks what must always hold: no throw, no hang, no wrong address, no amount that
does not come from its cell.

  --seeds N   从 --from 起的 N 个种子，默认 300 / N seeds from --from on, 300 unless told
  --from K    第一个种子，默认 0 / the first seed, 0 unless told
  --seed K    只跑种子 K，并讲述经过 / seed K alone, in this process, with its story
`;

/** Seeds between two lines of progress. */
const PROGRESS = 250;

/** Problems shown of a seed: one cause often shows in every row. */
const SHOWN_PROBLEMS = 5;
const SHOWN_CHARACTERS = 600;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

await runMain(async () => {
  const options = optionsOf({
    seeds: { type: 'string', default: '300' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (options.help) return say(HELP);
  const failed =
    options.seed === undefined
      ? await runSeeds(wholeNumber(options.from, '--from'), wholeNumber(options.seeds, '--seeds'))
      : await tellSeed(wholeNumber(options.seed, '--seed'));
  process.exitCode = failed === 0 ? 0 : 1;
});

/** Runs seeds `from` … `from` + `count` − 1 in children; returns how many failed. */
async function runSeeds(from: number, count: number): Promise<number> {
  if (count === 0) throw new StartError('--seeds 至少为 1', '--seeds must be at least 1');
  const ends = new Map<string, number>();
  let done = 0;
  let failed = 0;
  const seeds = Array.from({ length: count }, (_, index) => from + index);
  await examineSeeds(seeds, {
    answered(answer) {
      done += 1;
      if (answer.problems.length > 0) failed += 1;
      ends.set(answer.end, (ends.get(answer.end) ?? 0) + 1);
      sayProblems(answer);
      if (done % PROGRESS === 0 && done < count) say(`${done}/${count}`);
    },
  });
  const counted = [...ends]
    .sort(([, a], [, b]) => b - a)
    .map(([end, number]) => `${end} ${number}`);
  say(counted.join(', '));
  say(`${count - failed} passed, ${failed} failed`);
  return failed;
}

/** Runs one seed here, so that it can be debugged; returns 1 if it failed. */
async function tellSeed(seed: number): Promise<number> {
  const mutation = mutate(seed);
  for (const line of mutation.story) say(line);
  const examined = await examine(mutation);
  say(`${examined.end}, ${examined.milliseconds} ms`);
  sayProblems({ seed, ...examined, story: [] });
  const failed = examined.problems.length > 0 ? 1 : 0;
  say(`${1 - failed} passed, ${failed} failed`);
  return failed;
}

function sayProblems({ seed, problems, story }: Answer): void {
  if (problems.length === 0) return;
  say(
    `种子 ${seed} 不成立，重放 / seed ${seed} failed; replay: npm run test:fuzz -- --seed ${seed}`,
  );
  if (story.length > 0) say(`  ${story.join('; ')}`);
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) {
    say(`  ${problem.slice(0, SHOWN_CHARACTERS)}`);
  }
  if (problems.length > SHOWN_PROBLEMS) say(`  … ${problems.length} in all`);
}

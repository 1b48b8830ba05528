import { expect, test } from 'vitest';
import type { AllPorts } from '../memory-ports.ts';
import { INVARIANTS } from './invariants.ts';
import type { Planned } from './planned.ts';
import { SABOTAGES } from './sabotages.ts';
import { simulate } from './simulate.ts';

/*
 * The simulation itself is tested: it is repeatable, it finds nothing wrong with the product, and it
 * finds what is broken on purpose.
 */

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

test.each(SEEDS)('seed %i holds', async (seed) => {
  expect((await simulate(seed)).problems).toEqual([]);
});

test('a seed replays exactly, and another goes another way', async () => {
  const first = await simulate(7);
  expect(first.story.length).toBeGreaterThan(100);
  expect(await simulate(7)).toEqual(first);
  expect((await simulate(8)).story).not.toEqual(first.story);
});

test.each(SEEDS.slice(0, 8))('seed %i holds where nobody can be told', async (seed) => {
  const ports = ({ notices, ...rest }: AllPorts): AllPorts => ({
    ...rest,
    notices: {
      ...notices,
      send: async () => {
        throw new Error('no topic');
      },
    },
  });
  expect((await simulate(seed, { ports })).problems).toEqual([]);
});

/** Seeds tried until the sabotage is seen. */
const PATIENCE = 100;

/** What the simulation says when something is broken, at the first seed that shows it. */
async function problemsOf({ sabotage, breaks, from = 0 }: Planned): Promise<readonly string[]> {
  for (let seed = from; seed < from + PATIENCE; seed += 1) {
    const { problems } = await simulate(seed, sabotage);
    const seen = problems.filter((problem) => problem.startsWith(`${breaks}: `));
    if (seen.length > 0) return seen;
  }
  return [];
}

test.each(SABOTAGES)('what is broken on purpose is seen: $how', async (planned) => {
  const problems = await problemsOf(planned);
  expect(problems.join('\n')).toMatch(planned.says ?? /./);
});

test('each invariant is broken by something', () => {
  const broken = new Set(SABOTAGES.map(({ breaks }) => breaks));
  expect([...broken].sort()).toEqual([...INVARIANTS].sort());
});

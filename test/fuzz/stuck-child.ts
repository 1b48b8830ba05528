import process from 'node:process';
import type { Answer, Question } from './pool.ts';

/*
 * A child for the test of the pool: dies at seed 1, hangs at seed 2, answers everything else.
 */

const forever = (): never => {
  for (;;);
};

process.on('message', ({ seed }: Question) => {
  if (seed === 1) process.exit(7);
  if (seed === 2) forever();
  const answer: Answer = { seed, problems: [], end: 'table', milliseconds: 0, story: [] };
  process.send?.(answer);
});
process.send?.('ready');

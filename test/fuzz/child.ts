import process from 'node:process';
import { examine } from './examine.ts';
import { mutate } from './mutate.ts';
import type { Answer, Question } from './pool.ts';

/*
 * A child of the pool: makes the file of each seed it is sent, examines it, answers. It lives on from
 * seed to seed, as the product's own reader does.
 */

process.on('message', async ({ seed }: Question) => {
  const mutation = mutate(seed);
  const { problems, end, milliseconds } = await examine(mutation);
  const answer: Answer = { seed, problems, end, milliseconds, story: mutation.story };
  process.send?.(answer);
});
process.send?.('ready');

import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';

test('no more than the limit are at work; the others follow in order, also after a failure', async () => {
  const turn = inTurn(2);
  const began: number[] = [];
  const ends = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  const all = ends.map(({ promise }, index) =>
    turn(() => {
      began.push(index);
      return promise;
    }).catch(() => {}),
  );
  await Promise.resolve();
  expect(began).toEqual([0, 1]);

  ends[1]?.reject(new Error('failed'));
  await all[1];
  expect(began).toEqual([0, 1, 2]);

  for (const end of ends) end.resolve();
  await Promise.all(all);
  expect(began).toEqual([0, 1, 2, 3]);
});

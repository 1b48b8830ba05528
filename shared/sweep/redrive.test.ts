import { expect, test } from 'vitest';
import { redrive } from './redrive.ts';

/** A queue of letters by name; those of `failing` fall out again as soon as they are put back. */
function lettersOf(names: readonly string[], failing: readonly string[] = []) {
  const letters = [...names];
  const done: string[] = [];
  const queue = {
    name: 'intake',
    count: async () => letters.length,
    take: async () =>
      letters.slice(0, 2).map((name) => ({
        putBack: async () => {
          done.push(`put back ${name}`);
          if (failing.includes(name)) letters.push(name);
        },
        remove: async () => {
          done.push(`removed ${name}`);
          letters.splice(letters.indexOf(name), 1);
        },
      })),
  };
  return { queue, letters, done };
}

test('every letter is put back, and only then removed', async () => {
  const { queue, letters, done } = lettersOf(['a', 'b', 'c']);
  expect(await redrive(queue)).toEqual({ queue: 'intake', letters: 3, putBack: 3 });
  expect(letters).toEqual([]);
  expect(done.slice(0, 2)).toEqual(['put back a', 'removed a']);
});

test('one that falls out again is not put back for ever', async () => {
  const { queue, letters } = lettersOf(['a', 'b'], ['a', 'b']);
  expect(await redrive(queue)).toMatchObject({ putBack: 2 });
  expect(letters).toHaveLength(2);
});

test('letters that somebody else takes first are left to them', async () => {
  const { queue } = lettersOf(['a']);
  const taken = { ...queue, take: async () => [] };
  expect(await redrive(taken)).toEqual({ queue: 'intake', letters: 1, putBack: 0 });
});

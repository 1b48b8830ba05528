import { expect, test } from 'vitest';
import { sharedRuns } from './shared-runs.ts';

test('what comes meanwhile shares one run, which begins after it', async () => {
  const runs: { readonly items: readonly string[]; readonly end: PromiseWithResolvers<void> }[] =
    [];
  const call = sharedRuns((items: readonly string[]) => {
    const end = Promise.withResolvers<void>();
    runs.push({ items: [...items], end });
    return end.promise;
  });
  const first = call('a');
  await Promise.resolve();
  const others = [call('b'), call('c')];
  expect(runs.map(({ items }) => items)).toEqual([['a']]);
  runs[0]?.end.resolve();
  await first;
  await new Promise(setImmediate);
  expect(runs[1]?.items).toEqual(['b', 'c']);
  runs[1]?.end.reject(new Error('no'));
  await expect(others[0]).rejects.toThrow('no');
  await expect(others[1]).rejects.toThrow('no');
  const later = call('d');
  await new Promise(setImmediate);
  runs[2]?.end.resolve();
  await later;
  expect(runs[2]?.items).toEqual(['d']);
});

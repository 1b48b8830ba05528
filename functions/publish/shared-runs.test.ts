import { expect, test } from 'vitest';
import { sharedRuns } from './shared-runs.ts';

test('calls meanwhile share one run, which begins after them', async () => {
  const runs: PromiseWithResolvers<void>[] = [];
  const call = sharedRuns(() => {
    runs.push(Promise.withResolvers());
    return runs.at(-1)!.promise;
  });
  const first = call();
  await Promise.resolve();
  const others = [call(), call()];
  expect(runs).toHaveLength(1);
  runs[0]?.resolve();
  await first;
  await new Promise(setImmediate);
  expect(runs).toHaveLength(2);
  runs[1]?.reject(new Error('no'));
  await expect(Promise.all(others)).rejects.toThrow('no');
  const later = call();
  await new Promise(setImmediate);
  runs[2]?.resolve();
  await later;
  expect(runs).toHaveLength(3);
});

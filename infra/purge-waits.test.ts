import { expect, test } from 'vitest';
import { QUIET_MINUTES } from '../shared/purge/purge-key.ts';
import { emptyBundles, removeBundles, synthesise } from './template-for-tests.ts';

test('a purge waits longer than any function runs', () => {
  const bundles = emptyBundles();
  const functions = synthesise(bundles).ofType('AWS::Lambda::Function');
  removeBundles(bundles);
  const timeouts = functions.map(([, { Properties }]) => Number(Properties['Timeout']));
  expect(timeouts.length).toBeGreaterThan(3);
  expect(Math.max(...timeouts)).toBeLessThan(QUIET_MINUTES * 60);
});

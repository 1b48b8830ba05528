import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { sha256Hex } from './digest.ts';

const BYTES = new Uint8Array(Array.from({ length: 1000 }, (_, index) => index % 251));
const EXPECTED = createHash('sha256').update(BYTES).digest('hex');

afterEach(() => vi.unstubAllGlobals());

test('by WebCrypto', async () => {
  expect(await sha256Hex(BYTES)).toBe(EXPECTED);
});

test('by its own reckoning in a page that did not come by TLS', async () => {
  vi.stubGlobal('crypto', {});
  expect(await sha256Hex(BYTES)).toBe(EXPECTED);
});

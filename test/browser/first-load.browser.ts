import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const dist = (file: string): URL => new URL(`../../portal/dist/${file}`, import.meta.url);

/** Bytes of what a browser must load before it shows anything, compressed as a server does. */
const MOST_BYTES = 350 * 1024;

test('the first load is at most 350 KB: readers and writers of workbooks come later', () => {
  const html = readFileSync(dist('index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(
    ([, file = '']) => file,
  );
  expect(named.some((file) => file.endsWith('.js'))).toBe(true);
  const bytes = named.map((file) => gzipSync(readFileSync(dist(file))).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
});

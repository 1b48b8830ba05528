import { expect, test } from 'vitest';
import { scanTypeOf } from './scan.ts';
import { scanKey, scanOutput } from './scan-files.ts';

const bytesOf = (...bytes: readonly number[]): Uint8Array => new Uint8Array([...bytes, 1, 2, 3]);

test.each([
  ['a PDF', new TextEncoder().encode('%PDF-1.7\n…'), 'pdf'],
  ['a JPEG', bytesOf(0xff, 0xd8, 0xff, 0xe0), 'jpeg'],
  ['a PNG', bytesOf(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'png'],
  ['a workbook', bytesOf(0x50, 0x4b, 0x03, 0x04), null],
  ['a page', new TextEncoder().encode('<html>%PDF-1.7'), null],
  ['half a beginning', new Uint8Array([0x89, 0x50]), null],
  ['nothing', new Uint8Array(), null],
])('%s is told by its first bytes', (_, bytes, type) => {
  expect(scanTypeOf(bytes)).toBe(type);
});

test('a scan lies below its revision, and is saved under the title of its table', () => {
  const file = { type: 'jpeg', sha256: 'abc' } as const;
  expect(scanKey('submissions/2021/LG-FGJ/0001', file)).toBe(
    'submissions/2021/LG-FGJ/0001/scans/abc.jpg',
  );
  expect(scanOutput('jpeg', '发改局2021年自评表').downloadName).toBe(
    '发改局2021年自评表（盖章扫描件）.jpg',
  );
});

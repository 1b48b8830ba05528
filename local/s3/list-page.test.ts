import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAfter, pageOf } from './list-page.ts';
import type { ObjectVersion } from './versions.ts';

const objectAt = (key: string): ObjectVersion => ({
  key,
  bucket: 'b',
  versionId: key,
  sequence: 1,
  time: '2026-01-01T00:00:00.000Z',
  etag: '""',
  size: 0,
  contentType: '',
  deleteMarker: false,
});

/** Sorted as the database sorts: by UTF-8 bytes. */
const byBytes = (one: string, other: string): number =>
  Buffer.compare(Buffer.from(one), Buffer.from(other));

const keys = fc
  .uniqueArray(fc.stringMatching(/^[ab年𠮷/]{1,6}$/u), { maxLength: 40 })
  .map((all) => all.sort(byBytes));

test('pages of any size, one after another, list what one page would, each once and in order', () => {
  fc.assert(
    fc.property(
      keys,
      fc.constantFrom('', '/'),
      fc.integer({ min: 1, max: 7 }),
      (all, delimiter, limit) => {
        const list = (size: number, after: string) => {
          const asked = { prefix: '', delimiter, limit: size };
          return pageOf(all.map(objectAt), asked, ({ key }) => isAfter(key, after, asked));
        };
        const namesOn = ({ items, prefixes }: ReturnType<typeof list>): string[] =>
          [...items.map(({ key }) => key), ...prefixes].sort(byBytes);
        const seen: string[] = [];
        let page = list(limit, '');
        seen.push(...namesOn(page));
        while (page.truncated) {
          page = list(limit, page.last);
          seen.push(...namesOn(page));
        }

        expect(seen).toEqual(namesOn(list(1000, '')));
      },
    ),
  );
});

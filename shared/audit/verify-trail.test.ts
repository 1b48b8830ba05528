import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportOf } from '../../test/audit-trails.ts';
import { memorySubmissions } from '../../test/memory-submissions.ts';
import { auditEntrySchema, entryHash } from './audit-entry.ts';
import { canonicalJson } from './canonical-json.ts';
import { verifyTrail } from './verify-trail.ts';

const LENGTH = 6;
const text = await exportOf(LENGTH, memorySubmissions());
const lines = text.trimEnd().split('\n');
const entries = lines.map((line) => auditEntrySchema.parse(JSON.parse(line)));

const firstFault = (changed: readonly string[]): number | null => {
  const verified = verifyTrail(changed.join('\n'));
  return verified.holds ? null : verified.line;
};

test('an export as it was written holds, and says where it ends', () => {
  const hash = entries.at(-1)?.hash;
  const ends = [{ chain: '2021', number: LENGTH, hash }];
  expect(verifyTrail(text)).toEqual({ holds: true, ends });
  expect(verifyTrail('')).toEqual({ holds: true, ends: [] });
});

test('several chains in one file are held apart', async () => {
  const other = await exportOf(2, memorySubmissions(), '2020');
  const [first = '', second = ''] = other.trimEnd().split('\n');
  const mixed = [first, ...lines, second].join('\n');
  expect(verifyTrail(mixed)).toMatchObject({
    holds: true,
    ends: [
      { chain: '2020', number: 2 },
      { chain: '2021', number: LENGTH },
    ],
  });
});

describe('tampering is told at the first entry that does not hold', () => {
  const at = fc.nat(LENGTH - 1);

  test('any character changed', () => {
    const places = lines.flatMap((line, index) => [...line].map((_, place) => ({ index, place })));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom('0', '1', 'x'), (where, by) => {
        const { index, place } = where;
        const line = lines[index] ?? '';
        fc.pre(line[place] !== by);
        const changed = line.slice(0, place) + by + line.slice(place + 1);
        expect(firstFault(lines.with(index, changed))).toBe(index + 1);
      }),
      { numRuns: 2000 },
    );
  });

  test('an entry taken out, other than the last', () => {
    fc.assert(
      fc.property(fc.nat(LENGTH - 2), (index) => {
        expect(firstFault(lines.toSpliced(index, 1))).toBe(index + 1);
      }),
    );
  });

  test('an entry put in twice', () => {
    fc.assert(
      fc.property(at, (index) => {
        expect(firstFault(lines.toSpliced(index, 0, lines[index] ?? ''))).toBe(index + 2);
      }),
    );
  });

  test('two entries changed about', () => {
    fc.assert(
      fc.property(at, at, (a, b) => {
        fc.pre(a !== b);
        const swapped = lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
        expect(firstFault(swapped)).toBe(Math.min(a, b) + 1);
      }),
    );
  });

  test('an entry rewritten with a hash that fits: the one after it no longer follows', () => {
    fc.assert(
      fc.property(fc.nat(LENGTH - 2), (index) => {
        const { hash: _, ...entry } = { ...entries[index]!, reason: '改过' };
        const forged = canonicalJson({ ...entry, hash: entryHash(entry) });
        expect(firstFault(lines.with(index, forged))).toBe(index + 2);
      }),
    );
  });

  test('something added that no hash covers', () => {
    const forged = lines[2]!.replace('{', '{"comment":"x",');
    expect(firstFault(lines.with(2, forged))).toBe(3);
    expect(firstFault([...lines, 'nonsense'])).toBe(LENGTH + 1);
  });

  test('something that a reader sees and the hash does not', () => {
    const line = lines[2]!;
    for (const forged of [
      line.replace('"action":', '"action":"withdraw","action":'),
      line.replace('"after":{', '"after":{"__proto__":{"state":"approved"},'),
      line.replace('"action":', '"action": '),
    ]) {
      expect(forged).not.toBe(line);
      expect(firstFault(lines.with(2, forged))).toBe(3);
    }
  });
});

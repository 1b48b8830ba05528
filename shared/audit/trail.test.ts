import { expect, test } from 'vitest';
import { auditDraft } from '../../test/audit-trails.ts';
import { memorySubmissions } from '../../test/memory-submissions.ts';
import { appendOnce, exportedTrail, type Trail } from './trail.ts';
import { verifyTrail } from './verify-trail.ts';

/** A store whose answers take a while, so that writers meet. */
const slow = (trail: Trail): Trail => ({
  lastEntry: async (chain) => trail.lastEntry(chain).finally(() => new Promise(setImmediate)),
  entriesAfter: async (chain, after) =>
    trail.entriesAfter(chain, after).finally(() => new Promise(setImmediate)),
  appendEntry: async (entry) => trail.appendEntry(entry),
});

const numbersIn = async (trail: Trail): Promise<readonly string[]> => {
  let text = '';
  for await (const line of exportedTrail('2021', trail)) text += line;
  expect(verifyTrail(text).holds).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).actionId);
};

test('many writers at once: every act has one place, none is lost', async () => {
  const trail = memorySubmissions();
  const ids = Array.from({ length: 20 }, (_, index) => `a${index}`);
  // Each act is tried twice at the same time.
  await Promise.all([...ids, ...ids].map((id) => appendOnce(auditDraft(id), 0, slow(trail))));
  expect([...(await numbersIn(trail))].sort()).toEqual([...ids].sort());
});

test('an act that was written already is given as it stands', async () => {
  const trail = memorySubmissions();
  const first = await appendOnce(auditDraft('a1'), 0, trail);
  await appendOnce(auditDraft('a2'), 1, trail);
  const changed = auditDraft('a1', { at: '2030-01-01T00:00:00.000Z' });
  expect(await appendOnce(changed, 0, trail)).toEqual(first);
  expect(await numbersIn(trail)).toEqual(['a1', 'a2']);
});

test('an attempt at the same act, and others, that write between two looks: it has one place', async () => {
  const trail = memorySubmissions();
  let isFirst = true;
  const overtaken: Trail = {
    ...trail,
    async lastEntry(chain) {
      if (isFirst) {
        isFirst = false;
        await appendOnce(auditDraft('a1'), 0, trail);
        await appendOnce(auditDraft('a2'), 1, trail);
      }
      return trail.lastEntry(chain);
    },
  };
  expect((await appendOnce(auditDraft('a1'), 0, overtaken)).number).toBe(1);
  expect(await numbersIn(trail)).toEqual(['a1', 'a2']);
});

test('a store that never lets it in is our own fault', async () => {
  const shut: Trail = { ...memorySubmissions(), appendEntry: async () => false };
  await expect(appendOnce(auditDraft('a1'), 0, shut)).rejects.toThrow(/2021/);
});

import { expect, test } from 'vitest';
import { childReader } from '../../functions/intake/child-reader.ts';
import { judge } from '../../shared/judge.ts';
import { judgeContext } from '../judge-context.ts';
import type { HostileFile } from './hostile-file.ts';
import { HOSTILE_FILES } from './hostile-files.ts';

/*
 * Every hostile file through the reader as it runs in production, but with time enough for a machine
 * that is busy: how fast they end is what `meter.ts` measures.
 */

const reader = childReader({ heapMegabytes: 96, milliseconds: 50_000 });

const endings = ({ ends }: HostileFile): readonly unknown[] =>
  (Array.isArray(ends) ? ends : [ends]).map((end) =>
    end === 'read' ? { ok: true } : { ok: false, refusal: end },
  );

test.each(HOSTILE_FILES.map((file) => [file.name, file] as const))('%s', async (_name, file) => {
  const result = await reader.read(file.bytes());
  const seen = result.ok ? { ok: true } : result;
  expect(endings(file)).toContainEqual(expect.objectContaining({ ok: seen.ok }));
  const matching = endings(file).filter((end) => {
    try {
      expect(seen).toMatchObject(end as object);
      return true;
    } catch {
      return false;
    }
  });
  expect(matching, JSON.stringify(seen)).not.toEqual([]);
  // Whatever it was: the unit reads one clear finding, or its table is looked for.
  const { findings } = judge(result, judgeContext());
  expect(findings.length).toBeGreaterThan(0);
});

test('after all of them the reader reads on', async () => {
  expect((await reader.read(new TextEncoder().encode('甲,乙\n1,2\n'))).ok).toBe(true);
});

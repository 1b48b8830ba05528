import { expect, test } from 'vitest';
import { afterEvent, type CheckEvent, type CheckState, EMPTY } from './check-state.ts';
import { NO_MENDS, withCells } from './mends.ts';

const after = (...events: readonly CheckEvent[]): CheckState => events.reduce(afterEvent, EMPTY);
const chosen = { kind: 'chosen', chosen: { id: 1, file: new File([], '表.xlsx') } } as const;
const first = withCells(NO_MENDS, { L7: '97.37%' });
const second = withCells(first, { B7: '某局' });
const mended = (mends: typeof first): CheckEvent => ({ kind: 'mended', mends });

test('undo goes back step by step, redo comes forward, a new change drops what was undone', () => {
  const twice = after(chosen, mended(first), mended(second));
  expect(twice.mends).toBe(second);
  const undone = afterEvent(twice, { kind: 'undone' });
  expect(undone.mends).toBe(first);
  expect(afterEvent(undone, { kind: 'redone' }).mends).toBe(second);
  const anew = afterEvent(undone, mended(second));
  expect(anew.future).toEqual([]);
  const start = afterEvent(afterEvent(anew, { kind: 'undone' }), { kind: 'undone' });
  expect(start).toMatchObject({ mends: NO_MENDS, isUnsaved: false, past: [] });
  expect(afterEvent(start, { kind: 'undone' })).toBe(start);
});

test('changes are unsaved until they are downloaded', () => {
  const changed = after(chosen, mended(first));
  expect(changed.isUnsaved).toBe(true);
  expect(afterEvent(changed, { kind: 'saved' }).isUnsaved).toBe(false);
});

test('another file begins anew, for the same year', () => {
  const state = after({ kind: 'period', period: '2021' }, chosen, mended(first), {
    kind: 'chosen',
    chosen: { id: 2, file: new File([], '另一张.xlsx') },
  });
  expect(state).toMatchObject({ period: '2021', mends: NO_MENDS, past: [], isUnsaved: false });
  expect(state.chosen?.id).toBe(2);
});

test('a fault of ours keeps what was changed', () => {
  const state = after(chosen, mended(first), { kind: 'fault', reason: 'x' });
  expect(state.mends).toBe(first);
  expect(state.problem).toEqual({ kind: 'fault', reason: 'x' });
});

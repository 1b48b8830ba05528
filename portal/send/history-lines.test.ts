import { describe, expect, test } from 'vitest';
import type { AnswerLine, UploadLine } from '../../functions/api/schemas.ts';
import { inOrder, isComparable, maySend, placeOf } from './history-lines.ts';

const table = (revision: number, is: Partial<UploadLine> = {}): UploadLine => ({
  id: `upload-${revision}`,
  revision,
  fileName: '自评表.xlsx',
  size: 1,
  status: 'accepted',
  statusName: { zh: '已接收', en: 'accepted' },
  receivedAt: `2022-04-0${revision}T00:00:00.000Z`,
  sender: { via: 'api', sub: 'zhang', name: '张三' },
  sha256: null,
  form: null,
  rows: 1,
  counts: { errors: 0, warnings: 0, hints: 0 },
  duplicateOf: null,
  superseded: false,
  afterClose: false,
  isCurrent: false,
  recalledAt: null,
  ...is,
});

const answer = (revision: number, is: Partial<AnswerLine> = {}): AnswerLine => ({
  id: `answer-${revision}`,
  kind: 'not-public',
  kindName: { zh: '涉密不公开', en: 'not public' },
  revision,
  reason: '按规定',
  at: `2022-04-0${revision}T00:00:00.000Z`,
  sender: { sub: 'zhang', name: '张三' },
  isCurrent: false,
  recalledAt: null,
  ...is,
});

test('tables and answers stand together, the newest first', () => {
  const key = { period: '2021', unit: { code: 'LG-FGJ', name: '发改局' }, basedOn: 'none' };
  const lines = inOrder({ ...key, revisions: [table(3), table(1)], answers: [answer(2)] });
  expect(lines.map(({ id }) => id)).toEqual(['upload-3', 'answer-2', 'upload-1']);
});

describe('a table is offered to be compared', () => {
  const of = (line: UploadLine, ...before: readonly UploadLine[]) =>
    isComparable(line, { revisions: [line, ...before] });

  test('where an accepted one came before it', () => {
    expect(of(table(2), table(1))).toBe(true);
    expect(of(table(3), table(2, { status: 'returned' }), table(1))).toBe(true);
  });

  test('and not where the API would have nothing to hold it against', () => {
    expect(of(table(1))).toBe(false);
    expect(of(table(2), table(1, { status: 'returned' }))).toBe(false);
    expect(of(table(2), table(1, { duplicateOf: 'upload-0' }))).toBe(false);
    expect(of(table(2, { status: 'returned' }), table(1))).toBe(false);
    expect(of(table(1), table(2))).toBe(false);
  });
});

describe('a line says how it stands', () => {
  test.each([
    ['counting', table(1, { isCurrent: true }), '计入汇总'],
    ['an answer that counts', answer(1, { isCurrent: true }), '计入汇总'],
    ['taken back', table(1, { recalledAt: '2022-04-02T01:02:00.000Z' }), '2022-04-02 09:02 撤销'],
    ['given way', table(1), '已被后来的代替'],
    ['an answer given way', answer(1), '已被后来的代替'],
    ['the same again', table(2, { duplicateOf: 'upload-1' }), '与先前报送的一版相同，以那一版为准'],
    ['never counted', table(1, { status: 'returned' }), undefined],
  ])('%s', (_, line, says) => {
    expect(placeOf(line)?.zh).toBe(says);
  });
});

test('only people of the very unit are shown the way to send for it', () => {
  const units = [{ code: 'LG-GXJ', name: '工信局' }];
  expect(maySend({ groups: ['unit'], units }, 'LG-GXJ')).toBe(true);
  expect(maySend({ groups: ['department'], units }, 'LG-GXJ')).toBe(true);
  expect(maySend({ groups: ['department'], units }, 'LG-TZTGS')).toBe(false);
  expect(maySend({ groups: ['finance'], units: [] }, 'LG-GXJ')).toBe(false);
  expect(maySend({ groups: ['auditor'], units }, 'LG-GXJ')).toBe(false);
});

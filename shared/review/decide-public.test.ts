import { describe, expect, test } from 'vitest';
import {
  act,
  after,
  MARKED_CELL,
  PEOPLE,
  refusal,
  signed,
  situation,
  WARNING,
} from '../../test/review-acts.ts';
import { reviewStateName } from '../review-state.ts';
import { NO_REVIEW, revisionReview, type SubmissionReview } from '../submission-review.ts';
import { masksToConfirm } from './carried-masks.ts';
import type { ReviewAct } from './review-act.ts';

/* Comments, one's own cause, masks over editions, schedules; the rest stands in decide.test.ts. */

const stateOf = (review: SubmissionReview, revision = 1) => revisionReview(review, revision).state;
const published = () => [act('finance', 'approve'), ...signed(), act('third', 'publish')];

describe('批注', () => {
  const cell = MARKED_CELL;
  const comment = (text: string, by: 'finance' | 'first' = 'finance') =>
    act(by, { kind: 'comment', cell, text });

  test('each has one at a cell, changes it, takes it away', () => {
    const texts = (...acts: readonly ReviewAct[]) =>
      revisionReview(after(acts), 1).comments.map(({ name, text }) => `${name} ${text}`);
    expect(texts(comment('数量？'), comment('口径？', 'first'))).toEqual([
      '财政甲 数量？',
      '初审人 口径？',
    ]);
    expect(texts(comment('数量？'), comment(' 单位？ '))).toEqual(['财政甲 单位？']);
    expect(texts(comment('数量？'), comment(''))).toEqual([]);
  });

  test('they stay with what is sent back, and none is added then', () => {
    const back = after([comment('数量？'), act('finance', 'send-back')]);
    expect(revisionReview(back, 1).comments).toHaveLength(1);
    expect(refusal(back, comment('又一处'))).toBe('wrong-state');
  });

  test('of a cell that is there, short, and not without end', () => {
    const elsewhere = act('finance', { kind: 'comment', cell: { ...cell, row: 5000 }, text: '？' });
    expect(refusal(NO_REVIEW, elsewhere)).toBe('no-such-cell');
    expect(refusal(NO_REVIEW, comment('长'.repeat(501)))).toBe('comment-too-long');
    const many = Array.from({ length: 100 }, (_, row) =>
      act('finance', { kind: 'comment', cell: { ...cell, row }, text: '数量？' }),
    );
    const one = act('finance', { kind: 'comment', cell: { ...cell, row: 100 }, text: '数量？' });
    expect(refusal(after(many), one)).toBe('too-many-comments');
    const long = many.map((_, row) =>
      act('finance', { kind: 'comment', cell: { ...cell, row }, text: '长'.repeat(500) }),
    );
    expect(() => after(long.slice(0, 20))).not.toThrow();
    expect(() => after(long.slice(0, 30))).toThrow('too-many-comments');
  });
});

test('who sent a return back is told by what it is called', () => {
  const name = (by: 'first' | 'finance') =>
    reviewStateName(revisionReview(after([act(by, 'send-back')]), 1)).zh;
  expect([name('first'), name('finance')]).toEqual(['主管部门退回', '财政退回']);
});

describe('finance people of the unit itself', () => {
  const own = (action: ReviewAct['action']['kind']): ReviewAct => ({
    ...act('finance', action),
    by: { ...PEOPLE.finance, units: ['LG-FGJ'] },
  });

  test('grant it nothing', () => {
    const warned = situation({ openWarnings: [WARNING] });
    expect(refusal(NO_REVIEW, own('approve'))).toBe('own-unit');
    expect(refusal(NO_REVIEW, own('waive'), warned)).toBe('own-unit');
    expect(refusal(after([act('finance', 'approve')]), own('reopen'))).toBe('own-unit');
    expect(refusal(after([act('finance', 'approve')]), own('take'))).toBe('own-unit');
    const returned = situation({ status: 'returned', arguable: true });
    expect(refusal(NO_REVIEW, own('accept-specially'), returned)).toBe('own-unit');
  });

  test('may send it back, and decide for any other unit', () => {
    expect(refusal(NO_REVIEW, own('send-back'))).toBeNull();
    const other = { ...PEOPLE.finance, units: ['LG-GXJ'] };
    expect(refusal(NO_REVIEW, { ...act('finance', 'approve'), by: other })).toBeNull();
  });
});

describe('masks of an earlier revision', () => {
  const newer = situation({ current: 2, latest: 2 });
  const mask = (revision: number, cells = [MARKED_CELL]) =>
    act('first', { kind: 'mask', cells, reason: '个人隐私' }, revision);
  const approved = [
    act('finance', 'approve'),
    mask(1),
    ...signed(),
    act('third', 'publish'),
    act('finance', 'take', 2),
    act('finance', 'approve', 2),
  ];

  test('are confirmed, or let go, before anybody signs a later one', () => {
    const review = after(approved);
    expect(masksToConfirm(review, 2)).toMatchObject({ revision: 1, masks: [MARKED_CELL] });
    expect(refusal(review, act('first', 'sign', 2), newer)).toBe('masks-unconfirmed');
    expect(refusal(after([...approved, mask(2)]), act('first', 'sign', 2), newer)).toBeNull();
    const letGo = after([...approved, mask(2, [])]);
    expect(refusal(letGo, act('first', 'sign', 2), newer)).toBeNull();
    expect(masksToConfirm(letGo, 3)).toBeNull();
  });

  test('where nothing was masked there is nothing to confirm', () => {
    expect(masksToConfirm(after(published()), 2)).toBeNull();
    expect(masksToConfirm(after(approved), 1)).toBeNull();
  });

  test('each cell has a reason of its own, or that of all', () => {
    const beside = { ...MARKED_CELL, row: 4, reason: '商业秘密' };
    const cells = [MARKED_CELL, beside];
    const review = after([
      act('finance', 'approve'),
      act('first', { kind: 'mask', cells, reason: '个人隐私' }),
    ]);
    const reasons = revisionReview(review, 1).masks.map(({ reason }) => reason);
    expect(reasons).toEqual(['个人隐私', '商业秘密']);
    const bare = act('first', {
      kind: 'mask',
      cells: [{ ...beside, reason: ' ' }],
      reason: '理由',
    });
    expect(refusal(review, bare)).toBe('reason-missing');
    const long = Array.from({ length: 500 }, (_, row) => ({ ...beside, row }));
    const all = act('first', { kind: 'mask', cells: long, reason: '长'.repeat(900) });
    expect(refusal(review, all)).toBeNull();
    const longer = long.map((each) => ({ ...each, reason: '长'.repeat(100) }));
    const heavy = act('first', { kind: 'mask', cells: longer, reason: '理由' });
    expect(refusal(review, heavy)).toBe('too-many-masks');
  });
});

describe('定时公开', () => {
  const later = act('third', { kind: 'schedule', notBefore: '2022-05-01T08:00:00+08:00' });
  const ready = [act('finance', 'approve'), ...signed()];
  const scheduled = (...acts: readonly ReviewAct[]) =>
    revisionReview(after([...ready, later, ...acts]), 1).scheduled;

  test('wants all that publishing wants, and a time to come', () => {
    expect(refusal(after([act('finance', 'approve')]), later)).toBe('signatures-missing');
    const past = act('third', { kind: 'schedule', notBefore: '2022-03-01T00:00:00.000Z' });
    expect(refusal(after(ready), past)).toBe('time-passed');
    expect(refusal(after(ready), act('finance', 'schedule'))).toBe('not-yours');
    expect(scheduled()).toMatchObject({
      by: 'd3',
      id: later.id,
      notBefore: '2022-05-01T00:00:00.000Z',
    });
    expect(stateOf(after([...ready, later]))).toBe('approved');
  });

  test('whatever changes the table or its approval ends it', () => {
    expect(scheduled(act('finance', 'reopen'))).toBeNull();
    expect(scheduled(act('first', { kind: 'mask', cells: [], reason: '理由' }))).toBeNull();
    expect(scheduled(act('third', 'unschedule'))).toBeNull();
    expect(scheduled(act('third', { kind: 'publish' }))).toBeNull();
    expect(scheduled(act('finance', 'take', 2), act('finance', 'approve', 2))).toBeNull();
    expect(refusal(after(ready), act('third', 'unschedule'))).toBe('wrong-state');
  });
});

test('the day of the final accounts is kept for the submission; it is a day', () => {
  const on = (day: string) => act('first', { kind: 'note-accounts', on: day });
  const approved = [act('finance', 'approve')];
  const noted = after([...approved, on('2022-07-01'), on('2022-07-08')]);
  expect(noted.accountsOn).toBe('2022-07-08');
  expect(refusal(noted, on('2022-02-30'))).toBe('no-such-day');
  expect(refusal(noted, on('明天'))).toBe('no-such-day');
});

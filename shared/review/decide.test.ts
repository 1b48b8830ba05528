import { describe, expect, test } from 'vitest';
import {
  act,
  after,
  MARK,
  MARKED_CELL,
  PEOPLE,
  refusal,
  SUBMISSION,
  signed,
  situation,
  WARNING,
} from '../../test/review-acts.ts';
import { reviewPolicyOf } from '../review-policy.ts';
import { NO_REVIEW, revisionReview, type SubmissionReview } from '../submission-review.ts';
import { decide } from './decide.ts';
import { REFUSALS } from './refusal.ts';

const stateOf = (review: SubmissionReview, revision = 1) => revisionReview(review, revision).state;

const published = () => [act('finance', 'approve'), ...signed(), act('third', 'publish')];

test('the whole way: approved, signed by three, public, withdrawn', () => {
  const review = after(published());
  expect([stateOf(review), review.approved, review.published]).toEqual(['published', 1, 1]);
  const withdrawn = after([...published(), act('finance', 'withdraw')]);
  expect([stateOf(withdrawn), withdrawn.approved, withdrawn.published]).toEqual([
    'withdrawn',
    1,
    null,
  ]);
});

test('what changed is told, before and after, and nothing else', () => {
  const decision = decide(NO_REVIEW, act('finance', 'approve'), situation());
  expect(decision).toMatchObject({
    taken: true,
    changed: {
      before: { state: 'pending', approvals: [], approved: null },
      after: { state: 'approved', approvals: [{ by: 'f1', name: '财政甲' }], approved: 1 },
    },
  });
  expect(decision).toMatchObject({
    review: { revisions: { 1: { decided: { by: 'f1', name: '财政甲' } } } },
  });
  expect(Object.keys(decision.taken ? decision.changed.after : {})).toHaveLength(3);
});

test('what a department must forward is not approved before', () => {
  const below = situation({ hasDepartment: true });
  expect(refusal(NO_REVIEW, act('finance', 'approve'), below)).toBe('not-forwarded');
  const forwarded = after([act('first', 'forward')], below);
  expect(refusal(forwarded, act('finance', 'approve'), below)).toBeNull();
  expect(refusal(forwarded, act('first', 'send-back'), below)).toBe('not-yours');
  const skipped = { ...below, policy: reviewPolicyOf({ review: { forwarding: false } }) };
  expect(refusal(NO_REVIEW, act('finance', 'approve'), skipped)).toBeNull();
});

test('sent back: nothing but reopening it, or a newer revision, leads on', () => {
  const back = after([act('finance', 'send-back')]);
  expect(stateOf(back)).toBe('sent-back');
  expect(refusal(back, act('finance', 'approve'))).toBe('wrong-state');
  expect(stateOf(after([act('finance', 'send-back'), act('finance', 'reopen')]))).toBe('pending');
  expect(refusal(back, act('finance', 'approve', 2), situation({ current: 2 }))).toBeNull();
});

test('four eyes: two officers, two people', () => {
  const strict = situation({ policy: reviewPolicyOf({ review: { fourEyes: true } }) });
  const once = after([act('finance', 'approve')], strict);
  expect([stateOf(once), once.approved]).toEqual(['pending', null]);
  expect(refusal(once, act('finance', 'approve'), strict)).toBe('same-person');
  expect(stateOf(after([act('finance', 'approve'), act('colleague', 'approve')], strict))).toBe(
    'approved',
  );
});

test('a warning without an explanation is waived with a reason, or stands against approval', () => {
  const warned = situation({ openWarnings: [WARNING] });
  expect(refusal(NO_REVIEW, act('finance', 'approve'), warned)).toBe('warnings-open');
  const unknown = act('finance', { kind: 'waive', finding: '别的', reason: '理由' });
  expect(refusal(NO_REVIEW, unknown, warned)).toBe('no-such-finding');
  const waived = after([act('finance', 'waive')], warned);
  expect(revisionReview(waived, 1).waived[WARNING]).toMatchObject({ by: 'f1', reason: '理由' });
  expect(refusal(waived, act('finance', 'approve'), warned)).toBeNull();
});

describe('特批受理', () => {
  const returned = situation({ status: 'returned', arguable: true, current: null });

  test('only what is returned for judgement alone, only the newest', () => {
    const special = act('finance', 'accept-specially');
    expect(refusal(NO_REVIEW, special, returned)).toBeNull();
    expect(refusal(NO_REVIEW, special, { ...returned, arguable: false })).toBe('not-arguable');
    expect(refusal(NO_REVIEW, special, { ...returned, latest: 2 })).toBe('not-newest');
    expect(refusal(NO_REVIEW, special)).toBe('wrong-state');
    expect(refusal(NO_REVIEW, act('first', 'accept-specially'), returned)).toBe('not-yours');
  });

  test('then it is reviewed like any other', () => {
    expect(refusal(NO_REVIEW, act('finance', 'approve'), returned)).toBe('not-accepted');
    const special = after([act('finance', 'accept-specially')], returned);
    expect(revisionReview(special, 1).specially).toMatchObject({ by: 'f1', reason: '理由' });
    expect(refusal(special, act('finance', 'approve'), { ...returned, current: 1 })).toBeNull();
  });
});

describe('待审更正', () => {
  const newer = situation({ current: 2, latest: 2 });

  test('waits until finance takes it; what was approved stands until it is approved', () => {
    const approved = after([act('finance', 'approve')]);
    expect(stateOf(approved, 2)).toBe('waiting');
    expect(refusal(approved, act('finance', 'approve', 2), newer)).toBe('wrong-state');
    const taken = after([act('finance', 'approve'), act('finance', 'take', 2)]);
    expect([stateOf(taken, 2), taken.approved]).toEqual(['pending', 1]);
    const both = after([
      act('finance', 'approve'),
      act('finance', 'take', 2),
      act('finance', 'approve', 2),
    ]);
    expect([stateOf(both), stateOf(both, 2), both.approved]).toEqual(['replaced', 'approved', 2]);
  });

  test('what is public stays so until the correction is, with a reason', () => {
    const corrected = [
      ...published(),
      act('finance', 'take', 2),
      act('finance', 'approve', 2),
      ...['first', 'second', 'third'].map((by) => act(by as 'first', 'sign', 2)),
    ];
    const approved = after(corrected);
    expect([stateOf(approved), approved.approved, approved.published]).toEqual(['published', 2, 1]);
    expect(refusal(approved, act('third', { kind: 'publish' }, 2), newer)).toBe('reason-missing');
    const review = after([...corrected, act('third', 'publish', 2)]);
    expect([stateOf(review), stateOf(review, 2), review.published]).toEqual([
      'replaced',
      'published',
      2,
    ]);
  });

  test('reopened, the correction gives way to what is public', () => {
    const review = after([
      ...published(),
      act('finance', 'take', 2),
      act('finance', 'approve', 2),
      act('finance', 'reopen', 2),
    ]);
    expect([review.approved, review.published, stateOf(review, 2)]).toEqual([1, 1, 'pending']);
  });
});

describe('publication', () => {
  const gated = situation({
    gates: [{ mark: MARK, rule: 'personal-data-absent', cell: MARKED_CELL }],
  });
  const approved = act('finance', 'approve');
  const publish = act('third', 'publish');
  const mask = act('first', { kind: 'mask', cells: [MARKED_CELL], reason: '个人隐私' });

  test('a marked place is signed off or masked first', () => {
    expect(refusal(after([approved, ...signed()], gated), publish, gated)).toBe('gates-open');
    expect(refusal(after([approved, mask, ...signed()], gated), publish, gated)).toBeNull();
    const cleared = after([approved, act('first', 'clear'), ...signed()], gated);
    expect(refusal(cleared, publish, gated)).toBeNull();
    const other = { ...MARKED_CELL, field: 'projectName' };
    const beside = act('first', { kind: 'mask', cells: [other], reason: '个人隐私' });
    expect(refusal(after([approved, beside, ...signed()], gated), publish, gated)).toBe(
      'gates-open',
    );
    const wholeRow = { ...gated, gates: [{ mark: MARK, rule: 'x', cell: null }] };
    expect(refusal(after([approved, mask, ...signed()], gated), publish, wholeRow)).toBe(
      'gates-open',
    );
  });

  test('three signatures of three people, for the masks as they stand', () => {
    const two = after([approved, act('first', 'sign'), act('second', 'sign')]);
    expect(refusal(two, publish)).toBe('signatures-missing');
    expect(refusal(two, act('first', 'sign'))).toBe('same-person');
    expect(refusal(after([approved, ...signed(), mask]), publish)).toBe('signatures-missing');
    expect(refusal(after([approved, ...signed()]), act('first', 'sign'))).toBe(
      'signatures-complete',
    );
    const policy = reviewPolicyOf({ review: { distinctSigners: false, signatures: 2 } });
    const loose = situation({ policy });
    const same = after([approved, act('first', 'sign'), act('first', 'sign')], loose);
    expect(refusal(same, publish, loose)).toBeNull();
  });

  test('not before approval, and not by finance', () => {
    expect(refusal(NO_REVIEW, publish)).toBe('wrong-state');
    expect(refusal(after([approved, ...signed()]), act('finance', 'publish'))).toBe('not-yours');
  });

  test.each([
    [['annualGoal'], null],
    [['budgetFund'], 'masks-derivable'],
    [['budgetFund', 'budgetGeneral'], null],
    [['budgetFund', 'actualGeneral'], 'masks-derivable'],
    [['actualTotal', 'actualFund'], 'masks-derivable'],
    [['actualTotal', 'actualFund', 'executionRate'], null],
    [['executionRate'], 'masks-derivable'],
  ])('%j masked: %s', (fields, told) => {
    const cells = fields.map((field) => ({ ...MARKED_CELL, field }));
    const masked = act('first', { kind: 'mask', cells, reason: '理由' });
    expect(refusal(after([approved]), masked)).toBe(told);
    const elsewhere = cells.map((cell, index) => ({ ...cell, row: index + 1 }));
    const apart = act('first', { kind: 'mask', cells: elsewhere, reason: '理由' });
    const isText = fields.includes('annualGoal');
    expect(refusal(after([approved]), apart)).toBe(isText ? null : 'masks-derivable');
  });

  test('a mask that meets no cell hides nothing', () => {
    for (const place of [{ field: 'goals' }, { sheet: '别的' }, { row: 5000 }]) {
      const cells = [{ ...MARKED_CELL, ...place }];
      const masked = act('first', { kind: 'mask', cells, reason: '理由' });
      expect(refusal(after([approved]), masked)).toBe('no-such-cell');
    }
  });

  test('so many masked cells are more than the head holds', () => {
    const cells = Array.from({ length: 501 }, (_, row) => ({ ...MARKED_CELL, row }));
    const many = act('first', { kind: 'mask', cells, reason: '理由' });
    expect(refusal(after([approved]), many)).toBe('too-many-masks');
  });
});

test.each(Object.entries(REFUSALS))('%s is told in Chinese and in English', (_, { zh, en }) => {
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
});

test('a reason is something, and no novel', () => {
  const withReason = (reason: string) => act('finance', { kind: 'send-back', reason });
  expect(refusal(NO_REVIEW, withReason('  '))).toBe('reason-missing');
  expect(refusal(NO_REVIEW, withReason('长'.repeat(1001)))).toBe('reason-too-long');
});

test('a unit recalls its own return; nobody else’s', () => {
  expect(stateOf(after([act('unit', 'recall')]))).toBe('recalled');
  const elsewhere = {
    ...act('unit', 'recall'),
    submission: { ...SUBMISSION, submitter: 'LG-GXJ' },
  };
  expect(refusal(NO_REVIEW, elsewhere)).toBe('not-yours');
  expect(refusal(NO_REVIEW, { ...act('unit', 'recall'), by: PEOPLE.finance })).toBe('not-yours');
});

test('an answer in place of a table can be taken back, and nothing else be done with it', () => {
  const at = situation({ isAnswer: true, form: null, projects: null });
  expect(refusal(NO_REVIEW, act('finance', 'approve'), at)).toBe('no-revision');
  expect(refusal(NO_REVIEW, act('first', 'forward'), at)).toBe('no-revision');
  expect(refusal(NO_REVIEW, act('unit', 'recall'), at)).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { act, after, refusal, situation } from '../../test/review-acts.ts';
import { reviewPolicyOf } from '../review-policy.ts';
import { NO_REVIEW, revisionReview, type SubmissionReview } from '../submission-review.ts';

const stateOf = (review: SubmissionReview) => revisionReview(review, 1).state;

describe('盖章扫描件', () => {
  const policyOf = (scan: 'off' | 'optional' | 'required', fourEyes = false) =>
    situation({ policy: reviewPolicyOf({ review: { scan, fourEyes } }) });
  const needed = policyOf('required');
  const add = (revision = 1) => act('unit', 'add-scan', revision);

  test('is not taken unless the period takes any', () => {
    expect(refusal(NO_REVIEW, add())).toBe('scans-off');
    expect(refusal(NO_REVIEW, add(), policyOf('optional'))).toBeNull();
    expect(refusal(NO_REVIEW, act('finance', 'add-scan'), needed)).toBe('not-yours');
    expect(refusal(NO_REVIEW, add(), { ...needed, current: 2 })).toBe('not-newest');
  });

  test('stands against approval where it is needed and missing', () => {
    expect(refusal(NO_REVIEW, act('finance', 'approve'), needed)).toBe('scan-missing');
    expect(refusal(NO_REVIEW, act('finance', 'approve'), policyOf('optional'))).toBeNull();
    expect(refusal(after([add()], needed), act('finance', 'approve'), needed)).toBeNull();
  });

  test('is replaced with those before it kept, until it is approved', () => {
    const twice = after([add(), add()], needed);
    expect(revisionReview(twice, 1).scans).toMatchObject([
      { by: 'u1', name: '填报员', sha256: 'c'.repeat(64) },
      { by: 'u1' },
    ]);
    const approved = after([add(), act('finance', 'approve')], needed);
    expect(refusal(approved, add(), needed)).toBe('scan-approved');
    const many = after(
      Array.from({ length: 20 }, () => add()),
      needed,
    );
    expect(refusal(many, add(), needed)).toBe('too-many-scans');
  });

  test('may come after approval where none was needed, and leaves that alone', () => {
    const late = after([act('finance', 'approve'), add()], policyOf('optional'));
    expect([stateOf(late), late.approved]).toEqual(['approved', 1]);
    expect(revisionReview(late, 1).approvals).toHaveLength(1);
  });

  test('makes whoever approved before look again', () => {
    const strict = policyOf('optional', true);
    const once = after([act('finance', 'approve'), add()], strict);
    expect(revisionReview(once, 1).approvals).toEqual([]);
    expect(
      stateOf(after([act('finance', 'approve'), add(), act('colleague', 'approve')], strict)),
    ).toBe('pending');
  });
});

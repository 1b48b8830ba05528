import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  act,
  actionOf,
  MARK,
  MARKED_CELL,
  PEOPLE,
  situation,
  WARNING,
} from '../../test/review-acts.ts';
import { reviewPolicyOf } from '../review-policy.ts';
import { NO_REVIEW, revisionReview, type SubmissionReview } from '../submission-review.ts';
import { decide } from './decide.ts';
import { openGates } from './open-gates.ts';
import type { ReviewAct, ReviewAction } from './review-act.ts';
import type { Situation } from './situation.ts';
import { STEPS } from './steps.ts';

/* Whatever people do in whatever order, what a review promises holds after every act. */

const KINDS = Object.keys(STEPS) as ReviewAction['kind'][];

/** What leads on is tried more often than what leads back, or few stories would come far. */
const OFTEN = (
  [
    'forward',
    'approve',
    'waive',
    'add-scan',
    'take',
    'sign',
    'sign',
    'sign',
    'publish',
    'publish',
    'accept-specially',
  ] as const
).flatMap((kind) => [kind, kind, kind, kind]);

const mask = fc.record({
  kind: fc.constant('mask' as const),
  cells: fc.constantFrom([], [MARKED_CELL]),
  reason: fc.constant('理由'),
});

const ANYBODY = Object.keys(PEOPLE) as (keyof typeof PEOPLE)[];

/** Mostly somebody who may, else anybody. */
const personFor = (kind: ReviewAction['kind']) =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc.constantFrom(
        ...ANYBODY.filter((name) => STEPS[kind].roles.includes(PEOPLE[name].role)),
      ),
    },
    fc.constantFrom(...ANYBODY),
  );

/** An attempt, mostly at the newest revision. */
const attempt = fc
  .oneof({ weight: 40, arbitrary: fc.constantFrom(...KINDS, ...OFTEN).map(actionOf) }, mask)
  .chain((action) =>
    fc.record({
      action: fc.constant(action),
      by: personFor(action.kind),
      revision: fc.oneof(
        { weight: 4, arbitrary: fc.constant('newest' as const) },
        fc.integer({ min: 1, max: 3 }),
      ),
    }),
  );

/** Somebody acts, or the unit sends a newer revision. */
const story = fc.array(fc.oneof({ weight: 30, arbitrary: attempt }, fc.constant('sent' as const)), {
  minLength: 20,
  maxLength: 100,
  size: 'max',
});

type Steps = typeof story extends fc.Arbitrary<infer Told> ? Told : never;

const policies = fc.record({
  forwarding: fc.boolean(),
  fourEyes: fc.boolean(),
  explanations: fc.boolean(),
  scan: fc.constantFrom('off' as const, 'optional' as const, 'required' as const),
  signatures: fc.constantFrom(1, 2, 3),
  distinctSigners: fc.boolean(),
});

const worlds = fc
  .record({
    policy: policies,
    hasDepartment: fc.boolean(),
    isReturned: fc.boolean(),
    openWarnings: fc.constantFrom([], [WARNING]),
    gates: fc.constantFrom([], [{ mark: MARK, rule: 'personal-data-absent', cell: MARKED_CELL }]),
  })
  .map(({ policy, isReturned, ...rest }) => ({
    ...rest,
    status: isReturned ? ('returned' as const) : ('accepted' as const),
    arguable: isReturned,
    policy: reviewPolicyOf({ review: policy }),
  }));

/** Plays a story; tells of every act that was taken. */
function play(
  steps: Steps,
  world: Partial<Situation>,
  taken: (before: SubmissionReview, after: SubmissionReview, by: ReviewAct, at: Situation) => void,
): SubmissionReview {
  let review = NO_REVIEW;
  let newest = 1;
  for (const step of steps) {
    if (step === 'sent') {
      newest = Math.min(newest + 1, 3);
      continue;
    }
    const at = situation({ ...world, current: newest, latest: newest });
    const revision = step.revision === 'newest' ? newest : step.revision;
    const done = act(step.by, step.action, revision);
    const decision = decide(review, done, at);
    if (!decision.taken) continue;
    taken(review, decision.review, done, at);
    review = decision.review;
  }
  return review;
}

const RUNS = { numRuns: 1000 };

test('what stands approved was approved by as many officers as wanted; only that is public', () => {
  let publications = 0;
  fc.assert(
    fc.property(story, worlds, (steps, world) => {
      const approved = new Set<number>();
      play(steps, world, (before, after, { action: { kind }, revision, by }, at) => {
        const own = revisionReview(after, revision);
        if (after.approved !== before.approved && kind === 'approve') {
          expect(by.role).toBe('finance');
          const officers = new Set(own.approvals.map((approval) => approval.by));
          expect(officers.size).toBe(at.policy.fourEyes ? 2 : 1);
          if (at.policy.scan === 'required') expect(own.scans).not.toEqual([]);
          if (at.policy.explanations) {
            expect(Object.keys(own.waived)).toEqual(expect.arrayContaining([...at.openWarnings]));
          }
          approved.add(revision);
        }
        if (kind === 'reopen') approved.delete(revision);
        if (after.approved !== null) expect(approved).toContain(after.approved);
        if (after.published !== null) expect(approved).toContain(after.published);
        if (kind !== 'publish') return;
        publications += 1;
        expect(after.published).toBe(revision);
        expect(before.approved).toBe(revision);
        expect(by.role).toBe('department');
        expect(own.signatures).toHaveLength(at.policy.signatures);
        if (at.policy.distinctSigners) {
          expect(new Set(own.signatures.map((one) => one.by)).size).toBe(at.policy.signatures);
        }
        expect(openGates(own, at.gates)).toEqual([]);
      });
    }),
    RUNS,
  );
  // The stories are worth telling: some of them end in public.
  expect(publications).toBeGreaterThan(40);
});

test('states and what stands agree; masks change only unsigned and before publication', () => {
  fc.assert(
    fc.property(story, worlds, (steps, world) => {
      play(steps, world, (before, after) => {
        const { approved, published } = after;
        if (approved !== null) {
          expect(['approved', 'published', 'withdrawn']).toContain(
            revisionReview(after, approved).state,
          );
        }
        const isPublic = Object.entries(after.revisions).filter(
          ([, { state }]) => state === 'published',
        );
        expect(isPublic.map(([revision]) => Number(revision))).toEqual(
          published === null ? [] : [published],
        );
        for (const [revision, own] of Object.entries(after.revisions)) {
          const old = revisionReview(before, Number(revision));
          if (JSON.stringify(old.masks) === JSON.stringify(own.masks)) continue;
          expect([own.state, own.signatures]).toEqual(['approved', []]);
        }
      });
    }),
    RUNS,
  );
});

test('auditors and strangers change nothing, and every act counts once', () => {
  fc.assert(
    fc.property(story, worlds, (steps, world) => {
      const ids: string[] = [];
      const review = play(steps, world, (before, after, { id, by }) => {
        expect([PEOPLE.auditor.id, PEOPLE.stranger.id]).not.toContain(by.id);
        expect(after.version).toBe(before.version + 1);
        ids.push(id);
      });
      expect(review.acts).toEqual(ids);
    }),
    RUNS,
  );
});

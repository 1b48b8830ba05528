import { decide } from '../shared/review/decide.ts';
import type { Refusal } from '../shared/review/refusal.ts';
import type { ReviewAct, ReviewAction, Reviewer } from '../shared/review/review-act.ts';
import type { Situation } from '../shared/review/situation.ts';
import { reviewPolicyOf } from '../shared/review-policy.ts';
import { NO_REVIEW, type SubmissionReview } from '../shared/submission-review.ts';
import { longgang2021 } from '../templates/longgang-2021/form.ts';

export const SUBMISSION = { period: '2021', submitter: 'LG-FGJ' };

/** The people of the tests; everybody has a different id. */
export const PEOPLE = {
  unit: { id: 'u1', name: '填报员', role: 'unit', units: ['LG-FGJ'] },
  first: { id: 'd1', name: '初审人', role: 'department', units: ['LG-FGJ'] },
  second: { id: 'd2', name: '复审人', role: 'department', units: ['LG-FGJ'] },
  third: { id: 'd3', name: '批准人', role: 'department', units: ['LG-FGJ'] },
  finance: { id: 'f1', name: '财政甲', role: 'finance', units: [] },
  colleague: { id: 'f2', name: '财政乙', role: 'finance', units: [] },
  auditor: { id: 'a1', name: '审计', role: 'auditor', units: ['LG-FGJ'] },
  stranger: { id: 'd9', name: '外单位', role: 'department', units: ['LG-GXJ'] },
} as const satisfies Readonly<Record<string, Reviewer>>;

let acts = 0;

/** Somebody does something with a revision; each act has an id of its own. */
export function act(
  by: keyof typeof PEOPLE,
  action: ReviewAction | ReviewAction['kind'],
  revision = 1,
): ReviewAct {
  acts += 1;
  return {
    id: `act-${acts}`,
    by: PEOPLE[by],
    at: '2022-04-01T02:00:00.000Z',
    submission: SUBMISSION,
    revision,
    action: typeof action === 'string' ? actionOf(action) : action,
  };
}

/** An action of a kind, with something for whatever it wants to be told. */
export const actionOf = (kind: ReviewAction['kind']): ReviewAction =>
  ({
    kind,
    reason: '理由',
    cells: [],
    finding: WARNING,
    mark: MARK,
    cell: MARKED_CELL,
    text: '请写明数量',
    notBefore: '2022-05-01T00:00:00.000Z',
    on: '2022-03-20',
    scan: SCAN,
  }) as ReviewAction;

export const SCAN = { type: 'pdf', bytes: 3, sha256: 'c'.repeat(64) } as const;

export const WARNING = '警告@表!B2';
export const MARK = 'personal-data-absent@表!C3';
export const MARKED_CELL = { sheet: '表', row: 3, field: 'annualGoal' };

/** A revision that was accepted, is the newest, and has nothing against it. */
export const situation = (changes: Partial<Situation> = {}): Situation => ({
  status: 'accepted',
  isAnswer: false,
  arguable: false,
  current: 1,
  latest: 1,
  late: null,
  isClosed: false,
  hasDepartment: false,
  openWarnings: [],
  gates: [],
  policy: reviewPolicyOf({}),
  form: longgang2021,
  projects: Array.from({ length: 1000 }, (_, row) => ({ sheet: '表', row })),
  ...changes,
});

/** A review after these acts, all of which are taken. */
export function after(acts: readonly ReviewAct[], at: Situation = situation()): SubmissionReview {
  return acts.reduce((review, next) => {
    const decision = decide(review, next, {
      ...at,
      current: Math.max(at.current ?? 0, next.revision),
    });
    if (!decision.taken) throw new Error(`${next.action.kind}: ${decision.refusal}`);
    return decision.review;
  }, NO_REVIEW);
}

/** Why an act is not taken; null where it is. */
export const refusal = (
  review: SubmissionReview,
  next: ReviewAct,
  at: Situation = situation(),
): Refusal | null => {
  const decision = decide(review, next, at);
  return decision.taken ? null : decision.refusal;
};

export const signed = (): readonly ReviewAct[] => [
  act('first', 'sign'),
  act('second', 'sign'),
  act('third', 'sign'),
];

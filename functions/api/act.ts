import type { ApiPorts } from '../../shared/api-ports.ts';
import { reviewerFor } from '../../shared/review/offered-steps.ts';
import { type Refusal as ActRefusal, REFUSALS } from '../../shared/review/refusal.ts';
import type { ReviewAct, ReviewAction, Reviewer } from '../../shared/review/review-act.ts';
import { refusalNow, takeAct } from '../../shared/review/take-act.ts';
import type { Units } from '../../shared/store/submissions.ts';
import type { RevisionKey } from '../../shared/upload.ts';
import { isOf, rolesFor } from './access.ts';
import type { Caller } from './identity/caller.ts';
import type { ProblemName } from './problems.ts';
import { Refusal } from './refusal.ts';

/** What somebody wants done in a review. */
interface Acting {
  readonly key: RevisionKey;
  /** Of the act, unlike that of any other act in its period. */
  readonly id: string;
  readonly action: ReviewAction;
  readonly caller: Caller;
  /** ISO 8601. */
  readonly at: string;
}

/** Takes an act of review, once for its id; refuses one that the caller or the state does not allow. */
export async function act(acting: Acting, ports: ApiPorts): Promise<void> {
  const result = await takeAct(await reviewActOf(acting, ports), ports);
  if (!result.taken) throw refused(result.refusal);
}

/** Refuses an act that would not be taken as things stand. */
export async function assertTakes(acting: Acting, ports: ApiPorts): Promise<void> {
  const refusal = await refusalNow(await reviewActOf(acting, ports), ports);
  if (refusal !== null) throw refused(refusal);
}

async function reviewActOf(
  { key, caller, ...act }: Acting,
  { submissions }: Pick<ApiPorts, 'submissions'>,
): Promise<ReviewAct> {
  const { revision, ...submission } = key;
  const reviewers = await reviewersFor(caller, submission.submitter, submissions);
  const by = reviewerFor(act.action.kind, reviewers);
  if (by === null) throw refused('not-yours');
  return { ...act, by, submission, revision };
}

/** The caller as the review knows people: once for each role in which they may act on a submission. */
export async function reviewersFor(
  caller: Caller,
  submitter: string,
  register: Pick<Units, 'registerFor'>,
): Promise<readonly Reviewer[]> {
  const roles = await rolesFor(caller, submitter, register);
  const { sub: id, name } = caller;
  const isOwn = await isOf(caller, submitter, register);
  return roles.map((role) => ({
    id,
    name,
    role,
    units: role !== 'finance' || isOwn ? [submitter] : [],
  }));
}

/** A refusal of the review as the API answers it, with the reason in words. */
function refused(refusal: ActRefusal): Refusal {
  const { zh, en } = REFUSALS[refusal];
  const detail = { zh: `${zh}。`, en: `${en}.` };
  return new Refusal(PROBLEM_OF[refusal] ?? 'act-refused', { refusal, detail });
}

const PROBLEM_OF: Readonly<Partial<Record<ActRefusal, ProblemName>>> = {
  'not-yours': 'not-yours-to-do',
  'no-revision': 'not-found',
};

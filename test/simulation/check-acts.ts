import type { AuditEntry } from '../../shared/audit/audit-entry.ts';
import { canonicalJson } from '../../shared/audit/canonical-json.ts';
import { verifyTrail } from '../../shared/audit/verify-trail.ts';
import type { SubmissionReview } from '../../shared/submission-review.ts';
import { nameOf } from '../memory-store/tables.ts';
import type { System } from './system.ts';

/**
 * Each trail verifies and holds each act once, in the order in which its submission took them; each state
 * is the one that the last act on its revision led to; whoever was told that an act is taken finds it there.
 */
export function* actProblems(system: System): Iterable<string> {
  const { tables } = system.world;
  for (const [chain, entries] of tables.trails) {
    const verified = verifyTrail(entries.map((entry) => `${canonicalJson(entry)}\n`).join(''));
    if (!verified.holds) yield `the trail of ${chain} breaks at line ${verified.line}`;
  }
  const entries = [...tables.trails.values()].flat();
  const taken = new Set<string>();
  for (const head of tables.heads.values()) {
    const own = entries.filter(
      ({ submission }) => submission !== null && nameOf(submission) === nameOf(head),
    );
    for (const { actionId } of own) taken.add(actionId);
    yield* reviewProblems(nameOf(head), head.review, own);
  }
  for (const id of system.taken) if (!taken.has(id)) yield `${id} was taken and is not on record`;
  if (taken.size !== entries.length) yield 'the trails hold acts of nobody, or one twice';
}

function* reviewProblems(
  name: string,
  review: SubmissionReview | undefined,
  entries: readonly AuditEntry[],
): Iterable<string> {
  const ids = entries.map(({ actionId }) => actionId);
  if (JSON.stringify(ids) !== JSON.stringify(review?.acts ?? [])) {
    yield `the trail tells other acts of ${name} than its review`;
  }
  if (review === undefined) return;
  if (review.underWay !== null) yield `the last act of ${name} was never finished`;
  const states = new Map<string, unknown>();
  let [approved, published]: unknown[] = [null, null];
  for (const { revision, after } of entries) {
    if ('approved' in after) {
      if (states.get(`${approved}`) === 'approved' && after['approved'] !== null) {
        states.set(`${approved}`, 'replaced');
      }
      approved = after['approved'];
    }
    if ('published' in after) {
      if (after['published'] !== null && published !== null) states.set(`${published}`, 'replaced');
      published = after['published'];
    }
    if ('state' in after) states.set(`${revision}`, after['state']);
  }
  for (const [revision, { state }] of Object.entries(review.revisions)) {
    const led = states.get(revision);
    // Acts that decide nothing, such as a waiver, leave the state in which they found it.
    if (led !== undefined && led !== state)
      yield `acts led ${name}/${revision} to ${led}, not ${state}`;
    if (led === undefined && !['pending', 'waiting'].includes(state)) {
      yield `${name}/${revision} is ${state}, and no act led there`;
    }
  }
  if (review.approved !== approved)
    yield `acts approved ${approved} of ${name}, not ${review.approved}`;
  if (review.published !== published)
    yield `acts published ${published} of ${name}, not ${review.published}`;
}

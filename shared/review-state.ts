import type { Text } from './locale.ts';

/**
 * Where a revision stands in its review. `waiting` 待审更正: accepted after another one was approved, not
 * taken up yet. `replaced` 已被更正版替代: a later revision was approved in its place, or published.
 */
export type ReviewState = (typeof REVIEW_STATES)[number];

/** Every state of a review. */
export const REVIEW_STATES = [
  'waiting',
  'pending',
  'forwarded',
  'sent-back',
  'approved',
  'published',
  'withdrawn',
  'recalled',
  'replaced',
] as const;

/** What a state is called by itself; of a return that came back see `reviewStateName`. */
export const REVIEW_STATE_NAMES: Readonly<Record<ReviewState, Text>> = {
  waiting: { zh: '待审更正', en: 'Correction waiting' },
  pending: { zh: '待审核', en: 'Pending' },
  forwarded: { zh: '主管已审', en: 'Forwarded' },
  'sent-back': { zh: '财政退回', en: 'Sent back' },
  approved: { zh: '审核通过', en: 'Approved' },
  published: { zh: '已公开', en: 'Published' },
  withdrawn: { zh: '已撤回公开', en: 'Withdrawn' },
  recalled: { zh: '已撤销', en: 'Recalled' },
  replaced: { zh: '已被更正版替代', en: 'Replaced' },
};

/** What a state is called wherever people read it: where a return came back from, by who sent it back. */
export const reviewStateName = ({
  state,
  decided,
}: {
  readonly state: ReviewState;
  readonly decided: { readonly role?: string } | null;
}): Text =>
  state === 'sent-back' && decided?.role === 'department'
    ? { zh: '主管部门退回', en: 'Sent back by its department' }
    : REVIEW_STATE_NAMES[state];

import { countedAnswer, countedRevision } from './counted.ts';
import type { FirstTimes } from './lateness.ts';
import type { Head } from './submission.ts';
import { timeInOrder } from './upload.ts';

/**
 * When a return first arrived and was first accepted: as the head notes it, and of one from before that
 * was kept by what counts in it.
 */
export function firstTimes(head: Head | null): FirstTimes {
  if (head === null) return { received: null, accepted: null };
  const accepted = countedRevision(head)?.receivedAt ?? countedAnswer(head)?.at ?? null;
  const newest = head.latest === null ? null : timeInOrder(head.latest.order);
  return {
    received: head.first?.received ?? accepted ?? newest,
    accepted: head.first === undefined ? accepted : head.first.accepted,
  };
}

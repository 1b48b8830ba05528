import type { Random } from './random.ts';
import { earliest } from './turns.ts';

/** A message in a queue. Times are milliseconds of the simulated clock. */
export interface Queued<Body> {
  readonly body: Body;
  /** Nobody receives it before. */
  visibleAt: number;
  /** How often it was received. */
  received: number;
}

/** A queue as SQS keeps it: no order, and what is received but not removed comes again. */
export interface Queue<Body> {
  readonly send: (body: Body, visibleAt: number) => void;
  /** A message that is visible now, hidden from others until a time; null if there is none. */
  readonly receive: (now: number, hiddenUntil: number) => Queued<Body> | null;
  readonly remove: (message: Queued<Body>) => void;
  /** When the next message is visible; null if there is none. */
  readonly nextVisible: () => number | null;
  /** Messages in it, hidden ones included. */
  readonly count: () => number;
}

/** A message received so often without being removed is given up, as `infra/work-queue.ts` says. */
export const MOST_RECEIVES = 5;

/** A queue that hands what it gives up to `giveUp`; null: it never gives up, as a dead-letter queue. */
export function makeQueue<Body>(
  random: Random,
  giveUp: ((body: Body) => void) | null,
): Queue<Body> {
  const messages = new Set<Queued<Body>>();
  return {
    send: (body, visibleAt) => void messages.add({ body, visibleAt, received: 0 }),
    receive(now, hiddenUntil) {
      for (;;) {
        const visible = [...messages].filter(({ visibleAt }) => visibleAt <= now);
        if (visible.length === 0) return null;
        const message = random.pick(visible);
        if (giveUp === null || message.received < MOST_RECEIVES) {
          message.received += 1;
          message.visibleAt = hiddenUntil;
          return message;
        }
        messages.delete(message);
        giveUp(message.body);
      }
    },
    remove: (message) => void messages.delete(message),
    count: () => messages.size,
    nextVisible: () => earliest([...messages].map(({ visibleAt }) => visibleAt)),
  };
}

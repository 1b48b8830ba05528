import type { DatabaseSync } from 'node:sqlite';

/** A message that has to reach a queue. */
export interface OutboxMessage {
  readonly queue: string;
  readonly body: string;
}

/** The delivery of posted messages, at work. */
export interface Outbox {
  /** Says that there is something to deliver. */
  readonly wake: () => void;
  /** Resolves when nothing is being sent any more. What is left is delivered after the next start. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds before a message that a queue did not take is tried again. */
const RETRY = 500;

/** Lays messages down for delivery; part of the step that makes the object known. */
export function post(database: DatabaseSync, messages: readonly OutboxMessage[]): void {
  const insert = database.prepare('INSERT INTO outbox (queue, body) VALUES (?, ?)');
  for (const { queue, body } of messages) insert.run(queue, body);
}

/**
 * Delivers what was posted, in order, at least once: a message is struck off after the queue took
 * it, so a kill in between sends it twice.
 */
export function startOutbox(
  database: DatabaseSync,
  send: (queue: string, body: string) => Promise<unknown>,
  log: (line: string) => void,
): Outbox {
  const oldest = database.prepare('SELECT id, queue, body FROM outbox ORDER BY id LIMIT 1');
  const strikeOff = database.prepare('DELETE FROM outbox WHERE id = ?');
  let stopped = false;
  let wake = (): void => {};

  const woken = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });

  async function deliver(): Promise<void> {
    while (!stopped) {
      const message = oldest.get();
      if (message === undefined) {
        await woken();
        continue;
      }
      const { id, queue, body } = message as { id: number; queue: string; body: string };
      try {
        await send(queue, body);
        strikeOff.run(id);
      } catch (error) {
        log(`队列 ${queue} 暂时收不到消息，稍后重发 / ${queue} took no message: ${String(error)}`);
        const retry = setTimeout(() => wake(), RETRY);
        await woken();
        clearTimeout(retry);
      }
    }
  }

  const running = deliver();
  return {
    wake: () => wake(),
    stop() {
      stopped = true;
      wake();
      return running;
    },
  };
}

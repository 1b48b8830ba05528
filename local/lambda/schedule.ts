import { setTimeout as pause } from 'node:timers/promises';
import type { ScheduledEvent } from 'aws-lambda';
import { ACCOUNT, REGION } from '../wiring/names.ts';
import type { ScheduleWiring } from '../wiring/wiring.ts';

/** A schedule at work. */
export interface Schedule {
  /** Calls no more; resolves when a call under way is done. */
  readonly stop: () => Promise<void>;
}

/**
 * Said to the sweep at the start: nothing is at work yet, so whatever is unfinished was left behind by
 * a kill and need not be overdue to be taken up.
 */
const NOTHING_AT_WORK = { overdueMinutes: 0 };

/**
 * Calls a function at once and then as often as the template says, never twice at a time. At once,
 * since what a kill left behind should not wait for the clock.
 */
export function startSchedule(
  { function: name, every }: ScheduleWiring,
  invoke: (event: ScheduledEvent) => Promise<unknown>,
  log: (line: string) => void,
): Schedule {
  const stopping = new AbortController();

  async function run(): Promise<void> {
    let detail: object = NOTHING_AT_WORK;
    while (!stopping.signal.aborted) {
      await invoke(eventAt(new Date(), detail)).catch((error: unknown) => {
        log(`${name}：处理失败，下次再试 / failed, to be tried next time: ${String(error)}`);
      });
      detail = {};
      // Rejects when the schedule is stopped, which is what ends the loop.
      await pause(every, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

const eventAt = (time: Date, detail: object): ScheduledEvent => ({
  version: '0',
  id: crypto.randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: ACCOUNT,
  time: time.toISOString(),
  region: REGION,
  resources: [],
  detail,
});

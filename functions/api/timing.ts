import type { Duty } from '../../shared/bureau-state.ts';
import { daysUntil } from '../../shared/due-day.ts';
import { firstTimes } from '../../shared/first-times.ts';
import { daysLate, deadlineOf, isInGrace } from '../../shared/lateness.ts';
import type { Period } from '../../shared/period.ts';
import type { Head } from '../../shared/submission.ts';
import type { Timing } from './collection-schemas.ts';

/** How a unit is in time on a day in China (`YYYY-MM-DD`). */
export function timingOf(
  period: Pick<Period, 'dueOn' | 'graceDays' | 'holidays' | 'makeUpDays'>,
  { extension }: Pick<Duty, 'extension'>,
  head: Head | null,
  today: string,
): Timing {
  const deadline = deadlineOf(period, extension?.dueOn ?? null);
  const times = firstTimes(head);
  const inGrace = deadline !== null && isInGrace(deadline, times, today);
  const lastDay = deadline === null ? null : inGrace ? deadline.graceOn : deadline.dueOn;
  return {
    dueOn: deadline?.dueOn ?? null,
    extension: extension === null ? null : shown(extension),
    inGrace,
    lastDay,
    daysLeft: lastDay === null ? null : daysUntil(lastDay, today),
    daysLate: daysLate(deadline, times),
  };
}

const shown = ({ dueOn, reason, name, at }: NonNullable<Duty['extension']>) => ({
  dueOn,
  reason,
  name,
  at,
});

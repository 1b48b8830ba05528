import { daysUntil } from './due-day.ts';
import type { Period } from './period.ts';
import { dayInChina } from './severity.ts';

/*
 * When a return is late (逾期). All days are written `YYYY-MM-DD` and end at 24:00 in China.
 */

/** Working days of grace unless a period says otherwise. */
export const USUAL_GRACE = 1;

/** Until when something is owed. */
export interface Deadline {
  /** The last day of sending, an extension (延期) included. */
  readonly dueOn: string;
  /** The last day on which what was first sent in time may be accepted without being late. */
  readonly graceOn: string;
}

/** When something first arrived and was first accepted, ISO 8601; null where it has not been. */
export interface FirstTimes {
  readonly received: string | null;
  readonly accepted: string | null;
}

type Dates = Pick<Period, 'dueOn' | 'graceDays' | 'holidays' | 'makeUpDays'>;

/** The deadline of a unit: the period's, or that of its extension; null where the period sets no day. */
export function deadlineOf(period: Dates, extendedTo: string | null): Deadline | null {
  if (period.dueOn === undefined) return null;
  const dueOn = extendedTo ?? period.dueOn;
  return { dueOn, graceOn: workingDaysAfter(dueOn, period.graceDays ?? USUAL_GRACE, period) };
}

/** The working day that is `count` working days after a day; the day itself for 0. */
function workingDaysAfter(day: string, count: number, calendar: Dates): string {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = dayAfter(reached);
    if (isWorkingDay(reached, calendar)) left -= 1;
  }
  return reached;
}

function isWorkingDay(day: string, { holidays = [], makeUpDays = [] }: Dates): boolean {
  if (holidays.includes(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return (weekday !== 0 && weekday !== 6) || makeUpDays.includes(day);
}

const DAY = 24 * 60 * 60 * 1000;

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

/** True if something arrived by the due day. */
const cameInTime = ({ dueOn }: Deadline, { received }: FirstTimes): boolean =>
  received !== null && dayInChina(received) <= dueOn;

/**
 * How many days late a return was accepted (逾期 N 天), counted from the due day; 0: on time, because it
 * was accepted by then, or first arrived by then and was accepted within the grace. Null while nothing is
 * accepted, and where no day is set.
 */
export function daysLate(deadline: Deadline | null, times: FirstTimes): number | null {
  if (deadline === null || times.accepted === null) return null;
  const day = dayInChina(times.accepted);
  const last = cameInTime(deadline, times) ? deadline.graceOn : deadline.dueOn;
  return day <= last ? 0 : daysUntil(day, deadline.dueOn);
}

/** True on the days of grace of what first arrived in time and is not accepted yet. */
export const isInGrace = (deadline: Deadline, times: FirstTimes, today: string): boolean =>
  times.accepted === null &&
  today > deadline.dueOn &&
  today <= deadline.graceOn &&
  cameInTime(deadline, times);

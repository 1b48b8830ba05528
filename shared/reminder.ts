import type { NoticeMessage } from './notice.ts';

/** A unit is asked to send what it owes (催报). */
export interface Reminder {
  readonly period: string;
  readonly unit: string;
  /** The last day that it has (`YYYY-MM-DD`, ends at 24:00 in China); null where none is set. */
  readonly dueOn: string | null;
}

/** Asks units by a message from outside the pages. */
export interface Reminders {
  /** Sends it; may send it twice. Rejects when it cannot. */
  readonly remind: (reminder: Reminder) => Promise<void>;
}

/** A reminder in words. Whoever subscribed for a unit finds it by the attribute `unit`. */
export function reminderMessage({ period, unit, dueOn }: Reminder): NoticeMessage {
  const zh = dueOn === null ? '' : `应于 ${dueOn} 24:00（北京时间）前报送，`;
  const en = dueOn === null ? '' : `, due by the end of ${dueOn} (Beijing time)`;
  return {
    subject: `Jixiao ${period} ${unit} reminder`,
    text: `${period} 年度 ${unit}：${zh}尚未报送或须重新报送，请尽快办理。没有项目的，请在网页上答复“本年度无项目”。\n\n${period} ${unit}: the return is still to be sent${en}. Where there are no projects, say so on the page.\n`,
    attributes: { kind: 'reminder', period, unit },
  };
}

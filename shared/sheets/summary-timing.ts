import { daysLate, deadlineOf } from '../lateness.ts';
import { NO_FIGURE } from '../records/record.ts';
import { minuteInChina } from '../severity.ts';
import type { TextColumn } from './sheet-rows.ts';
import type { SummaryInput } from './summary-input.ts';
import type { StandingLine } from './summary-standing.ts';

/* Whether returns are in time, as the sheet 报送进度 tells it. No clock: of what is missing only its day. */

/** The column; only where a period has a due day or was closed. */
export const TIMING: TextColumn = { title: { zh: '时限', en: 'In time' }, width: 24 };

/** True for a period whose returns can be late, or after its close. */
export const hasDates = ({ period, settled }: SummaryInput): boolean =>
  period.dueOn !== undefined || (settled?.closedAt ?? null) !== null;

/** 按时, 逾期 N 天 or until when, with an extension and what came after the close. */
export function timingText({ code, submission }: StandingLine, input: SummaryInput): string {
  const extendedTo = input.settled?.extendedTo[code ?? ''] ?? null;
  const deadline = deadlineOf(input.period, extendedTo);
  const late = daysLate(deadline, submission?.first ?? { received: null, accepted: null });
  const parts = [
    late === null ? null : late === 0 ? '按时' : `逾期 ${late} 天`,
    extendedTo === null ? null : `延期至 ${extendedTo}`,
    submission?.late === undefined ? null : lateText(submission.late),
  ].filter((part) => part !== null);
  if (parts.length > 0) return parts.join('；');
  return deadline === null ? NO_FIGURE : `截止 ${deadline.dueOn}`;
}

const lateText = ({ revision, receivedAt }: { revision: number; receivedAt: string }): string =>
  `期后报送第 ${revision} 版（${minuteInChina(receivedAt)}），待财政受理`;

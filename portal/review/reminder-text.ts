import type { Board } from '../../functions/api/review-schemas.ts';
import { daysLeft } from '../send/due-day.ts';
import { standingText } from './standing-text.ts';

/** What to send to those who are still to send, in Chinese: they are people of Chinese offices. */
export function reminderText({ period, dueOn, units }: Board, today: string): string {
  const missing = units.filter(({ isOpen }) => isOpen);
  const due = dueOn === null ? '' : `应于 ${dueOn} 前报送（${daysLeft(dueOn, today).zh}），`;
  return [
    `【催报】${period} 年度部门预算项目绩效自评表，${due}以下 ${missing.length} 个单位尚未报送或须重新报送，请尽快办理：`,
    ...missing.map((line, index) => `${index + 1}. ${line.unit.name}（${standingText(line).zh}）`),
  ].join('\n');
}

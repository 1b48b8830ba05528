import type { Board, BoardLine } from '../../functions/api/review-schemas.ts';
import { daysLeft } from '../send/due-day.ts';
import { standingText } from './standing-text.ts';

/** Whom to call for a unit. */
interface Contact {
  readonly contact?: string;
  readonly phone?: string;
}

/**
 * What to send to those who are still to send, in Chinese: they are people of Chinese offices. Contacts by
 * unit code, where they are known.
 */
export function reminderText(
  { period, dueOn, units }: Board,
  today: string,
  missing: readonly BoardLine[] = units.filter(({ isOpen }) => isOpen),
  contacts: ReadonlyMap<string, Contact> = new Map(),
): string {
  const due = dueOn === null ? '' : `应于 ${dueOn} 前报送（${daysLeft(dueOn, today).zh}），`;
  return [
    `【催报】${period} 年度部门预算项目绩效自评表，${due}以下 ${missing.length} 个单位尚未报送或须重新报送，请尽快办理：`,
    ...missing.map((line, index) => {
      const facts = [standingText(line).zh, ...extendedText(line), ...contactText(line, contacts)];
      return `${index + 1}. ${line.unit.name}（${facts.join('，')}）`;
    }),
  ].join('\n');
}

const extendedText = ({ timing: { extension } }: BoardLine): readonly string[] =>
  extension === null ? [] : [`延期至 ${extension.dueOn}`];

function contactText(
  { unit }: BoardLine,
  contacts: ReadonlyMap<string, Contact>,
): readonly string[] {
  const { contact, phone } = contacts.get(unit.code) ?? {};
  const text = [contact, phone].filter((part) => part !== undefined).join(' ');
  return text === '' ? [] : [text];
}

import { daysUntil } from '../../shared/due-day.ts';
import { publicationDueOn } from '../../shared/publication-due.ts';
import { dayInChina } from '../../shared/severity.ts';
import type { PublicationAnswer } from './publication-schemas.ts';

/** Until when a table is to be public, told at a time (ISO 8601). What is public has no days left. */
export function publicationDays(
  accountsOn: string | null,
  isPublic: boolean,
  now: string,
): Pick<PublicationAnswer, 'accountsOn' | 'dueOn' | 'daysLeft'> {
  if (accountsOn === null) return { accountsOn, dueOn: null, daysLeft: null };
  const dueOn = publicationDueOn(accountsOn);
  return { accountsOn, dueOn, daysLeft: isPublic ? null : daysUntil(dueOn, dayInChina(now)) };
}

import type { Account } from '../account.ts';
import type { Accounts } from '../store/accounts.ts';
import type { Units } from '../store/submissions.ts';

/** Who can be asked about people. */
export interface PeoplePorts {
  readonly submissions: Pick<Units, 'registerFor'>;
  /** The installation's own accounts; null where an identity provider knows people, and tells of none unasked. */
  readonly people: Pick<Accounts, 'account'> | null;
}

/** True while somebody may act as the department of a submitter, and wherever nobody can tell. */
export async function isStillTheirs(
  person: string,
  submitter: string,
  { people, submissions }: PeoplePorts,
): Promise<boolean> {
  if (people === null) return true;
  const account = await people.account(person);
  if (account === null || account.isDisabled || !account.groups.includes('department')) {
    return false;
  }
  return account.units.includes(submitter) || isBelow(account, submitter, submissions);
}

async function isBelow(
  { units }: Account,
  submitter: string,
  { registerFor }: PeoplePorts['submissions'],
): Promise<boolean> {
  const registers = await Promise.all(units.map((unit) => registerFor(unit)));
  return registers.some((register) => register?.some(({ code }) => code === submitter) === true);
}

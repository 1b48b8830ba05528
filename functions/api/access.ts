import type { Units } from '../../shared/store/submissions.ts';
import type { Caller } from './identity/caller.ts';

/*
 * Who may see and send what: the one place that decides. Routes name what they need of a unit or an
 * upload (`route.ts`), and are not reached without it.
 */

const isOf = ({ groups }: Caller, ...wanted: readonly Caller['groups'][number][]): boolean =>
  wanted.some((group) => groups.includes(group));

/** True for those who look at every submitter. */
const seesAll = (caller: Caller): boolean => isOf(caller, 'finance', 'auditor');

/**
 * True if the caller may see what a submitter sent: finance and auditors see all, a unit itself, and a
 * department also the units below it.
 */
export async function mayRead(
  caller: Caller,
  submitter: string,
  register: Pick<Units, 'registerFor'>,
): Promise<boolean> {
  if (seesAll(caller) || maySend(caller, submitter)) return true;
  if (!isOf(caller, 'department')) return false;
  for (const unit of caller.units) {
    const below = await register.registerFor(unit);
    if (below?.some(({ code }) => code === submitter)) return true;
  }
  return false;
}

/** True if the caller may send for a submitter: only people of that very unit. */
export const maySend = (caller: Caller, submitter: string): boolean =>
  isOf(caller, 'unit', 'department') && caller.units.includes(submitter);

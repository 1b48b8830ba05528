import type { Units } from '../../shared/store/submissions.ts';
import type { Role } from '../../shared/submission-review.ts';
import type { Caller } from './identity/caller.ts';

/*
 * Who may see and send what: the one place that decides. Routes name what they need of a unit or an
 * upload (`route.ts`), and are not reached without it.
 */

const isIn = ({ groups }: Caller, ...wanted: readonly Caller['groups'][number][]): boolean =>
  wanted.some((group) => groups.includes(group));

/** True for those who look at every submitter. */
const seesAll = (caller: Caller): boolean => isIn(caller, 'finance', 'auditor');

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
  return isAbove(caller, submitter, register);
}

/** True for people of a department for the units below theirs. */
async function isAbove(
  caller: Caller,
  submitter: string,
  register: Pick<Units, 'registerFor'>,
): Promise<boolean> {
  return isIn(caller, 'department') && isBelow(caller, submitter, register);
}

/** True for people of a submitter itself or of a unit above it, whatever their groups. */
export const isOf = async (
  caller: Caller,
  submitter: string,
  register: Pick<Units, 'registerFor'>,
): Promise<boolean> => caller.units.includes(submitter) || isBelow(caller, submitter, register);

/** True for a submitter below one of the caller's units. */
async function isBelow(
  caller: Caller,
  submitter: string,
  register: Pick<Units, 'registerFor'>,
): Promise<boolean> {
  for (const unit of caller.units) {
    const below = await register.registerFor(unit);
    if (below?.some(({ code }) => code === submitter)) return true;
  }
  return false;
}

/**
 * As what the caller may act in the review of a submission; nothing for those who only look. What each
 * may do is for the steps of the review to say.
 */
export async function rolesFor(
  caller: Caller,
  submitter: string,
  register: Pick<Units, 'registerFor'>,
): Promise<readonly Role[]> {
  const isDepartment =
    isIn(caller, 'department') &&
    (caller.units.includes(submitter) || (await isAbove(caller, submitter, register)));
  return [
    ...(isIn(caller, 'finance') ? (['finance'] as const) : []),
    ...(isDepartment ? (['department'] as const) : []),
    ...(maySend(caller, submitter) ? (['unit'] as const) : []),
  ];
}

/** The units for which the caller may act as their department: their own, and all below. */
export async function departmentUnits(
  caller: Caller,
  register: Pick<Units, 'registerFor'>,
): Promise<ReadonlySet<string>> {
  if (!isIn(caller, 'department')) return new Set();
  const below = await Promise.all(caller.units.map((unit) => register.registerFor(unit)));
  const codes = below.flatMap((units) => units ?? []).map(({ code }) => code);
  return new Set([...caller.units, ...codes]);
}

/** Whose submissions the board shows the caller: all, or those of some units and all below; null: none. */
export function boardOf(caller: Caller): 'all' | readonly string[] | null {
  if (seesAll(caller)) return 'all';
  return isIn(caller, 'department') ? caller.units : null;
}

/** True if the caller may have the summary of a period, which tells of all submitters. */
export const mayReadSummary = (caller: Caller): boolean => seesAll(caller);

/** True if the caller may have the audit trail of a period, which tells of all submitters. */
export const mayReadTrail = (caller: Caller): boolean => seesAll(caller);

/** True if the caller may settle a period's dates, the register and what belongs to them. */
export const mayManage = (caller: Caller): boolean => isIn(caller, 'finance');

/** True if the caller may send for a submitter: only people of that very unit. */
export const maySend = (caller: Caller, submitter: string): boolean =>
  isIn(caller, 'unit', 'department') && caller.units.includes(submitter);

import type { Period } from '../../shared/period.ts';
import type { Units } from '../../shared/store/submissions.ts';
import type { Unit } from '../../shared/unit.ts';

/** A unit as the board shows it. */
export interface BoardUnit {
  readonly code: string;
  /** Its code, where the register does not have it. */
  readonly name: string;
  readonly department: { readonly code: string; readonly name: string } | null;
  readonly isOwed: boolean;
}

type Register = Pick<Units, 'registerFor' | 'dueUnits'>;

/**
 * Who stands on the board: those who owe a return, and whoever sent one all the same. Of units that are
 * not to be seen nothing is looked up.
 */
export async function boardUnits(
  { owedBy }: Pick<Period, 'owedBy'>,
  senders: readonly string[],
  seen: 'all' | readonly string[],
  register: Register,
): Promise<readonly BoardUnit[]> {
  const known = new Map((await startOf(seen, register)).map((unit) => [unit.code, unit]));
  const top = [...known.values()].filter(owesByPlace).map(({ code }) => code);
  const wanted = [...new Set([...(owedBy ?? top), ...senders])].filter(
    (code) => seen === 'all' || known.has(code),
  );
  const unknown = wanted.filter((code) => !known.has(code));
  const found = await Promise.all(unknown.map((code) => register.registerFor(code)));
  for (const unit of found.flatMap((units) => units ?? [])) known.set(unit.code, unit);
  const hasRegister = known.size > 0;
  return wanted.sort().map((code) => boardUnit(code, known, owedBy, hasRegister));
}

/** Units known from the beginning: for people of departments, all that they may see. */
async function startOf(
  seen: 'all' | readonly string[],
  register: Register,
): Promise<readonly Unit[]> {
  if (seen === 'all') return register.dueUnits();
  const subtrees = await Promise.all(seen.map((code) => register.registerFor(code)));
  return subtrees.flatMap((units) => units ?? []);
}

function boardUnit(
  code: string,
  known: ReadonlyMap<string, Unit>,
  owedBy: readonly string[] | undefined,
  hasRegister: boolean,
): BoardUnit {
  const unit = known.get(code);
  const parent = unit?.parent ?? null;
  return {
    code,
    name: unit?.name ?? code,
    department: parent === null ? null : { code: parent, name: known.get(parent)?.name ?? parent },
    // Without a register nobody knows: then whoever sends owes.
    isOwed:
      owedBy?.includes(code) ?? (hasRegister ? unit !== undefined && owesByPlace(unit) : true),
  };
}

/** Where a period lists nobody, whoever is at the top of the register owes a return. */
const owesByPlace = ({ parent, retired }: Unit): boolean => parent === null && retired !== true;

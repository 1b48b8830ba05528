import { comparableName } from '../unit.ts';
import type { RegisterEntry } from './register-entry.ts';

/** What an imported register would change of the one that stands. */
export type RegisterChange =
  | { readonly kind: 'added'; readonly unit: RegisterEntry }
  /** Another name, place or other particulars; `before` is what stands. */
  | {
      readonly kind: 'renamed' | 'moved' | 'changed';
      readonly before: RegisterEntry;
      readonly unit: RegisterEntry;
    }
  /**
   * The import names it no more. `into`: the unit that it seems to have become part of, because that has
   * its name or lists it among its aliases; null where nothing points to one.
   */
  | { readonly kind: 'gone'; readonly before: RegisterEntry; readonly into: string | null };

/**
 * Holds an import against the register that stands, in the order of the import, what is gone last. What
 * an import leaves blank (aliases, contact, phone) stays as it is; units that ended are not missed.
 */
export function compareRegisters(
  standing: readonly RegisterEntry[],
  imported: readonly RegisterEntry[],
): readonly RegisterChange[] {
  const known = new Map(standing.map((unit) => [unit.code, unit]));
  const named = new Set(imported.map(({ code }) => code));
  const changes = imported.flatMap((unit): readonly RegisterChange[] => {
    const before = known.get(unit.code);
    return before === undefined ? [{ kind: 'added', unit }] : changeOf(before, unit);
  });
  const gone = standing
    .filter(({ code, retired }) => retired !== true && !named.has(code))
    .map((before): RegisterChange => ({ kind: 'gone', before, into: heirOf(before, imported) }));
  return [...changes, ...gone];
}

function changeOf(before: RegisterEntry, given: RegisterEntry): readonly RegisterChange[] {
  const unit = merged(before, given);
  if (unit.name !== before.name) return [{ kind: 'renamed', before, unit }];
  if (unit.parent !== before.parent) return [{ kind: 'moved', before, unit }];
  const same =
    unit.contact === before.contact &&
    unit.phone === before.phone &&
    before.retired !== true &&
    unit.aliases.join('\n') === before.aliases.join('\n');
  return same ? [] : [{ kind: 'changed', before, unit }];
}

/** Of a unit that ended and is named again, the end is taken back. */
function merged(before: RegisterEntry, given: RegisterEntry): RegisterEntry {
  const { retired: _, ended: __, ...kept } = before;
  return {
    ...kept,
    ...given,
    aliases: [...new Set([...before.aliases, ...given.aliases])],
  };
}

function heirOf(before: RegisterEntry, imported: readonly RegisterEntry[]): string | null {
  const wanted = comparableName(before.name);
  const heir = imported.find(({ name, aliases }) =>
    [name, ...aliases].some((each) => comparableName(each) === wanted),
  );
  return heir?.code ?? null;
}

/** A unit that is renamed keeps its old name as an alias and in its history. */
export function withHistory(before: RegisterEntry | null, unit: RegisterEntry): RegisterEntry {
  if (before === null || before.name === unit.name) return unit;
  return {
    ...unit,
    aliases: [...new Set([...unit.aliases, before.name])],
    formerNames: [...(before.formerNames ?? []), before.name],
  };
}

/** A unit that ended on a day, as part of another from then on where it became that; it owes nothing more. */
export const endedUnit = (unit: RegisterEntry, on: string, into: string | null): RegisterEntry => ({
  ...unit,
  // Its tables of earlier years belong to whoever answers for it now.
  parent: into ?? unit.parent,
  retired: true,
  ended: { on, into },
});

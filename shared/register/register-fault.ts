import type { Text } from '../locale.ts';
import { comparableName } from '../unit.ts';
import type { RegisterEntry } from './register-entry.ts';

/** Departments have units, units have offices: a register deeper than this is a mistake. */
const DEEPEST = 8;

/** What keeps a register from being used; null for nothing. */
export function registerFault(units: readonly RegisterEntry[]): Text | null {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const names = new Map<string, RegisterEntry>();
  for (const unit of units) {
    const fault = placeFault(unit, byCode);
    if (fault !== null) return fault;
    if (unit.retired === true) continue;
    const namesake = names.get(comparableName(unit.name));
    if (namesake !== undefined) return doubled(unit, namesake);
    names.set(comparableName(unit.name), unit);
  }
  return null;
}

function placeFault(unit: RegisterEntry, byCode: ReadonlyMap<string, RegisterEntry>): Text | null {
  const { code, parent, ended } = unit;
  if (parent !== null && !byCode.has(parent)) return missing(code, parent);
  const into = ended?.into ?? null;
  if (into !== null && (into === code || !byCode.has(into))) return missing(code, into);
  let above = parent;
  for (let level = 0; above !== null; level += 1) {
    if (above === code || level > DEEPEST) return ringed(code);
    above = byCode.get(above)?.parent ?? null;
  }
  return null;
}

const missing = (code: string, other: string): Text => ({
  zh: `${code} 指向的单位 ${other} 不在名册中`,
  en: `${other}, which ${code} names, is not in the register`,
});

const ringed = (code: string): Text => ({
  zh: `${code} 的上级绕成了一圈，或超过 ${DEEPEST} 级`,
  en: `what stands above ${code} forms a ring, or is more than ${DEEPEST} levels deep`,
});

const doubled = ({ code, name }: RegisterEntry, { code: other }: RegisterEntry): Text => ({
  zh: `${code} 与 ${other} 同名：${name}`,
  en: `${code} and ${other} have the same name: ${name}`,
});

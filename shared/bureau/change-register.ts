import { canonicalJson } from '../audit/canonical-json.ts';
import { withHistory } from '../register/compare-registers.ts';
import type { RegisterEntry } from '../register/register-entry.ts';
import { registerFault } from '../register/register-fault.ts';
import type { BureauRefusal } from './bureau-refusal.ts';
import type { Change } from './decide-bureau.ts';

/** Puts units in place of those with their codes, history kept; the register must hold together then. */
export function changeRegister(
  units: readonly RegisterEntry[],
  standing: readonly RegisterEntry[],
): Change | BureauRefusal {
  const known = new Map(standing.map((unit) => [unit.code, unit]));
  const changed = units
    .map((unit) => withHistory(known.get(unit.code) ?? null, unit))
    .filter((unit) => canonicalJson(unit) !== canonicalJson(known.get(unit.code) ?? null));
  if (changed.length === 0) return 'unchanged';
  const next = new Map([...known, ...changed.map((unit) => [unit.code, unit] as const)]);
  if (registerFault([...next.values()]) !== null) return 'register-faulty';
  const before = changed.flatMap(({ code }) => known.get(code) ?? []);
  return {
    effect: { kind: 'register', units: changed },
    before: { units: before.map((unit) => recorded(unit, null)) },
    after: { units: changed.map((unit) => recorded(unit, known.get(unit.code) ?? null)) },
  };
}

/** The trail is for ever: of persons it says only that they changed. */
function recorded(unit: RegisterEntry, before: RegisterEntry | null) {
  const { contact, phone, ...official } = unit;
  const isOther = before !== null && (before.contact !== contact || before.phone !== phone);
  return isOther ? { ...official, contactChanged: true } : official;
}

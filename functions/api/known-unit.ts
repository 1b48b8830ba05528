import type { Units } from '../../shared/store/submissions.ts';
import { isUnitCode } from '../../shared/unit.ts';

/** A unit as the register has it. */
export interface KnownUnit {
  readonly code: string;
  /** Its code, where the register does not have it. */
  readonly name: string;
  /** False for a code that the register does not have, and for what is none; else true where there is none. */
  readonly isKnown: boolean;
  /** True where nobody stands above it. Without a register nobody knows: then any may. */
  readonly isAtTop: boolean;
}

/** Looks a unit up. */
export async function knownUnit(
  code: string,
  store: Pick<Units, 'registerFor'>,
): Promise<KnownUnit> {
  // Before the store is asked: it has no key for any text.
  if (!isUnitCode(code)) return unknown(code);
  const register = await store.registerFor(code);
  if (register === null) return { code, name: code, isKnown: true, isAtTop: true };
  const unit = register.find((each) => each.code === code);
  if (unit === undefined) return unknown(code);
  return {
    code,
    name: unit.name,
    isKnown: true,
    isAtTop: unit.parent === null && unit.retired !== true,
  };
}

const unknown = (code: string): KnownUnit => ({ code, name: code, isKnown: false, isAtTop: false });

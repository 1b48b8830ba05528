import { compactText } from './compact-text.ts';

/** A submitter (报送主体) or implementing unit (实施单位) of the register. */
export interface Unit {
  /** `[A-Z0-9][A-Z0-9-]{1,31}`, e.g. LG-FGJ; the folder name in upload keys. */
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Code of the unit above, null at the top. */
  readonly parent: string | null;
  /** It owes nothing any more; what it sent before stays. Left out for no. */
  readonly retired?: true;
}

/** Every unit known, in the order of the register. */
export type Register = readonly Unit[];

const CODE = /^[A-Z0-9][A-Z0-9-]{1,31}$/;

/** True for a text that can be a unit's code; whether the register has it is not asked. */
export const isUnitCode = (text: string): boolean => CODE.test(text);

/**
 * A name as it is compared: NFKC, without spaces and without “（本级）”, so that “(本级)” and
 * “（本级）” do not split one unit in two. Names are printed as typed.
 */
export const comparableName = (name: string): string => compactText(name).replace(/\(本级\)/g, '');

/** True when `name` is the unit's name or one of its aliases. */
export function isNamed(unit: Unit, name: string): boolean {
  const wanted = comparableName(name);
  return [unit.name, ...unit.aliases].some((known) => comparableName(known) === wanted);
}

/** Register → comparable name → the units known by it: a table asks for the same few names row by row. */
const BY_NAME = new WeakMap<Register, ReadonlyMap<string, readonly Unit[]>>();

/** The units of a register with this name or alias, in its order. */
export function unitsNamed(register: Register, name: string): readonly Unit[] {
  const known = BY_NAME.get(register) ?? byName(register);
  BY_NAME.set(register, known);
  return known.get(comparableName(name)) ?? [];
}

function byName(register: Register): ReadonlyMap<string, readonly Unit[]> {
  const units = new Map<string, Unit[]>();
  for (const unit of register) {
    for (const name of new Set([unit.name, ...unit.aliases].map(comparableName))) {
      const namesakes = units.get(name) ?? [];
      units.set(name, [...namesakes, unit]);
    }
  }
  return units;
}

/** The submitter and every unit below it. Safe against a register whose parents form a ring. */
export function subtree(register: Register, code: string): Register {
  const found = new Set<string>([code]);
  let grown = true;
  while (grown) {
    grown = false;
    for (const unit of register) {
      if (unit.parent !== null && found.has(unit.parent) && !found.has(unit.code)) {
        found.add(unit.code);
        grown = true;
      }
    }
  }
  return register.filter((unit) => found.has(unit.code));
}

/** A register that cannot be used; the message names the line and what to write there. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';
}

const COLUMNS = ['code', 'name', 'aliases', 'parent'] as const;

/**
 * Reads a register from CSV text: header `code,name,aliases,parent`, aliases separated by `;`.
 * Throws RegisterError with the line number for a wrong header, code, doubled code or unknown parent.
 */
export function parseRegister(csv: string): Register {
  const lines = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = splitCsvLine(lines[0] ?? '').map((cell) => cell.trim());
  if (header.join(',') !== COLUMNS.join(',')) {
    throw new RegisterError(
      `第 1 行应为 ${COLUMNS.join(',')} / line 1 must read ${COLUMNS.join(',')}`,
    );
  }
  const units: Unit[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue;
    units.push(parseUnit(splitCsvLine(line), index + 1, units));
  }
  for (const unit of units) {
    if (unit.parent !== null && !units.some(({ code }) => code === unit.parent)) {
      throw new RegisterError(
        `单位 ${unit.code} 的上级 ${unit.parent} 不在名册中 / parent ${unit.parent} of ${unit.code} is not in the register`,
      );
    }
  }
  return units;
}

function parseUnit(cells: readonly string[], line: number, before: Register): Unit {
  const [code = '', name = '', aliases = '', parent = ''] = cells.map((cell) => cell.trim());
  if (!isUnitCode(code)) {
    throw new RegisterError(
      `第 ${line} 行：代码“${code}”应为 2–32 位大写字母、数字或短横 / line ${line}: code “${code}” must be 2–32 capitals, digits or hyphens`,
    );
  }
  if (name === '') {
    throw new RegisterError(`第 ${line} 行：缺单位名称 / line ${line}: the name is missing`);
  }
  if (before.some((unit) => unit.code === code)) {
    throw new RegisterError(`第 ${line} 行：代码 ${code} 重复 / line ${line}: ${code} is doubled`);
  }
  return {
    code,
    name,
    aliases: aliases
      .split(';')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    parent: parent === '' ? null : parent,
  };
}

function splitCsvLine(line: string): string[] {
  const cells: string[] = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    cells.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
  }
  return cells;
}

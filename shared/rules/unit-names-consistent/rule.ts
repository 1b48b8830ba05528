import type { Row } from '../../rows/row.ts';
import { comparableName, type Register, unitsNamed } from '../../unit.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/**
 * A unit is written in one way throughout the table, so that sums by unit do not fall apart. “（本级）”,
 * full or half width and spaces make no difference.
 */
export const unitNamesConsistent = defineRule({
  id: 'unit-names-consistent',
  number: 'E9',
  severity: 'warning',
  scope: 'table',
  title: { zh: '同一单位只有一种写法', en: 'A unit is written in one way' },
  message: {
    zh: ({ name, usual }: { name: string; usual: string }) =>
      `“${name}”和表中多数的“${usual}”像是同一单位的两种写法。请统一；确是两个单位，请说明。`,
    en: ({ name, usual }) =>
      `“${name}” seems to be the unit that is mostly written “${usual}”. Write it in one way.`,
  },
  cause: ({ name }) => name,
  merged: {
    zh: ({ count, serials, first }) =>
      `${count} 个项目写“${first.name}”，其余写“${first.usual}”，像是同一单位的两种写法（序号 ${serials}）。请统一。`,
    en: ({ count, serials, first }) =>
      `${count} projects name “${first.name}”, the others “${first.usual}” (No. ${serials}). Write the unit in one way.`,
  },
  example: { name: '龙岗区发展和改革局', usual: '深圳市龙岗区发展和改革局' },
  *check(table, { register }) {
    for (const spellings of spellingsOf(table.rows, register)) {
      const usual = commonest(spellings);
      const name = usual[0]?.entries['unitName']?.text ?? '';
      for (const rows of spellings) {
        if (rows === usual || !isSpellingOf(rows[0], usual[0], register)) continue;
        for (const row of rows) {
          const params = { name: row.entries['unitName']?.text ?? '', usual: name };
          yield { at: inRow(row, 'unitName'), params, suggestion: name };
        }
      }
    }
  },
});

/** For each unit with several spellings the rows of each. */
function spellingsOf(
  rows: readonly Row[],
  register: Register | null,
): readonly (readonly (readonly Row[])[])[] {
  const units = new Map<string, Map<string, Row[]>>();
  for (const row of rows) {
    const spelling = spellingOf(row);
    if (spelling === '') continue;
    const unit = codeOf(row, register) ?? coreOf(spelling);
    const spellings = units.get(unit) ?? new Map<string, Row[]>();
    units.set(unit, spellings);
    const alike = spellings.get(spelling);
    if (alike === undefined) spellings.set(spelling, [row]);
    else alike.push(row);
  }
  return [...units.values()].flatMap((spellings) =>
    spellings.size > 1 ? [[...spellings.values()]] : [],
  );
}

const spellingOf = (row: Row | undefined): string =>
  comparableName(row?.entries['unitName']?.text ?? '');

const codeOf = (row: Row | undefined, register: Register | null): string | null =>
  register === null
    ? null
    : (unitsNamed(register, row?.entries['unitName']?.text ?? '')[0]?.code ?? null);

/** 深圳市龙岗区发展和改革局, 龙岗区发展改革局 → 发展改革局: what several spellings have in common. */
const coreOf = (spelling: string): string =>
  spelling.replace(/[和与及、]/gu, '').replace(/^.*(?:省|市|州|区|县)(?=.{3})/u, '');

/** One is known to the register as the other, or stands at the other's end: 市投资署 is not 区投资署. */
function isSpellingOf(
  row: Row | undefined,
  usual: Row | undefined,
  register: Register | null,
): boolean {
  const code = codeOf(row, register);
  if (code !== null && code === codeOf(usual, register)) return true;
  const [a, b] = [row, usual].map((one) => spellingOf(one).replace(/[和与及、]/gu, ''));
  return a !== undefined && b !== undefined && (a.endsWith(b) || b.endsWith(a));
}

const commonest = (spellings: readonly (readonly Row[])[]): readonly Row[] =>
  spellings.reduce((most, rows) => (rows.length > most.length ? rows : most));

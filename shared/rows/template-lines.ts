import { headerText } from './header-text.ts';
import type { FilledCell } from './row-plan.ts';

/* Lines below a header that come with a template: nobody filled them in. */

/** Cells from which on counting across a line numbers its columns (栏次). */
const NUMBERED_COLUMNS = 6;

/** 栏次 or 甲 乙 丙 before the numbers. */
const BEFORE_NUMBERS = /^(?:栏次|行次|列次|列号|[甲乙丙丁戊])$/u;

/** The line 1 2 3 4=5+6 …, 甲 乙 1 2 … or A B C … that numbers the columns. */
export function isNumbering(filled: readonly FilledCell[]): boolean {
  if (filled.length < NUMBERED_COLUMNS) return false;
  const texts = filled
    .slice(0, MOST_NUMBERED)
    .map(({ cell }) => cell.text.normalize('NFKC').trim())
    .filter((text, index) => index > 4 || !BEFORE_NUMBERS.test(text));
  const numbers = texts.map(
    (text) => /^\(?(\d{1,2}|[A-Z])\)?(?:=.{0,40})?$/u.exec(text)?.[1] ?? '',
  );
  const counted = numbers.map((text) => (/^[A-Z]$/.test(text) ? text.charCodeAt(0) : Number(text)));
  return (
    numbers.length > 0 &&
    numbers.every((text) => text !== '') &&
    counted.every((number, index) => index === 0 || number === (counted[index - 1] ?? 0) + 1)
  );
}

/** A and Z are one letter each: columns beyond are numbered AA, which is not looked at. */
const MOST_NUMBERED = 26;

const EXAMPLE = /^(?:填[写报])?(?:示例|样例|举例|范例|例)[:.]?$/u;

/** The line of a template that shows how to fill it in: marked as such, or all of it in brackets. */
export const isExample = (filled: readonly FilledCell[]): boolean =>
  filled.some(
    ({ planned, cell }) => planned.leaf.field === 'serial' && EXAMPLE.test(headerText(cell.text)),
  ) ||
  (filled.length > 1 && filled.every(({ cell }) => /^[(（].*[)）]$/su.test(cell.text)));

/** A line of formulas that nobody filled in: no texts, and nothing but zeros and errors for amounts. */
export const isUnused = (filled: readonly FilledCell[]): boolean =>
  filled.some(({ planned }) => planned.isFigure) &&
  filled.every(({ planned, cell }) => {
    if (!planned.isFigure)
      return planned.leaf.field === 'serial' || planned.leaf.field === 'unitName';
    return cell.number === 0 || cell.isUncomputed === true || NOTHING.test(cell.text);
  });

/** What a formula shows for no amount: 0.00, 0%, —, #DIV/0!. */
const NOTHING = /^(?:0(?:\.0+)?%?|[-—–/]+|#DIV\/0!)$/u;

import type { Cell } from '../cells/cell.ts';
import type { Header } from './find-header.ts';
import { headerText } from './header-text.ts';
import { readSerial } from './read-serial.ts';

/**
 * What a line below the header is: a project, a sum of projects, a note or signature, a serial with
 * nothing beside it, or part of a header repeated for printing.
 */
export type RowKind = 'project' | 'sum' | 'note' | 'numbered' | 'header';

const SUM_WORD = /(?:合计|小计|总计(?!划))/u;
const ONLY_SUM_WORD = /^本?(?:页|单位|部门|局)?(?:合计|小计|总计)(?:\(.*\))?:?$/u;
const NOTE =
  /^(?:备?注|说明|填表说明|填表人|填报人|制表人?|审核人?|复核人?|负责人|单位负责人|联系人|联系电话|电话|填表日期|填报日期|日期)(?:\d|:|$)/u;

/** Filled cells from which on a line without money is a project whose amounts are missing. */
const FILLED_LIKE_A_PROJECT = 4;

/**
 * Tells the kind of a line. What holds money, or a serial and more, is a project whatever its texts
 * say: a row taken for a note would be lost.
 */
export function classifyRow(
  cells: ReadonlyMap<number, Cell>,
  header: Header,
  titles: ReadonlySet<string>,
): RowKind | 'blank' {
  const filled = withoutIdleFormulas(filledCells(cells, header), header);
  if (filled.length === 0) return 'blank';
  const texts = filled.map(({ text }) => headerText(text));
  if (texts.every((text) => titles.has(text))) return 'header';
  const serial = readSerial(filled.find(({ field }) => field === 'serial')?.text ?? '');
  if (isSum(filled, serial !== null)) return 'sum';
  if (serial !== null) return filled.length === 1 ? 'numbered' : 'project';
  if (filled.some(({ isFigure }) => isFigure)) return 'project';
  const [first = ''] = texts;
  return NOTE.test(first) || filled.length < FILLED_LIKE_A_PROJECT ? 'note' : 'project';
}

/**
 * What remains of a row in which nothing is filled in but its serial, when idle formulas of totals and
 * rate are left out: the row is one that a template offers. LibreOffice stores the empty text that they
 * come to as 0 in an .xls; other programs may store no result at all.
 */
function withoutIdleFormulas(
  filled: readonly FilledCell[],
  { form }: Header,
): readonly FilledCell[] {
  const computed = new Set([form.rate.field, ...form.sums.map(({ total }) => total)]);
  const entered = filled.filter(({ field, isIdle }) => !(isIdle && computed.has(field)));
  return entered.every(({ field }) => field === 'serial') ? entered : filled;
}

interface FilledCell {
  readonly field: string;
  readonly text: string;
  /** A number, or what was meant as one, in a money or rate column. */
  readonly isFigure: boolean;
  /** A formula without a result, or a stored 0. */
  readonly isIdle: boolean;
}

function filledCells(cells: ReadonlyMap<number, Cell>, header: Header): readonly FilledCell[] {
  return [...header.columns]
    .sort(([, a], [, b]) => a - b)
    .flatMap(([field, column]) => {
      const cell = cells.get(column);
      if (cell === undefined) return [];
      const isFigure = header.figures.has(field) && (cell.isUncomputed || /\d|^#/.test(cell.text));
      const isIdle = cell.isUncomputed === true || cell.number === 0;
      return [{ field, text: cell.text, isFigure: isFigure === true, isIdle }];
    });
}

/** Beside a serial only the bare word is a sum; a project may well be called 总计划编制. */
function isSum(filled: readonly FilledCell[], hasSerial: boolean): boolean {
  const word = hasSerial ? ONLY_SUM_WORD : SUM_WORD;
  return filled.some(
    ({ field, text }) =>
      ['serial', 'unitName', 'projectName'].includes(field) && word.test(headerText(text)),
  );
}

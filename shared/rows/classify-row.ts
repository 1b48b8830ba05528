import type { FormDefinition } from '../../templates/form.ts';
import type { Cell } from '../cells/cell.ts';
import { contactsIn } from './contacts.ts';
import { bareTitle, headerText, LONGEST_TITLE } from './header-text.ts';
import { readSerial } from './read-serial.ts';
import type { FilledCell, RowPlan } from './row-plan.ts';
import { isExample, isNumbering, isUnused } from './template-lines.ts';

/**
 * What a line below the header is: a project, more lines of the project above it, a sum of projects, a
 * note or signature, a serial with nothing beside it, or part of a header repeated for printing.
 */
export type RowKind = 'project' | 'continuation' | 'sum' | 'note' | 'numbered' | 'header' | 'blank';

/** 合计, 本页小计, 发改局小计, 合计（万元）, 合计：3 个项目. A plan is 总计划, a sum is 总计. */
const SUM_WORD =
  /(?:合计|小计|总计|共计|累计)(?:数|金额)?(?:\([^)]*\))?:?$|^本?(?:页|单位|部门)?(?:合计|小计|总计(?!划)|共计|累计)(?:[:(]|共?\d)/u;
const ONLY_SUM_WORD = /^本?(?:页|单位|部门|局)?(?:合计|小计|总计|共计|累计)(?:\([^)]*\))?:?$/u;
const NOTE =
  /^(?:备?注|附注|说明|填表说明|填报说明)(?:\d|:|$)|^\(?续(?:上)?(?:表|页)|^第\d+页|^以下空白/u;

/** A serial with parts, as 1.1, which counts no projects but stands before one. */
const PARTED_SERIAL = /^\(?\d{1,6}(?:[.-]\d{1,4})+[).、]?$/u;

/** What looks like a figure, or was meant as one: 35, ￥98, 约35万元, #REF!. */
const LOOKS_LIKE_FIGURE = /^[^\p{Script=Han}]*\d|^(?:约|共)?\d|^#/u;

/** Filled cells from which on a line without money is a project whose amounts are missing. */
const FILLED_LIKE_A_PROJECT = 4;

/** Text columns beside the names from which on a line is a project, whatever its name ends in. */
const TEXTS_OF_A_PROJECT = 2;

const NAMES = new Set(['serial', 'unitName', 'projectName']);

/**
 * Tells the kind of a line. What holds money, or a serial and more, is a project whatever its texts
 * say: a row taken for a note would be lost. `isUnderName` says that the name of the project above is
 * merged over this line.
 */
export function classifyRow(
  cells: ReadonlyMap<number, Cell>,
  plan: RowPlan,
  isUnderName = false,
): RowKind {
  if (isPlainProject(cells, plan)) return 'project';
  const filled = withoutIdleFormulas(filledCells(cells, plan), plan.header.form);
  const [first] = filled;
  if (first === undefined) return 'blank';
  if (filled.every(({ cell }) => plan.titles.has(bareTitle(cell.text)))) return 'header';
  const hasSerial = filled.some(
    ({ planned, cell }) => planned.leaf.field === 'serial' && isSerial(cell.text),
  );
  if (isNumbering(filled)) return 'header';
  if (isExample(filled)) return 'note';
  if (isSum(filled, hasSerial)) return 'sum';
  if (isUnused(filled)) return hasSerial ? 'numbered' : 'blank';
  if (hasSerial) return filled.length === 1 ? 'numbered' : 'project';
  const figures = filled.filter(isFigure);
  if (isSignature(cells, filled, figures)) return 'note';
  if (figures.length > 0) return 'project';
  if (isUnderName || holdsIndicatorsOnly(filled)) return 'continuation';
  const isNote = NOTE.test(headerText(first.cell.text)) || filled.length < FILLED_LIKE_A_PROJECT;
  return isNote ? 'note' : 'project';
}

/** A serial, a name in words and a number as an amount: nearly every line of a table, told at once. */
function isPlainProject(
  cells: ReadonlyMap<number, Cell>,
  { header, figureColumns }: RowPlan,
): boolean {
  const textOf = (field: string): string => cells.get(header.columns.get(field) ?? 0)?.text ?? '';
  const name = textOf('projectName');
  return (
    readSerial(textOf('serial')) !== null &&
    HAN.test(name) &&
    !name.includes('计') &&
    !textOf('unitName').includes('计') &&
    figureColumns.some((column) => cells.get(column)?.number !== undefined)
  );
}

const HAN = /\p{Script=Han}/u;

function filledCells(cells: ReadonlyMap<number, Cell>, plan: RowPlan): readonly FilledCell[] {
  const filled: FilledCell[] = [];
  for (const planned of plan.fromLeft) {
    const cell = cells.get(planned.column);
    if (cell !== undefined) filled.push({ planned, cell });
  }
  return filled;
}

/**
 * What remains of a row in which nothing is filled in but its serial, when idle formulas of totals and
 * rate are left out: the row is one that a template offers. LibreOffice stores the empty text that they
 * come to as 0 in an .xls; other programs may store no result at all.
 */
function withoutIdleFormulas(
  filled: readonly FilledCell[],
  { rate, sums }: FormDefinition,
): readonly FilledCell[] {
  const computed = new Set([rate.field, ...sums.map(({ total }) => total)]);
  const entered = filled.filter(
    ({ planned, cell }) => !(computed.has(planned.leaf.field) && isIdle(cell)),
  );
  return entered.every(({ planned }) => planned.leaf.field === 'serial') ? entered : filled;
}

/** A formula without a result, or a stored 0. */
const isIdle = ({ isUncomputed, number }: Cell): boolean => isUncomputed === true || number === 0;

const isSerial = (text: string): boolean =>
  readSerial(text) !== null || PARTED_SERIAL.test(text.normalize('NFKC').trim());

/** A number, or what was meant as one, in a money or rate column; a footnote there is none. */
const isFigure = ({ planned, cell }: FilledCell): boolean =>
  planned.isFigure &&
  (cell.isUncomputed === true ||
    cell.number !== undefined ||
    LOOKS_LIKE_FIGURE.test(cell.text.normalize('NFKC')));

/** Beside a serial only the bare word is a sum; a project may well be called 总计划编制. */
function isSum(filled: readonly FilledCell[], hasSerial: boolean): boolean {
  const word = hasSerial ? ONLY_SUM_WORD : SUM_WORD;
  const isNamedSum = filled.some(
    ({ planned, cell }) =>
      NAMES.has(planned.leaf.field) && isShort(cell.text) && word.test(headerText(cell.text)),
  );
  if (!isNamedSum) return false;
  const texts = filled.filter(
    ({ planned: { leaf } }) => leaf.type === 'text' && !NAMES.has(leaf.field),
  );
  return texts.length < TEXTS_OF_A_PROJECT;
}

const isShort = (text: string): boolean => text.length <= LONGEST_TITLE;

/** A label with a colon, of whatever office. */
const LABEL = /^\p{Script=Han}{2,10}(?:\([^)]{0,12}\))?:/u;

/** Characters of a label with a name behind it. */
const LONGEST_LABEL = 40;

const isLabel = ({ cell: { text } }: FilledCell): boolean =>
  text.length <= LONGEST_LABEL && LABEL.test(headerText(text));

/**
 * 填表人、审核人 and the like, with no money but what belongs to them, such as a telephone number; or
 * labels of other offices, as many as there are names to them.
 */
function isSignature(
  cells: ReadonlyMap<number, Cell>,
  filled: readonly FilledCell[],
  figures: readonly FilledCell[],
): boolean {
  const { columns } = contactsIn(cells);
  if (columns.size === 0) {
    const labels = filled.filter(isLabel).length;
    return figures.length === 0 && labels >= 2 && labels * 2 >= filled.length;
  }
  const others = filled.filter(({ planned }) => !columns.has(planned.column));
  return (
    figures.every(({ planned }) => columns.has(planned.column)) &&
    others.length <= filled.length - others.length
  );
}

/** Targets and completions without serial, name and money: the project above goes on here. */
const holdsIndicatorsOnly = (filled: readonly FilledCell[]): boolean =>
  filled.length >= 2 &&
  filled.every(({ planned }) => /(?:Target|Actual)$/.test(planned.leaf.field));

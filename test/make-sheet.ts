import { addressOf, type Cell, type Merge, type Sheet } from '../shared/cells/cell.ts';
import { findTable } from '../shared/rows/find-table.ts';
import type { Table } from '../shared/rows/row.ts';
import {
  type Column,
  type FormDefinition,
  headerCells,
  headerDepth,
  isGroup,
  leaves,
} from '../templates/form.ts';
import { longgang2021 } from '../templates/longgang-2021/form.ts';

/** What a test types into a cell: a text, a number, or a cell that only a spreadsheet can make. */
export type Typed =
  | string
  | number
  | { readonly number: number; readonly text: string; readonly isPercent?: true }
  | { readonly date: string }
  | { readonly text: string; readonly cleaned: Cell['cleaned'] & {} }
  | { readonly error: string }
  | 'uncomputed formula';

export interface SheetOptions {
  readonly form?: FormDefinition;
  readonly name?: string;
  readonly title?: string;
  readonly submitter?: string;
  readonly unitLine?: string;
  /** Rows and columns left free above and to the left. */
  readonly offset?: { readonly rows: number; readonly columns: number };
}

/** A project that no rule objects to, in the form of 2021. */
export const GOOD_ROW: Readonly<Record<string, Typed>> = {
  serial: 1,
  unitName: '深圳市龙岗区发展和改革局',
  projectName: '粮食储备费用',
  budgetTotal: 35,
  budgetGeneral: 22,
  budgetFund: 13,
  budgetNonFiscal: 0,
  actualTotal: 34.08,
  actualGeneral: 21.3,
  actualFund: 12.78,
  actualNonFiscal: 0,
  executionRate: { number: 0.9737, text: '97.37%' },
  annualGoal: '完成储备',
  overallCompletion: '已完成储备',
  problems: '按实际结算支付，节余 0.92 万元。',
};

/** A sheet as a unit would fill it in: title, note line, header of the form, one row a project. */
export function sheetOf(
  rows: readonly Readonly<Record<string, Typed>>[],
  options: SheetOptions = {},
): Sheet {
  const form = options.form ?? longgang2021;
  const name = options.name ?? '自评表';
  const top = options.offset?.rows ?? 0;
  const left = options.offset?.columns ?? 0;
  const cells = new Map<number, Map<number, Cell>>();
  const merges: Merge[] = [];
  const put = (row: number, column: number, typed: Typed): void => {
    const at = addressOf(name, row + top, column + left);
    const inRow = cells.get(at.row) ?? new Map<number, Cell>();
    cells.set(at.row, inRow.set(column + left, cellOf(at, typed)));
  };
  put(1, 1, options.title ?? `${form.version}年度某局部门预算项目绩效自评表`);
  put(2, 1, `部门名称（盖章）：${options.submitter ?? '深圳市龙岗区发展和改革局'}`);
  put(2, 12, options.unitLine ?? '单位：万元');
  for (const { title, row, column, rowSpan, columnSpan } of headerCells(form.columns)) {
    put(3 + row, 1 + column, title.zh);
    merges.push({
      top: 3 + row + top,
      left: 1 + column + left,
      bottom: 2 + row + rowSpan + top,
      right: column + columnSpan + left,
    });
  }
  const columns = leaves(form.columns);
  for (const [index, values] of rows.entries()) {
    for (const [column, { field }] of columns.entries()) {
      const typed = values[field];
      if (typed === undefined || typed === '') continue;
      put(3 + headerDepth(form.columns) + index, 1 + column, typed);
    }
  }
  return { name, hidden: false, hiddenRows: new Set(), rows: cells, merges };
}

/** Types a text over a cell of a sheet made here, as a clerk would. Row and column from 1. */
export function typeInto(sheet: Sheet, row: number, column: number, text: string): void {
  // Sheets made by sheetOf hold plain maps; the product only ever reads them.
  const rows = sheet.rows as Map<number, Map<number, Cell>>;
  const cells = rows.get(row) ?? new Map<number, Cell>();
  rows.set(row, cells.set(column, { at: addressOf(sheet.name, row, column), text }));
}

function cellOf(at: Cell['at'], typed: Typed): Cell {
  if (typed === 'uncomputed formula') return { at, text: '', isUncomputed: true };
  if (typeof typed === 'string') return { at, text: typed };
  if (typeof typed === 'number') return { at, text: String(typed), number: typed };
  if ('date' in typed) return { at, text: typed.date, isDate: true };
  return 'error' in typed ? { at, text: typed.error, isError: true } : { at, ...typed };
}

/** The form that a sheet is read as: a changed form of 2021 as that of 2021. */
const formOf = ({ form = longgang2021 }: SheetOptions): FormDefinition =>
  form.id === longgang2021.id ? longgang2021 : form;

/** The table that the product finds in such a sheet. */
export function tableOf(
  rows: readonly Readonly<Record<string, Typed>>[],
  options: SheetOptions = {},
): Table {
  const result = findTable([sheetOf(rows, options)], [formOf(options)]);
  if (!result.found) throw new Error(`no table: ${JSON.stringify(result.noTable)}`);
  return result.table;
}

/** The form of 2021 without some columns; a group left without any goes with them. */
export function without(...fields: readonly string[]): FormDefinition {
  const kept = (columns: readonly Column[]): readonly Column[] =>
    columns.flatMap((column): readonly Column[] => {
      if (!isGroup(column)) return fields.includes(column.field) ? [] : [column];
      const below = kept(column.columns);
      return below.length === 0 ? [] : [{ ...column, columns: below }];
    });
  return { ...longgang2021, columns: kept(longgang2021.columns) };
}

/** A sheet with ranges such as `C6:D7` merged besides what is merged already. */
export function merge(sheet: Sheet, ...ranges: readonly string[]): Sheet {
  const merges = ranges.map((range) => {
    const [from, to] = range.split(':').map(place);
    if (from === undefined || to === undefined) throw new Error(`no range: ${range}`);
    return { top: from.row, left: from.column, bottom: to.row, right: to.column };
  });
  return { ...sheet, merges: [...sheet.merges, ...merges] };
}

/** Row and column, from 1, of a cell such as `AA7`. */
function place(cell: string): { readonly row: number; readonly column: number } {
  const letters = cell.replace(/\d+$/, '');
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(cell.slice(letters.length)), column };
}

/** One sheet with the rows of others below its own, a blank row apart. */
export function stackSheets(first: Sheet, ...others: readonly Sheet[]): Sheet {
  const rows = new Map(first.rows);
  const merges = [...first.merges];
  for (const other of others) {
    const offset = Math.max(0, ...rows.keys()) + 1;
    for (const [row, cells] of other.rows) {
      const moved = [...cells].map(([column, cell]) => {
        const at = addressOf(first.name, row + offset, column);
        return [column, { ...cell, at }] as const;
      });
      rows.set(row + offset, new Map(moved));
    }
    for (const { top, bottom, left, right } of other.merges) {
      merges.push({ top: top + offset, bottom: bottom + offset, left, right });
    }
  }
  return { ...first, rows, merges };
}

/** A sheet typed as lines of cells divided by `|`, without any merge: what a CSV holds. */
export function sheetOfLines(lines: readonly string[], name = '自评表'): Sheet {
  const rows = new Map<number, Map<number, Cell>>();
  for (const [index, line] of lines.entries()) {
    const cells = new Map<number, Cell>();
    for (const [place, typed] of line.split('|').entries()) {
      const at = addressOf(name, index + 1, place + 1);
      if (typed.trim() !== '') cells.set(place + 1, { at, text: typed.trim() });
    }
    if (cells.size > 0) rows.set(index + 1, cells);
  }
  return { name, hidden: false, hiddenRows: new Set(), rows, merges: [] };
}

/** A sheet without its merges: their text in every cell, or in the first alone, as a CSV has it. */
export function unmerged(sheet: Sheet, kept: 'in every cell' | 'in the first cell'): Sheet {
  const plain: Sheet = {
    ...sheet,
    rows: new Map([...sheet.rows].map(([row, cells]) => [row, new Map(cells)])),
    merges: [],
  };
  if (kept === 'in the first cell') return plain;
  for (const { top, left, bottom, right } of sheet.merges) {
    const text = sheet.rows.get(top)?.get(left)?.text ?? '';
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) typeInto(plain, row, column, text);
    }
  }
  return plain;
}

/** A project with a text of its own in every column of the form of 2021. */
export const FULL_ROW: Readonly<Record<string, Typed>> = {
  ...GOOD_ROW,
  ...Object.fromEntries(
    leaves(longgang2021.columns)
      .filter(({ field, type }) => type === 'text' && GOOD_ROW[field] === undefined)
      .map(({ field }) => [field, `${field}的内容`]),
  ),
};

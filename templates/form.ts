import type { Text } from '../shared/locale.ts';
import type { Policy } from '../shared/severity.ts';
import type { Thresholds } from '../shared/thresholds.ts';

/**
 * What a column holds.
 *
 * `text` is free text, `serial` the row's 序号, `money` an amount in 万元, `rate` a ratio,
 * `extension` a `……` column: the place where a unit may add indicators of its own.
 */
export type LeafType = 'serial' | 'text' | 'money' | 'rate' | 'extension';

/** One column of the form. */
export interface Leaf {
  readonly field: string;
  readonly title: Text;
  /** Other official wordings of the same header cell, e.g. 单位名称 for 部门名称. */
  readonly aliases?: readonly string[];
  readonly type: LeafType;
  readonly required?: true;
  /** Excel number format of figures; also decides how they are printed. */
  readonly format?: NumberFormat;
  readonly align: 'left' | 'center' | 'right';
  /** Share of the paper's width a text column asks for, relative to the other text columns. */
  readonly weight: number;
}

/** A header cell that spans the columns below it. */
export interface Group {
  readonly title: Text;
  readonly columns: readonly Column[];
}

/** A node of the column tree: a group of columns, or a leaf, which is a column of the table. */
export type Column = Group | Leaf;

/**
 * `General`: as many digits as were stated, no thousands separator (343.72, 98, 0.9233679).
 * `#,##0.00`: two decimals with thousands separators (1,424.79). `0.00%`: a percentage (98.62%).
 */
export type NumberFormat = 'General' | '#,##0.00' | '0.00%';

/** A stated total and the columns it must equal the sum of. */
export interface SumCheck {
  readonly total: string;
  readonly parts: readonly string[];
}

/** A target column and the column that says how far it was reached. */
export interface IndicatorPair {
  readonly title: Text;
  readonly target: string;
  readonly actual: string;
}

/**
 * An official table, one version of it, as data. One definition drives the header search, the row
 * mapping, the rules, the report, the templates, the feedback and the summary.
 */
export interface FormDefinition {
  readonly id: string;
  readonly version: string;
  /** The published table or decree the definition was typed from. */
  readonly source: string;
  /** `{year}` and `{name}` stand for the period and the submitter's name. */
  readonly titlePattern: string;
  /** Attachment mark printed above the title (附件2), unless the period says otherwise. */
  readonly attachment: string | null;
  readonly notes: {
    /** Left above the table; `{name}` stands for the submitter's name. */
    readonly submitter: string;
    /** Right above the table. */
    readonly unit: string;
  };
  readonly columns: readonly Column[];
  readonly sums: readonly SumCheck[];
  readonly rate: { readonly field: string; readonly actual: string; readonly budget: string };
  readonly page: {
    readonly size: 'A3';
    readonly orientation: 'landscape';
    /** Millimetres. */
    readonly margin: {
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
      readonly left: number;
    };
  };
  readonly policy: Policy;
  /** Where the form draws lines other than the usual ones. */
  readonly thresholds?: Partial<Thresholds>;
}

/** True for a header cell with columns below it. */
export const isGroup = (column: Column): column is Group => 'columns' in column;

/** A tree's leaves: every rule asks for them at every row. */
const LEAVES = new WeakMap<readonly Column[], readonly Leaf[]>();

/** The columns of a form from left to right. */
export function leaves(columns: readonly Column[]): readonly Leaf[] {
  const known = LEAVES.get(columns);
  if (known !== undefined) return known;
  const found = columns.flatMap((column) => (isGroup(column) ? leaves(column.columns) : [column]));
  LEAVES.set(columns, found);
  return found;
}

/** Rows of the printed header: the depth of the column tree. */
export const headerDepth = (columns: readonly Column[]): number =>
  Math.max(...columns.map((column) => (isGroup(column) ? 1 + headerDepth(column.columns) : 1)));

/** A cell of the printed header, in leaf columns and header rows counted from 0. */
export interface HeaderCell {
  readonly title: Text;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The header of a form as merged cells, in reading order: row by row, left to right. */
export function headerCells(columns: readonly Column[]): readonly HeaderCell[] {
  const depth = headerDepth(columns);
  const cells: HeaderCell[] = [];
  const place = (siblings: readonly Column[], row: number, from: number): number => {
    let column = from;
    for (const item of siblings) {
      if (isGroup(item)) {
        const end = place(item.columns, row + 1, column);
        cells.push({ title: item.title, row, column, rowSpan: 1, columnSpan: end - column });
        column = end;
      } else {
        cells.push({ title: item.title, row, column, rowSpan: depth - row, columnSpan: 1 });
        column += 1;
      }
    }
    return column;
  };
  place(columns, 0, 0);
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** A leaf together with the header texts above it, outermost first, its own last. */
export interface LeafPath {
  readonly leaf: Leaf;
  readonly groups: readonly Group[];
}

/** Every leaf of a form with its groups, from left to right. */
export function leafPaths(
  columns: readonly Column[],
  groups: readonly Group[] = [],
): readonly LeafPath[] {
  return columns.flatMap((column) =>
    isGroup(column) ? leafPaths(column.columns, [...groups, column]) : [{ leaf: column, groups }],
  );
}

/** The full title of a column, groups first: 产出目标·数量指标·完成情况. */
export function leafTitle({ leaf, groups }: LeafPath): Text {
  const titles = [...groups, leaf].map(({ title }) => title);
  return {
    zh: titles.map(({ zh }) => zh).join('·'),
    en: titles.map(({ en }) => en).join(' · '),
  };
}

/**
 * The title of a table of this form, e.g. 2021年度深圳市龙岗区发展和改革局部门预算项目绩效自评表; by another
 * pattern where its period set one.
 */
export const formTitle = (
  form: FormDefinition,
  period: string,
  submitterName: string,
  pattern: string = form.titlePattern,
): string => pattern.replace('{year}', () => period).replace('{name}', () => submitterName);

/** A form's indicator pairs, found once. */
const PAIRS = new WeakMap<FormDefinition, readonly IndicatorPair[]>();

/**
 * The indicator pairs of a form: every group whose two leaves are `<key>Target` and `<key>Actual`.
 */
export function indicatorPairs(form: FormDefinition): readonly IndicatorPair[] {
  const pairs = PAIRS.get(form) ?? findPairs(form);
  PAIRS.set(form, pairs);
  return pairs;
}

function findPairs(form: FormDefinition): readonly IndicatorPair[] {
  const pairs: IndicatorPair[] = [];
  for (const { leaf, groups } of leafPaths(form.columns)) {
    const group = groups.at(-1);
    if (group === undefined || !leaf.field.endsWith('Target')) continue;
    const actual = `${leaf.field.slice(0, -'Target'.length)}Actual`;
    pairs.push({ title: group.title, target: leaf.field, actual });
  }
  return pairs;
}

/**
 * The full title of a column, groups first: 产出目标·数量指标·完成情况. Throws for a field the form
 * does not have: our own fault.
 */
export function fieldTitle(form: FormDefinition, field: string): Text {
  const found = leafPaths(form.columns).find(({ leaf }) => leaf.field === field);
  if (found === undefined) throw new Error(`form ${form.id} has no field "${field}"`);
  return leafTitle(found);
}

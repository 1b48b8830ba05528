import { type FormDefinition, fieldTitle, type Leaf, leaves } from '../../templates/form.ts';
import { columnLetter } from '../cells/cell.ts';
import type { Text } from '../locale.ts';
import { rowsOf, unitsBeneath } from './summary-figures.ts';
import { acceptedOf, isReviewed, type SummaryInput } from './summary-input.ts';
import { SHEETS } from './summary-names.ts';

/*
 * Where things stand in the summary's two large sheets, 部门汇总 and 项目明细: every figure of the others
 * is a formula over them.
 */

/** A column of a form with its full title. */
export interface Field {
  readonly leaf: Leaf;
  readonly title: Text;
}

/** The columns of 项目明细 behind those of the forms, in their order; 审核 only where there is a review. */
const DETAIL_EXTRAS = [
  'band',
  'department',
  'review',
  'file',
  'sheet',
  'row',
  'revision',
  'report',
  'feedback',
] as const;

/** A column of 项目明细 that says what a row counts as, or where it comes from. */
export type DetailExtra = (typeof DETAIL_EXTRAS)[number];

/** Where the lines of 项目明细 stand. */
export interface DetailPlaces {
  /** The columns of all forms, after the one with the submitter. */
  readonly fields: readonly Field[];
  /** The columns behind them. */
  readonly extras: readonly DetailExtra[];
  readonly firstRow: number;
  readonly count: number;
  /** Letter of a field or of one of the columns behind them; undefined for what no form has. */
  readonly column: (name: string) => string | undefined;
}

/** Below title, sum and header; a review has a second sum. */
const FIRST_DETAIL_ROW = 4;

/** The column with the submitter stands before those of the forms. */
const COLUMNS_BEFORE = 1;

/** Where the lines of 项目明细 stand. */
export function detailPlaces(input: SummaryInput): DetailPlaces {
  const fields = unionOfFields(acceptedOf(input).map(({ current }) => current.form));
  const reviewed = isReviewed(input);
  const extras = DETAIL_EXTRAS.filter((extra) => reviewed || extra !== 'review');
  const names: readonly string[] = [...fields.map(({ leaf }) => leaf.field), ...extras];
  return {
    fields,
    extras,
    firstRow: FIRST_DETAIL_ROW + (reviewed ? 1 : 0),
    count: rowsOf(input),
    column: (name) => {
      const index = names.indexOf(name);
      return index < 0 ? undefined : columnLetter(COLUMNS_BEFORE + index + 1);
    },
  };
}

/** The columns of all forms in order; one that a form adds stands after its neighbour there. */
export function unionOfFields(forms: readonly FormDefinition[]): readonly Field[] {
  const union: Field[] = [];
  for (const form of new Set(forms)) {
    let place = 0;
    for (const leaf of leaves(form.columns)) {
      const known = union.findIndex((field) => field.leaf.field === leaf.field);
      if (known >= 0) {
        place = known + 1;
        continue;
      }
      union.splice(place, 0, { leaf, title: fieldTitle(form, leaf.field) });
      place += 1;
    }
  }
  return union;
}

/** All lines of a column of 项目明细, fixed: `'项目明细'!$E$4:$E$29`. */
export const detailRange = ({ firstRow, count }: DetailPlaces, column: string): string =>
  `'${SHEETS.details}'!$${column}$${firstRow}:$${column}$${firstRow + count - 1}`;

/** True while 项目明细 holds the rows of every submission, at least one. */
export const holdsDetails = (input: SummaryInput): boolean =>
  rowsOf(input) > 0 && acceptedOf(input).every(({ current }) => current.detailsFile === null);

/**
 * Cells a program compares when it computes 部门汇总 from 项目明细, above which its lines state what the
 * heads say instead: it would take many seconds at every change.
 */
const MOST_COMPARED = 5_000_000;

/** True when the lines of 部门汇总 are formulas over 项目明细. */
export const sumsDetails = (input: SummaryInput): boolean =>
  holdsDetails(input) && acceptedOf(input).length * rowsOf(input) <= MOST_COMPARED;

/** What 项目明细 names the line of 部门汇总 by that a project counts in; no program takes it for a number. */
export const departmentKey = (submission: number, unit: number): string =>
  `${submission + 1}·${unit + 1}`;

/** Where the lines of 部门汇总 stand. */
export interface DepartmentPlaces {
  /** Row of each accepted submission's line, in their order. */
  readonly submitters: readonly number[];
  readonly total: number;
  /** Of the total of what is approved; null without a review. */
  readonly approved: number | null;
}

/** Rows of 部门汇总 above its first line: title, note, header. */
export const LINES_ABOVE_DEPARTMENTS = 3;

/** Row numbers, from 1, of the submitters' lines and of the totals that follow them. */
export function departmentPlaces(input: SummaryInput): DepartmentPlaces {
  const submitters: number[] = [];
  let row = LINES_ABOVE_DEPARTMENTS + 1;
  for (const submission of acceptedOf(input)) {
    submitters.push(row);
    row += 1 + unitsBeneath(submission).length;
  }
  return { submitters, total: row, approved: isReviewed(input) ? row + 1 : null };
}

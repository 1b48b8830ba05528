import { NO_FIGURE } from '../records/record.ts';
import { addressOf, type SummaryInput, type SummaryRevision } from './summary-input.ts';
import {
  type CellModel,
  hyperlinkCell,
  numberCell,
  type StyleName,
  textCell,
} from './workbook-model.ts';

/*
 * How a figure is followed to where it comes from: the place in the unit's file, the report, the
 * unit's own table.
 */

/** A text that leads to an output; — where there is none. */
export const outputCell = (
  input: SummaryInput,
  key: string | undefined,
  text: string,
): CellModel =>
  key === undefined ? textCell(NO_FIGURE, 'centred') : hyperlinkCell(addressOf(input, key), text);

/** 自评表: the report of a revision. */
export const reportCell = (input: SummaryInput, { outputs }: SummaryRevision): CellModel =>
  outputCell(input, outputs.report, '自评表');

/** 原表: the unit's own table as it was sent, with what was found in it. */
export const feedbackCell = (
  input: SummaryInput,
  { outputs }: Pick<SummaryRevision, 'outputs'>,
): CellModel => outputCell(input, outputs.feedback, '原表');

/** A revision's number; — where there are none. */
export const revisionCell = (
  revision: number | null,
  style: StyleName = 'topCentred',
): CellModel => (revision === null ? textCell(NO_FIGURE, style) : numberCell(revision, style));

/** File, sheet, row and revision a project was read from. */
export const placeCells = (
  { fileName, revision }: SummaryRevision,
  source: { readonly sheet: string; readonly row: number },
): readonly CellModel[] => [
  textCell(fileName ?? NO_FIGURE, 'topText'),
  textCell(source.sheet, 'topText'),
  numberCell(source.row, 'topCentred'),
  revisionCell(revision),
];

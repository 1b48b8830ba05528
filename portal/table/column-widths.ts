import type { ViewColumn } from '../check/table-view.ts';

/** Pixels at 100 %; texts get their share of paper times this. */
const TEXT_WIDTH = 108;

const WIDTHS: Readonly<Record<ViewColumn['type'], number>> = {
  serial: 46,
  text: TEXT_WIDTH,
  money: 88,
  rate: 92,
  extension: 64,
};

/** Serial, unit and project stay in sight when the table is scrolled sideways. */
export const FROZEN_COLUMNS = 3;

/** The width of a column in pixels. */
export const widthOf = ({ type, weight }: ViewColumn): number =>
  type === 'text' ? Math.round(TEXT_WIDTH * Math.max(1, weight)) : WIDTHS[type];

/** The width of all columns together in pixels. */
export const tableWidth = (columns: readonly ViewColumn[]): number =>
  columns.reduce((sum, column) => sum + widthOf(column), 0);

/** How far from the left edge each frozen column stays. */
export const frozenOffsets = (columns: readonly ViewColumn[]): readonly number[] =>
  columns.slice(0, FROZEN_COLUMNS).map((_, index) => tableWidth(columns.slice(0, index)));

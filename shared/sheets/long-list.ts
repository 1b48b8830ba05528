import { type ListSheet, sheetOfRows } from './sheet-rows.ts';
import type { RowModel, SheetModel, StreamedSheet } from './workbook-model.ts';

/*
 * Lists too long to be held: their lines are made while the workbook is written.
 */

/** A list whose lines come later. */
export interface LongList extends Omit<ListSheet, 'lines'> {
  /** How many lines there will be. */
  readonly count: number;
}

/** A list of what heads say, a line at a time. */
export const lazyList = (
  list: LongList & { readonly lines: () => Iterable<RowModel> },
): SheetModel => ({ ...listWithoutLines(list), below: list.lines });

/** A list that grows item by item; `linesOf` is told the row of the first line it returns. */
export const streamedList = <Item>(
  list: LongList & Pick<StreamedSheet<Item>, 'linesOf'>,
): StreamedSheet<Item> => ({ ...listWithoutLines(list), linesOf: list.linesOf });

function listWithoutLines({ count, ...list }: LongList): SheetModel {
  const sheet = sheetOfRows({ ...list, lines: [] });
  const { filter } = sheet;
  return filter === null ? sheet : { ...sheet, filter: { ...filter, bottom: filter.top + count } };
}

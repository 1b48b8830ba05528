import type { RowModel, SheetModel, StreamedSheet, StreamedWorkbook } from './workbook-model.ts';
import { writeWorkbook } from './write-workbook.ts';

/** The bytes of a workbook that grows item by item, through the one exit of every workbook. */
export async function* streamWorkbook<Item>(
  model: StreamedWorkbook<Item>,
  items: AsyncIterable<Item>,
): AsyncGenerator<Uint8Array> {
  const grown = model.sheets.map((sheet) => [...sheet.rows, ...(sheet.below?.() ?? [])]);
  for await (const item of items) {
    for (const [index, sheet] of model.sheets.entries()) {
      const rows: RowModel[] = grown[index] ?? [];
      if (isStreamed(sheet)) rows.push(...sheet.linesOf(item, rows.length + 1));
    }
  }
  const sheets = model.sheets.map((sheet, index) => ({ ...sheet, rows: grown[index] ?? [] }));
  yield await writeWorkbook({ ...model, sheets });
}

const isStreamed = <Item>(sheet: SheetModel | StreamedSheet<Item>): sheet is StreamedSheet<Item> =>
  'linesOf' in sheet;

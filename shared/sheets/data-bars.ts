import type { Worksheet } from 'exceljs';
import { strFromU8, strToU8 } from 'fflate/browser';
import { rangeText } from './range-text.ts';
import { sheetOfEntry } from './sheet-entry.ts';
import type { CellRange, SheetModel } from './workbook-model.ts';

/** Light enough for black figures on it. */
const BAR_COLOUR = 'FF9DC3E6';

/** What exceljs writes of a data bar but leaves out of its types. */
interface WithDataBars {
  addConditionalFormatting(formatting: {
    readonly ref: string;
    readonly rules: readonly Readonly<Record<string, unknown>>[];
  }): void;
}

/**
 * Bars behind ratios, from 0 to 1: a rate beyond 100 % fills its cell. Plain bars with a gradient, as
 * Excel 2007 has them: exceljs gives the newer kind ids by chance.
 */
export function addDataBars(sheet: Worksheet, ranges: readonly CellRange[]): void {
  for (const [index, range] of ranges.entries()) {
    (sheet as unknown as WithDataBars).addConditionalFormatting({
      ref: rangeText(range),
      rules: [
        {
          type: 'dataBar',
          priority: index + 1,
          gradient: true,
          cfvo: [
            { type: 'num', value: 0 },
            { type: 'num', value: 1 },
          ],
          color: { argb: BAR_COLOUR },
        },
      ],
    });
  }
}

/** exceljs refers to a newer kind of bar even where there is none, by an id that is no id. */
const EMPTY_ID = /<extLst><ext [^>]*><x14:id\/><\/ext><\/extLst>(?=<\/cfRule>)/g;

/**
 * The package's entry with its data bars from nothing to the full width of their cells: without being
 * told so, programs draw a bar for 0, and leave out a tenth of the width for 1.
 */
export function stretchDataBars(
  entry: string,
  bytes: Uint8Array,
  sheets: readonly SheetModel[],
): Uint8Array {
  if (sheetOfEntry(entry, sheets)?.dataBars === undefined) return bytes;
  return strToU8(
    strFromU8(bytes)
      .replaceAll('<dataBar>', '<dataBar minLength="0" maxLength="100">')
      .replaceAll(EMPTY_ID, ''),
  );
}

import { columnLetter } from '../../cells/cell.ts';
import type { CellModel, RowModel } from '../workbook-model.ts';
import { checkedHeight, storedText } from '../write-workbook.ts';
import { xmlText } from '../xml-text.ts';

/** Letters of the columns from A on, as far as they were asked for. */
const LETTERS: string[] = [];

const letterOf = (column: number): string => {
  LETTERS[column] ??= columnLetter(column);
  return LETTERS[column] ?? '';
};

/** What is rare in texts and must not stand in markup as it is. */
const AWKWARD = /[^\t\n\r\u0020-\uFFFD]|[&<>"_\uD800-\uDFFF]/;

/** Markup of streamed rows. `numberOf` gives the number of a cell's style. */
export interface RowWriter {
  readonly sheet: string;
  readonly numberOf: (cell: CellModel) => number;
}

/**
 * A row as a sheet's part holds it. Texts stand in their cells: a table of all texts could only be
 * written when the last row is known. Throws RangeError beyond Excel's limits, as `writeWorkbook` does.
 */
export function rowMarkup(row: RowModel, number: number, { sheet, numberOf }: RowWriter): string {
  if (row.folded === true) throw new RangeError(`row ${number} of ${sheet} is folded and streamed`);
  let markup = `<row r="${number}"`;
  if (row.height !== null) {
    markup += ` ht="${checkedHeight(row.height, sheet, number)}"`;
    if (row.fits !== true) markup += ' customHeight="1"';
  }
  markup += '>';
  for (let index = 0; index < row.cells.length; index += 1) {
    const cell = row.cells[index];
    if (cell !== undefined) markup += cellMarkup(cell, `${letterOf(index + 1)}${number}`);
  }
  return `${markup}</row>`;

  function cellMarkup(cell: CellModel, address: string): string {
    if (cell.note !== undefined) throw new RangeError(`${sheet}!${address} has a note`);
    const start = `<c r="${address}" s="${numberOf(cell)}"`;
    const { content } = cell;
    switch (content.kind) {
      case 'blank':
        return `${start}/>`;
      case 'number':
        return `${start}><v>${content.number}</v></c>`;
      case 'text':
        return `${start} t="inlineStr"><is><t xml:space="preserve">${textMarkup(content.text, `${sheet}!${address}`)}</t></is></c>`;
      case 'formula': {
        const { formula, result } = content;
        const type = typeof result === 'string' ? ' t="str"' : '';
        return `${start}${type}><f>${xmlText(formula)}</f><v>${xmlText(String(result))}</v></c>`;
      }
    }
  }
}

const textMarkup = (text: string, address: string): string => {
  const awkward = text.length > SURELY_SHORT || AWKWARD.test(text);
  return awkward ? xmlText(storedText(text, address)) : text;
};

/** Longer texts are measured. */
const SURELY_SHORT = 30_000;

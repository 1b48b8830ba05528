import { MARK } from '../packed-sheets.ts';
import { damaged } from '../refused.ts';
import type { SheetPacker } from '../sheet-packer.ts';
import type { WorkbookPacker } from '../workbook-packer.ts';
import { XmlScanner } from '../xml/xml-scanner.ts';
import { readCellText } from './cell-text.ts';
import { hiddenTableStyles } from './hidden-table-styles.ts';

/**
 * Reads the content of an OpenDocument spreadsheet: values, texts as shown, merges, hidden rows and
 * sheets. Repeated rows and cells count as often as they stand for, blank ones not at all.
 */
export function readOds(content: Uint8Array, packer: WorkbookPacker): void {
  const scanner = new XmlScanner(content, packer.limits.cellCharacters);
  const hidden = hiddenTableStyles(scanner);
  while (scanner.next()) {
    if (!scanner.opens || scanner.empty || !scanner.is('table')) continue;
    const name = scanner.prefixedAttribute('name') ?? 'Sheet1';
    const style = scanner.prefixedAttribute('style-name') ?? '';
    const sheet = packer.startSheet(name, hidden.has(style));
    new TableReader(scanner, sheet, packer).read();
    packer.endSheet(sheet);
  }
}

/** What a cell holds, however often it stands. */
interface OdsCell {
  readonly text: number;
  readonly marks: number;
  readonly value: number;
}

class TableReader {
  private readonly scanner: XmlScanner;
  private readonly sheet: SheetPacker;
  private readonly packer: WorkbookPacker;
  private row = 1;

  constructor(scanner: XmlScanner, sheet: SheetPacker, packer: WorkbookPacker) {
    this.scanner = scanner;
    this.sheet = sheet;
    this.packer = packer;
  }

  read(): void {
    const { scanner } = this;
    while (scanner.next()) {
      if (!scanner.opens && scanner.is('table')) return;
      if (scanner.opens && scanner.is('table-row')) this.readRow();
    }
    throw damaged('broken');
  }

  private readRow(): void {
    const { scanner } = this;
    const rows = repeats(scanner, 'number-rows-repeated');
    if (/collapse|filter/.test(scanner.prefixedAttribute('visibility') ?? '')) this.hide(rows);
    const { empty } = scanner;
    let column = 1;
    while (!empty && scanner.next()) {
      if (!scanner.opens && scanner.is('table-row')) break;
      if (!scanner.opens) continue;
      if (scanner.is('table-cell') || scanner.is('covered-table-cell')) {
        column += this.readCell(column, rows);
      } else if (scanner.is('table-row')) throw damaged('broken');
    }
    this.row += rows;
  }

  private hide(rows: number): void {
    const last = Math.min(this.row + rows - 1, this.packer.limits.sheetRows);
    for (let row = this.row; row <= last; row += 1) this.sheet.hideRow(row);
  }

  /** Adds the cell wherever it stands; how many columns it takes. */
  private readCell(column: number, rows: number): number {
    const { scanner } = this;
    const columns = repeats(scanner, 'number-columns-repeated');
    const right = column + repeats(scanner, 'number-columns-spanned') - 1;
    const bottom = this.row + repeats(scanner, 'number-rows-spanned') - 1;
    const cell = this.cellOf();
    if (right > column || bottom > this.row) {
      this.sheet.addMerge({ top: this.row, left: column, bottom, right });
    }
    if (cell === undefined) return columns;
    for (let row = this.row; row < this.row + rows; row += 1) {
      for (let at = column; at < column + columns; at += 1) {
        this.sheet.add(row, at, cell.text, cell.marks, cell.value);
      }
    }
    return columns;
  }

  private cellOf(): OdsCell | undefined {
    const { scanner, packer } = this;
    const isError = scanner.attribute('calcext:value-type') === 'error';
    const type = scanner.attribute('office:value-type') ?? '';
    const value = scanner.prefixedAttribute('value');
    const hasFormula = scanner.prefixedAttribute('formula') !== undefined;
    const stored =
      scanner.prefixedAttribute('date-value') ?? scanner.prefixedAttribute('string-value');
    const shown = readCellText(scanner);
    const { index: text, marks } = packer.keepText(shown || (stored ?? value ?? ''));
    if (isError) return { text, marks: MARK.error, value: 0 };
    if (text === 0) {
      // LibreOffice writes a result of “” without a type, as an empty paragraph.
      const isUncomputed = hasFormula && type === '' && shown === undefined;
      return isUncomputed ? { text, marks: MARK.uncomputed, value: 0 } : undefined;
    }
    if (type === 'date' || type === 'time') return { text, marks: marks | MARK.date, value: 0 };
    const number = Number(value ?? Number.NaN);
    if (!/^(float|percentage|currency)$/.test(type) || !Number.isFinite(number)) {
      return { text, marks, value: 0 };
    }
    const percent = type === 'percentage' ? MARK.percent : 0;
    return { text, marks: marks | MARK.number | percent, value: number };
  }
}

/** How often, or over how many rows and columns, an element stands; sheets end at a million rows. */
function repeats(scanner: XmlScanner, attribute: string): number {
  const count = Number(scanner.prefixedAttribute(attribute) ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, 1_048_576) : 1;
}

import type { NumberFormat } from '../formats/number-format.ts';
import { MARK } from '../packed-sheets.ts';
import { damaged } from '../refused.ts';
import type { SheetPacker } from '../sheet-packer.ts';
import { headerLines } from '../texts-beside-cells.ts';
import type { WorkbookPacker } from '../workbook-packer.ts';
import { XmlScanner } from '../xml/xml-scanner.ts';
import { placeAt } from './cell-reference.ts';
import type { SharedStrings } from './shared-strings.ts';
import { readStringItem, unescaped } from './string-item.ts';
import type { CellFormats } from './styles-part.ts';

/** What the cells of every worksheet refer to. */
export interface WorkbookParts {
  readonly packer: WorkbookPacker;
  readonly strings: SharedStrings;
  readonly formats: CellFormats;
}

/** Reads the filled cells, merges and hidden rows of a worksheet, and stops where a limit is passed. */
export function readWorksheet(part: Uint8Array, sheet: SheetPacker, parts: WorkbookParts): void {
  new WorksheetReader(part, sheet, parts).read();
}

/** What stands on the printed pages above and below the sheet. */
const HEADERS = [
  'oddHeader',
  'oddFooter',
  'firstHeader',
  'firstFooter',
  'evenHeader',
  'evenFooter',
];

class WorksheetReader {
  private readonly scanner: XmlScanner;
  private readonly sheet: SheetPacker;
  private readonly parts: WorkbookParts;
  private row = 0;
  private column = 0;

  constructor(part: Uint8Array, sheet: SheetPacker, parts: WorkbookParts) {
    this.scanner = new XmlScanner(part, parts.packer.limits.cellCharacters);
    this.sheet = sheet;
    this.parts = parts;
  }

  read(): void {
    const { scanner } = this;
    let inData = false;
    // An extension below may keep data of its own, which is not the sheet's.
    let isRead = false;
    while (scanner.next()) {
      if (scanner.is('sheetData')) {
        inData = scanner.opens && !scanner.empty && !isRead;
        isRead ||= !scanner.opens || scanner.empty;
      }
      if (!scanner.opens) continue;
      if (inData && scanner.is('c')) this.readCell();
      else if (inData && scanner.is('row')) this.startRow();
      else if (scanner.is('mergeCell')) this.readMerge();
      else if (!inData && HEADERS.some((name) => scanner.is(name))) this.readHeader();
    }
  }

  private startRow(): void {
    const { scanner } = this;
    const number = Number(scanner.attribute('r') ?? Number.NaN);
    this.row = Number.isInteger(number) && number > 0 ? number : this.row + 1;
    this.column = 0;
    if (scanner.flag('hidden')) this.sheet.hideRow(this.row);
  }

  /** A cell without an address stands right of the one before it. */
  private placeCell(): void {
    const { scanner } = this;
    const place = scanner.find('r') ? placeAt(scanner, scanner.valueStart, scanner.valueEnd) : null;
    if (place === null) {
      this.column += 1;
      return;
    }
    this.row = place.row;
    this.column = place.column;
  }

  private readCell(): void {
    const { scanner } = this;
    this.placeCell();
    if (scanner.empty) return;
    const style = scanner.find('s') ? Number(scanner.attribute('s')) : 0;
    const type = scanner.attribute('t') ?? 'n';
    let value: string | undefined;
    let hasFormula = false;
    while (scanner.next()) {
      if (!scanner.opens) {
        if (scanner.is('c')) break;
        // The cell was never closed: what follows would be taken for its own.
        if (scanner.is('row')) throw damaged('broken');
      } else if (scanner.is('v')) {
        if (type === 's') {
          this.addShared(scanner.wholeNumber());
          value = '';
        } else value = scanner.text();
      } else if (scanner.is('is')) value = readStringItem(scanner, 'is');
      else if (scanner.is('f')) hasFormula = true;
      else if (scanner.is('c')) throw damaged('broken');
    }
    if (type !== 's') this.addValue(type, value, hasFormula, style);
    else if (value === undefined && hasFormula) this.addUncomputed();
  }

  private addShared(index: number): void {
    const { index: text, marks } = this.parts.strings.at(index);
    if (text !== 0) this.sheet.add(this.row, this.column, text, marks);
  }

  private addUncomputed(): void {
    this.sheet.add(this.row, this.column, 0, MARK.uncomputed);
  }

  private addValue(
    type: string,
    value: string | undefined,
    hasFormula: boolean,
    style: number,
  ): void {
    // Programs that do not calculate leave a formula's number empty; an empty text is a result.
    if (hasFormula && (value === undefined || (value === '' && type !== 'str'))) {
      this.addUncomputed();
    } else if (value === undefined) return;
    else if (type === 'n') this.addNumber(value, this.parts.formats(style));
    else if (type === 'e') {
      const text = this.parts.packer.keepShort(value.trim().slice(0, 20) || '#ERROR!');
      this.sheet.add(this.row, this.column, text, MARK.error);
    } else if (type === 'b') this.addText(value.trim() === '0' ? 'FALSE' : 'TRUE');
    else if (type === 'd') this.addText(value.replace(/T00:00(:00(\.0+)?)?Z?$/, ''), MARK.date);
    else this.addText(type === 'str' ? unescaped(value) : value);
  }

  private addText(typed: string, marks = 0): void {
    const kept = this.parts.packer.keepText(typed);
    if (kept.index === 0) return;
    this.sheet.add(this.row, this.column, kept.index, kept.marks | marks);
  }

  private addNumber(written: string, format: NumberFormat): void {
    const value = Number(written);
    if (written.trim() === '' || !Number.isFinite(value)) {
      this.addText(written);
      return;
    }
    const { packer } = this.parts;
    const shown = format.show(value);
    const text =
      shown === undefined ? packer.keepOddFormat(value, format.code) : packer.keepShort(shown);
    const marks = format.isDate ? MARK.date : MARK.number | (format.isPercent ? MARK.percent : 0);
    this.sheet.add(this.row, this.column, text, marks, value);
  }

  private readHeader(): void {
    const { scanner } = this;
    for (const line of headerLines(scanner.text())) this.parts.packer.keepBesideCells(line);
  }

  private readMerge(): void {
    const { scanner } = this;
    if (!scanner.find('ref')) return;
    const { valueStart, valueEnd } = scanner;
    let colon = valueStart;
    while (colon < valueEnd && scanner.byteAt(colon) !== 0x3a) colon += 1;
    const from = placeAt(scanner, valueStart, colon);
    const to = placeAt(scanner, colon + 1, valueEnd);
    // A merge of one cell is none.
    if (from === null || to === null) return;
    this.sheet.addMerge({
      top: Math.min(from.row, to.row),
      left: Math.min(from.column, to.column),
      bottom: Math.max(from.row, to.row),
      right: Math.max(from.column, to.column),
    });
  }
}

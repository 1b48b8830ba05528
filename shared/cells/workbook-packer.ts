import { columnLetter, type Merge } from './cell.ts';
import { cleanedText } from './clean-text.ts';
import type { ReadLimits } from './limits.ts';
import { MARK, type PackedResult, type PackedSheet } from './packed-sheets.ts';
import { damaged, tooHeavy } from './refused.ts';

/** A number whose text needs a format that only the vendor knows. */
export interface OddFormat {
  /** Index of its text in the workbook. */
  readonly text: number;
  readonly value: number;
  readonly code: string;
}

/** Collects what a reader finds in a workbook, and refuses it as soon as a limit is passed. */
export class WorkbookPacker {
  readonly limits: ReadLimits;
  readonly texts: string[] = [''];
  private readonly odd: OddFormat[] = [];
  /** Days are counted from 1904, as old Macs did. */
  date1904 = false;
  private readonly sheets: PackedSheet[] = [];
  private cells = 0;
  private characters = 0;

  constructor(limits: ReadLimits) {
    this.limits = limits;
  }

  /** Keeps a text, cleaned and within bounds; its index, with the marks of what was cleaned. */
  keepText(typed: string): { readonly index: number; readonly marks: number } {
    const { text, cleaned } = cleanedText(typed);
    if (text === '') return { index: 0, marks: 0 };
    if (text.length > this.limits.cellCharacters) {
      throw tooHeavy('cell-text', this.limits.cellCharacters);
    }
    let marks = 0;
    if (cleaned.includes('invisible-characters')) marks |= MARK.invisibleCharacters;
    if (cleaned.includes('odd-spaces')) marks |= MARK.oddSpaces;
    return { index: this.keepShort(text), marks };
  }

  /** Keeps a text that is clean as it is. */
  keepShort(text: string): number {
    this.characters += text.length;
    if (this.characters > this.limits.textCharacters) {
      throw tooHeavy('text', this.limits.textCharacters);
    }
    return this.texts.push(text) - 1;
  }

  /** Numbers that still lack their text. */
  get oddFormats(): readonly OddFormat[] {
    return this.odd;
  }

  /** Keeps room for the text of a number that the vendor is to be asked about; its index. */
  keepOddFormat(value: number, code: string): number {
    if (this.odd.length >= this.limits.oddFormats) throw tooHeavy('time', this.limits.oddFormats);
    const text = this.texts.push('') - 1;
    this.odd.push({ text, value, code });
    return text;
  }

  countCell(): number {
    this.cells += 1;
    return this.cells;
  }

  startSheet(name: string, hidden: boolean): SheetPacker {
    if (this.sheets.length >= this.limits.sheets) throw tooHeavy('sheets', this.limits.sheets);
    return new SheetPacker(this, name, hidden);
  }

  endSheet(sheet: SheetPacker): void {
    this.sheets.push(sheet.packed());
  }

  packed(): PackedResult {
    if (this.sheets.length === 0) throw damaged('broken');
    return { ok: true, texts: this.texts, sheets: this.sheets };
  }
}

const FIRST_SIZE = 1024;

/** Collects one sheet. */
export class SheetPacker {
  private readonly workbook: WorkbookPacker;
  readonly name: string;
  readonly hidden: boolean;
  readonly hiddenRows: number[] = [];
  private readonly merges: Merge[] = [];
  private count = 0;
  private rows = new Uint32Array(FIRST_SIZE);
  private columns = new Uint16Array(FIRST_SIZE);
  private textIndexes = new Uint32Array(FIRST_SIZE);
  private numbers = new Float64Array(FIRST_SIZE);
  private marks = new Uint8Array(FIRST_SIZE);

  constructor(workbook: WorkbookPacker, name: string, hidden: boolean) {
    this.workbook = workbook;
    this.name = name;
    this.hidden = hidden;
  }

  /** Adds a filled cell, rows and columns from 1; one beyond the limits refuses the file. */
  add(row: number, column: number, text: number, marks: number, value = 0): void {
    const { limits } = this.workbook;
    if (row > limits.sheetRows) throw this.beyond('rows', limits.sheetRows, row, column);
    if (column > limits.sheetColumns)
      throw this.beyond('columns', limits.sheetColumns, row, column);
    if (this.workbook.countCell() > limits.cells) {
      throw this.beyond('cells', limits.cells, row, column);
    }
    if (this.count === this.rows.length) this.grow();
    this.rows[this.count] = row;
    this.columns[this.count] = column;
    this.textIndexes[this.count] = text;
    this.numbers[this.count] = value;
    this.marks[this.count] = marks;
    this.count += 1;
  }

  addMerge(merge: Merge): void {
    const { limits } = this.workbook;
    if (this.merges.length >= limits.merges) {
      throw this.beyond('merges', limits.merges, merge.top, merge.left);
    }
    this.merges.push(merge);
  }

  hideRow(row: number): void {
    if (row <= this.workbook.limits.sheetRows) this.hiddenRows.push(row);
  }

  packed(): PackedSheet {
    return {
      name: this.name,
      hidden: this.hidden,
      hiddenRows: this.hiddenRows,
      merges: this.boundedMerges(),
      rows: this.rows.slice(0, this.count),
      columns: this.columns.slice(0, this.count),
      texts: this.textIndexes.slice(0, this.count),
      numbers: this.numbers.slice(0, this.count),
      marks: this.marks.slice(0, this.count),
    };
  }

  /**
   * Merges cut to what is filled where they run beyond a table's bounds, as those of whole rows,
   * columns and sheets do: the rest of them is blank.
   */
  private boundedMerges(): readonly Merge[] {
    const { sheetRows, sheetColumns, mergedCells } = this.workbook.limits;
    let bottom = 1;
    let right = 1;
    for (let index = 0; index < this.count; index += 1) {
      bottom = Math.max(bottom, this.rows[index] ?? 1);
      right = Math.max(right, this.columns[index] ?? 1);
    }
    let covered = 0;
    return this.merges.flatMap((merge) => {
      const cut = {
        ...merge,
        bottom: merge.bottom > sheetRows ? Math.min(merge.bottom, bottom) : merge.bottom,
        right: merge.right > sheetColumns ? Math.min(merge.right, right) : merge.right,
      };
      if (cut.bottom < cut.top || cut.right < cut.left) return [];
      covered += (cut.bottom - cut.top + 1) * (cut.right - cut.left + 1);
      if (covered > mergedCells) throw this.beyond('merges', mergedCells, merge.top, merge.left);
      return [cut];
    });
  }

  private beyond(
    why: 'rows' | 'columns' | 'cells' | 'merges',
    limit: number,
    row: number,
    column: number,
  ): Error {
    return tooHeavy(why, limit, { sheet: this.name, cell: `${columnLetter(column)}${row}` });
  }

  private grow(): void {
    const size = this.rows.length * 2;
    this.rows = enlarged(this.rows, new Uint32Array(size));
    this.columns = enlarged(this.columns, new Uint16Array(size));
    this.textIndexes = enlarged(this.textIndexes, new Uint32Array(size));
    this.numbers = enlarged(this.numbers, new Float64Array(size));
    this.marks = enlarged(this.marks, new Uint8Array(size));
  }
}

function enlarged<A extends { set(from: A): void }>(from: A, to: A): A {
  to.set(from);
  return to;
}

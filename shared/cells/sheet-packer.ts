import { columnLetter, type Merge } from './cell.ts';
import type { PackedSheet } from './packed-sheets.ts';
import { tooHeavy } from './refused.ts';
import type { WorkbookPacker } from './workbook-packer.ts';

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
    if (this.workbook.countCell(text) > limits.cells) {
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
    const runsBeyond = this.merges.some(
      ({ bottom, right }) => bottom > sheetRows || right > sheetColumns,
    );
    const filled = runsBeyond ? this.filledRange() : { bottom: sheetRows, right: sheetColumns };
    let covered = 0;
    return this.merges.flatMap((merge) => {
      const cut = {
        ...merge,
        bottom: merge.bottom > sheetRows ? filled.bottom : merge.bottom,
        right: merge.right > sheetColumns ? filled.right : merge.right,
      };
      if (cut.bottom < cut.top || cut.right < cut.left) return [];
      covered += (cut.bottom - cut.top + 1) * (cut.right - cut.left + 1);
      if (covered > mergedCells) throw this.beyond('merges', mergedCells, merge.top, merge.left);
      return [cut];
    });
  }

  /** Last row and last column that hold something. */
  private filledRange(): { readonly bottom: number; readonly right: number } {
    let bottom = 1;
    let right = 1;
    for (let index = 0; index < this.count; index += 1) {
      bottom = Math.max(bottom, this.rows[index] ?? 1);
      right = Math.max(right, this.columns[index] ?? 1);
    }
    return { bottom, right };
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

import type { Cell, Merge, Sheet } from '../cells/cell.ts';

/** What the merges below a header do to the cells under them. */
export interface MergedCells {
  readonly hasAny: boolean;
  /** The merge that covers a cell. */
  readonly at: (row: number, column: number) => Merge | undefined;
  /** The text that a merge down a single column shows at a row; empty where no such merge is. */
  readonly textAt: (row: number, column: number) => string;
  /** The cells of a row that a reader sees: what lies hidden under a merge is none of them. */
  readonly visible: (row: number, cells: ReadonlyMap<number, Cell>) => ReadonlyMap<number, Cell>;
}

/** Cells covered by merges that are looked at; a table of 5,000 projects needs far fewer. */
const MOST_COVERED = 200_000;

/** The merges that begin below row `above`, as far right as `lastColumn`. */
export function mergedCells(sheet: Sheet, above: number, lastColumn: number): MergedCells {
  let lastRow = above;
  for (const row of sheet.rows.keys()) lastRow = Math.max(lastRow, row);
  const covered = new Map<number, Map<number, Merge>>();
  let count = 0;
  for (const merge of sheet.merges) {
    if (merge.top <= above) continue;
    const [bottom, right] = [Math.min(merge.bottom, lastRow), Math.min(merge.right, lastColumn)];
    for (let row = merge.top; row <= bottom && count < MOST_COVERED; row += 1) {
      const columns = covered.get(row) ?? new Map<number, Merge>();
      covered.set(row, columns);
      for (let column = merge.left; column <= right && count < MOST_COVERED; column += 1) {
        columns.set(column, merge);
        count += 1;
      }
    }
  }
  const at = (row: number, column: number): Merge | undefined => covered.get(row)?.get(column);
  return {
    hasAny: covered.size > 0,
    at,
    textAt(row, column) {
      const merge = at(row, column);
      if (merge === undefined || merge.left !== merge.right) return '';
      return sheet.rows.get(merge.top)?.get(merge.left)?.text ?? '';
    },
    visible(row, cells) {
      const merges = covered.get(row);
      if (merges === undefined) return cells;
      const isSeen = (column: number): boolean => {
        const merge = merges.get(column);
        return merge === undefined || (merge.top === row && merge.left === column);
      };
      return new Map([...cells].filter(([column]) => isSeen(column)));
    },
  };
}

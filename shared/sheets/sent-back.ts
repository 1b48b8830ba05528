import { cellText } from './excel-limits.ts';
import type { CellMarker } from './feedback-marks.ts';

/** What a reviewer wrote at a cell of the unit's table (批注). */
export interface SheetComment {
  /** The sheet's own number of the row in the unit's file. */
  readonly row: number;
  readonly field: string;
  readonly name: string;
  readonly text: string;
}

/** Why a return was sent back. */
export interface SentBack {
  /** By whom, as in 财政退回 or 主管部门退回. */
  readonly stateName: string;
  readonly name: string;
  readonly reason: string;
  readonly comments: readonly SheetComment[];
}

/** Marks cells as before, and those with comments too: what people say stands before what rules say. */
export function withComments(
  mark: CellMarker,
  comments: readonly SheetComment[],
  keyOf: (comment: SheetComment) => string,
): CellMarker {
  const byKey = Map.groupBy(comments, keyOf);
  return (key, cell) => {
    const marked = mark(key, cell);
    const here = byKey.get(key);
    if (here === undefined) return marked;
    const told = here.map(({ name, text }) => `［批注］${name}：${text}`);
    const note = cellText(
      [...told, ...(marked.note === undefined ? [] : [marked.note])].join('\n'),
    );
    return { ...marked, mark: marked.mark ?? 'warning', note };
  };
}

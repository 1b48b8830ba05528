import type { Cell, Sheet } from '../cells/cell.ts';
import type { Labelled } from './row.ts';

/** What stands above the table: title, submitter and unit of the amounts. */
export interface Surroundings {
  readonly title: Labelled | null;
  readonly titleYear: string | null;
  readonly submitterName: Labelled | null;
  readonly amountUnit: Labelled | null;
}

const TITLE = /绩效自评/u;
const YEAR = /(20\d{2})\s*年/u;
const SUBMITTER = /^(?:部门|单位)(?:名称)?\s*(?:\(盖章\))?\s*:\s*(.*?)\s*(?:单位\s*:.*)?$/su;
const AMOUNT_UNIT =
  /单位\s*:\s*\(?\s*(?:人民币)?\s*((?:亿|百万|万|千)?(?:元|[美港欧日]元|港币|美金))/u;

/** Reads the lines above a header, the nearest first. */
export function readSurroundings(sheet: Sheet, headerRow: number): Surroundings {
  const above = [...sheet.rows.keys()].filter((row) => row < headerRow).sort((a, b) => b - a);
  const cells = above.flatMap((row) => {
    const inRow = [...(sheet.rows.get(row) ?? [])].sort(([a], [b]) => a - b);
    return inRow.map(([, cell], index) => ({ cell, next: inRow[index + 1]?.[1] }));
  });
  const title = firstOf(cells, ({ cell }) => (TITLE.test(cell.text) ? labelled(cell) : null));
  return {
    title,
    titleYear: title === null ? null : (YEAR.exec(title.text.normalize('NFKC'))?.[1] ?? null),
    submitterName: firstOf(cells, submitterIn),
    amountUnit: firstOf(cells, ({ cell }) => {
      const found = AMOUNT_UNIT.exec(cell.text.normalize('NFKC'))?.[1];
      return found === undefined ? null : labelled(cell, found);
    }),
  };
}

interface CellAndNext {
  readonly cell: Cell;
  readonly next: Cell | undefined;
}

/** The name after “部门名称（盖章）：”, in the same cell or the next filled one. */
function submitterIn({ cell, next }: CellAndNext): Labelled | null {
  const match = SUBMITTER.exec(cell.text.normalize('NFKC'));
  if (match === null || AMOUNT_UNIT.test(`单位:${match[1] ?? ''}`)) return null;
  const name = match[1] ?? '';
  if (name !== '') return labelled(cell, name);
  const beside =
    next === undefined || AMOUNT_UNIT.test(next.text.normalize('NFKC')) ? '' : next.text;
  return next === undefined || beside === '' ? null : labelled(next);
}

const labelled = (cell: Cell, text = cell.text): Labelled => ({ text, at: cell.at });

function firstOf<T, R>(items: readonly T[], pick: (item: T) => R | null): R | null {
  for (const item of items) {
    const picked = pick(item);
    if (picked !== null) return picked;
  }
  return null;
}

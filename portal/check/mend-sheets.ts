import { addressOf, type Cell, type Sheet } from '../../shared/cells/cell.ts';
import { EXPLANATION_TITLE, ISSUE_KEYS, ISSUE_SHEET } from '../../shared/rows/read-explanations.ts';
import type { Explanation } from '../../shared/rows/row.ts';
import { explanationKey, type Mends, type WrittenExplanation } from './mends.ts';
import { typedCell } from './typed-cell.ts';

/** The table that is mended: the name of its sheet, and what the file itself explains. */
export interface MendedTable {
  readonly sheet: string;
  readonly explanations: readonly Explanation[];
}

/**
 * The sheets of a workbook as they would be read had the unit typed its mends into the file: what checks
 * them need not know of the page.
 */
export function mendSheets(
  sheets: readonly Sheet[],
  table: MendedTable,
  mends: Mends,
): readonly Sheet[] {
  const mended = sheets.map((sheet) =>
    sheet.name === table.sheet ? withTypedCells(sheet, mends.cells) : sheet,
  );
  if (Object.keys(mends.explanations).length === 0) return mended;
  // The first issue list is the one that is read.
  return [issueSheet(table.explanations, mends.explanations), ...mended];
}

function withTypedCells(sheet: Sheet, typed: Mends['cells']): Sheet {
  const rows = new Map([...sheet.rows].map(([number, cells]) => [number, new Map(cells)]));
  for (const [address, text] of Object.entries(typed)) {
    const { row, column } = shownPlace(sheet, placeOf(address));
    const cell = typedCell(addressOf(sheet.name, row, column), text);
    const cells = rows.get(row) ?? new Map<number, Cell>();
    rows.set(row, cells);
    if (cell === undefined) cells.delete(column);
    else cells.set(column, cell);
  }
  return { ...sheet, rows };
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Row and column of an address, both from 1: AB7 is row 7, column 28. */
function placeOf(address: string): Place {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(row), column };
}

/** Of merged cells only the first holds a value: whoever types into any of them types there. */
function shownPlace({ merges }: Sheet, { row, column }: Place): Place {
  const merge = merges.find(
    ({ top, left, bottom, right }) =>
      top <= row && row <= bottom && left <= column && column <= right,
  );
  return merge === undefined ? { row, column } : { row: merge.top, column: merge.left };
}

/** An issue list with the file's own explanations, those written in the page taking their place. */
function issueSheet(own: readonly Explanation[], written: Mends['explanations']): Sheet {
  const all = new Map(own.map((explanation) => entryOf(asWritten(explanation))));
  for (const explanation of Object.values(written)) all.set(...entryOf(explanation));
  const lines = [...all.values()].map((line) => [line.text, ...ISSUE_KEYS.map((key) => line[key])]);
  const texts = [[EXPLANATION_TITLE, ...ISSUE_KEYS], ...lines];
  const rows = texts.map((line, index) => [index + 1, cellsOf(line, index + 1)] as const);
  return {
    name: ISSUE_SHEET,
    hidden: false,
    hiddenRows: new Set(),
    merges: [],
    rows: new Map(rows),
  };
}

const entryOf = (explanation: WrittenExplanation): [string, WrittenExplanation] => [
  explanationKey(explanation),
  explanation,
];

const asWritten = ({ rule, group, field, serial, project, text }: Explanation) => ({
  rule,
  group,
  field: field ?? '',
  serial: serial ?? '',
  project: project ?? '',
  text,
});

const cellsOf = (texts: readonly string[], row: number): ReadonlyMap<number, Cell> =>
  new Map(
    texts.flatMap((text, index): [number, Cell][] =>
      text === '' ? [] : [[index + 1, { at: addressOf(ISSUE_SHEET, row, index + 1), text }]],
    ),
  );

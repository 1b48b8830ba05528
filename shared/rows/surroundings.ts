import type { Cell, Sheet } from '../cells/cell.ts';
import { contactsIn, withoutContacts } from './contacts.ts';
import type { Contact, Labelled } from './row.ts';

/** What stands above the table: title, submitter, unit of the amounts, and who filled it in. */
export interface Surroundings {
  readonly title: Labelled | null;
  readonly titleYear: string | null;
  readonly submitterName: Labelled | null;
  readonly amountUnit: Labelled | null;
  readonly contacts: readonly Contact[];
}

const TITLE = /绩效自评/u;
const YEAR = /(20\d{2})\s*年/u;
const YEAR_IN_HAN = /二[〇○零O0][〇○零O0一二三四五六七八九]{2}(?=\s*年)/u;
const SUBMITTER = /^(?:部门|单位)(?:名称)?\s*(?:\(盖章\))?\s*:\s*(.*?)\s*(?:单位\s*:.*)?$/su;
const AMOUNT_UNIT =
  /单位\s*:\s*\(?\s*(?:人民币)?\s*((?:亿|百万|万|千)?(?:元|[美港欧日]元|港币|美金))/u;

/** Characters of the longest caption; longer cells are instructions. */
const LONGEST_CAPTION = 500;

/** Lines above a header that are looked at; a cover or instructions are shorter. */
const LINES_ABOVE = 100;

/** Reads the lines above a header, below row `after`, the nearest first. */
export function readSurroundings(sheet: Sheet, headerRow: number, after = 0): Surroundings {
  const lines: ReadonlyMap<number, Cell>[] = [];
  const first = Math.max(after + 1, headerRow - LINES_ABOVE);
  for (let row = headerRow - 1; row >= first; row -= 1) {
    const line = sheet.rows.get(row);
    if (line !== undefined) lines.push(line);
  }
  const cells = lines.flatMap((line) => {
    const inRow = [...line]
      .sort(([a], [b]) => a - b)
      .map(([, cell]) => cell)
      .filter(({ text }) => text.length <= LONGEST_CAPTION);
    return inRow.map((cell, index) => ({ cell: publicPart(cell), next: inRow[index + 1] }));
  });
  const title = titleIn(cells.map(({ cell }) => cell));
  return {
    title,
    titleYear: title === null ? null : yearIn(title.text),
    submitterName: firstOf(cells, submitterIn),
    amountUnit: firstOf(cells, ({ cell }) => {
      const found = AMOUNT_UNIT.exec(cell.text.normalize('NFKC'))?.[1];
      return found === undefined ? null : labelled(cell, found);
    }),
    contacts: lines.toReversed().flatMap((line) => contactsIn(line).contacts),
  };
}

/** The cell without the contacts named in it, which go nowhere but to the upload. */
const publicPart = (cell: Cell): Cell => ({ ...cell, text: withoutContacts(cell.text) });

/** A text on self-evaluation with a year, else without one. */
function titleIn(cells: readonly Cell[]): Labelled | null {
  const titles = cells.filter(({ text }) => TITLE.test(text));
  const title = titles.find(({ text }) => yearIn(text) !== null) ?? titles[0];
  return title === undefined ? null : labelled(title);
}

/** The year of 2021年 or 二〇二一年; null where a text names none. */
function yearIn(text: string): string | null {
  const found = YEAR.exec(text.normalize('NFKC'))?.[1];
  if (found !== undefined) return found;
  const inHan = YEAR_IN_HAN.exec(text)?.[0];
  if (inHan === undefined) return null;
  return [...inHan].map((digit) => Math.max(0, '〇一二三四五六七八九'.indexOf(digit))).join('');
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
  const beside = withoutContacts(next?.text ?? '');
  const isName = beside !== '' && !AMOUNT_UNIT.test(beside.normalize('NFKC'));
  return next !== undefined && isName ? labelled(next, beside) : null;
}

const labelled = (cell: Cell, text = cell.text): Labelled => ({ text, at: cell.at });

function firstOf<T, R>(items: readonly T[], pick: (item: T) => R | null): R | null {
  for (const item of items) {
    const picked = pick(item);
    if (picked !== null) return picked;
  }
  return null;
}

/*
 * Reads the rows of a printed table from the text of its pages alone: after the column titles, which
 * every page repeats, stand the cells of the rows in order. A row that a page has no room for leaves
 * the beginnings of its cells at the page's end; their ends stand first on the next page.
 */

/** A table as text without white space. */
export interface PrintedTable {
  /** Text of each page in the order in which it is painted. */
  readonly pages: readonly string[];
  /** What stands right before the column titles of the first page. */
  readonly before: string;
}

/**
 * Throws at the first row that is not printed as given, and when anything else is printed.
 * `rows` are the texts of their cells in the order of the columns; blank cells do not matter.
 */
export function expectRows({ pages, before }: PrintedTable, rows: readonly string[][]): void {
  const bodies = bodiesOf(pages, before, rows[0]?.join('') ?? '');
  let page = 0;
  let at = 0;
  for (const [index, cells] of rows.entries()) {
    const body = bodies[page] ?? '';
    const row = cells.join('');
    if (body.startsWith(row, at)) {
      at += row.length;
    } else {
      const end = endOfContinued(cells, { body, at }, bodies[page + 1] ?? '');
      if (end === null) {
        throw new Error(`row ${index + 1} is not printed as given:\n${row}\n${body.slice(at)}`);
      }
      page += 1;
      at = end;
    }
    if (at === bodies[page]?.length) {
      page += 1;
      at = 0;
    }
  }
  const rest = (bodies[page] ?? '').slice(at) + bodies.slice(page + 1).join('');
  if (rest !== '') throw new Error(`printed after the last row:\n${rest}`);
}

/** The pages from the end of their column titles on. */
function bodiesOf(pages: readonly string[], before: string, firstRow: string): readonly string[] {
  const [first = ''] = pages;
  const start = first.indexOf(before) + before.length;
  const titles = first.slice(start, first.indexOf(firstRow, start));
  return pages.map((page) => {
    const at = page.indexOf(titles);
    if (titles === '' || at === -1) throw new Error(`a page without column titles:\n${page}`);
    return page.slice(at + titles.length);
  });
}

/** A place in the text of a page. */
interface Place {
  readonly body: string;
  readonly at: number;
}

/** How far into the next page a row goes whose cells fill the rest of this one; null if none does. */
function endOfContinued(cells: readonly string[], here: Place, next: string): number | null {
  const place = (index: number, at: number, nextAt: number): number | null => {
    const cell = cells[index];
    if (cell === undefined) return at === here.body.length ? nextAt : null;
    for (let cut = commonLength(cell, here.body, at); cut >= 0; cut -= 1) {
      const rest = cell.slice(cut);
      if (!next.startsWith(rest, nextAt)) continue;
      const end = place(index + 1, at + cut, nextAt + rest.length);
      if (end !== null) return end;
    }
    return null;
  };
  return place(0, here.at, 0);
}

/** How many characters of `text` stand in `page` from `at` on. */
function commonLength(text: string, page: string, at: number): number {
  let length = 0;
  while (length < text.length && text[length] === page[at + length]) length += 1;
  return length;
}

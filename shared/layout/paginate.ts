/** The space that rows have, in points. */
export interface PageFrame {
  /** Height for rows on the first page, below heading and header. */
  readonly firstHeight: number;
  /** Height for rows on every other page. */
  readonly otherHeight: number;
  readonly leading: number;
  /** Above and below the text of each row, together. */
  readonly rowPadding: number;
}

/** Lines `from` up to but not including `to` of a row, placed on a page. */
export interface RowPart {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** Below the top of the space for rows. */
  readonly top: number;
  readonly height: number;
}

/** A part of a row that is shorter than this looks lost. */
export const FEWEST_LINES = 3;

/** A row that would fit on one page begins at the foot of another only with this many lines. */
const FEWEST_LINES_TO_BEGIN = 6;

/**
 * Rows, given as their numbers of lines, onto pages. Order is kept and nothing is lost; a row that
 * does not fit goes on on the next page, and leaves no stray lines behind or ahead where that can be helped.
 * Throws when a page has no room for a line: its header is too high.
 */
export function paginate(
  lineCounts: readonly number[],
  frame: PageFrame,
): readonly (readonly RowPart[])[] {
  const pages: RowPart[][] = [[]];
  let top = 0;
  for (const [row, lines] of lineCounts.entries()) {
    let from = 0;
    while (from < lines) {
      const page = pages[pages.length - 1] ?? [];
      const space = (pages.length === 1 ? frame.firstHeight : frame.otherHeight) - top;
      const taken = linesTaken(
        lines - from,
        lines,
        linesIn(space, frame),
        page.length === 0,
        frame,
      );
      if (taken === 0) {
        // The heading may fill the first page; any other page is as empty as the next.
        if (page.length === 0 && pages.length > 1) {
          throw new Error('a page of the report has no room for a line');
        }
        pages.push([]);
        top = 0;
        continue;
      }
      const height = taken * frame.leading + frame.rowPadding;
      page.push({ row, from, to: from + taken, top, height });
      top += height;
      from += taken;
    }
  }
  return pages;
}

/** Sums of heights may miss the exact height by the noise of their arithmetic. */
const TOLERANCE = 0.001;

/** How many lines of a row fit into a space. */
export const linesIn = (space: number, frame: Pick<PageFrame, 'leading' | 'rowPadding'>): number =>
  Math.max(0, Math.floor((space - frame.rowPadding + TOLERANCE) / frame.leading));

/**
 * How many of the `rest` lines of a row go into a space for `fitting` lines; 0: begin a new page.
 * `isFresh`: nothing stands above them on their page.
 */
export function linesTaken(
  rest: number,
  lines: number,
  fitting: number,
  isFresh: boolean,
  frame: Pick<PageFrame, 'otherHeight' | 'leading' | 'rowPadding'>,
): number {
  if (rest <= fitting) return rest;
  const taken = Math.min(fitting, rest - FEWEST_LINES);
  if (isFresh) return taken >= FEWEST_LINES ? taken : fitting;
  const fitsOnOnePage = lines <= linesIn(frame.otherHeight, frame);
  return taken >= (fitsOnOnePage ? FEWEST_LINES_TO_BEGIN : FEWEST_LINES) ? taken : 0;
}

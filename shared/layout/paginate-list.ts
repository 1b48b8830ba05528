import { FEWEST_LINES, linesIn, linesTaken, type RowPart } from './paginate.ts';

/** The space that projects have, in points. */
export interface ListFrame {
  /** Height for projects on the first page, below the report's heading. */
  readonly firstHeight: number;
  /** Height for projects on every other page. */
  readonly otherHeight: number;
  readonly leading: number;
  /** Above and below the text of each row, together. */
  readonly rowPadding: number;
  /** Between a project and the next. */
  readonly gap: number;
}

/** How high a project is. */
export interface ProjectHeights {
  /** Points of its heading. */
  readonly heading: number;
  /** Points of its heading where it goes on on another page. */
  readonly continued: number;
  /** Row by row: how many lines. */
  readonly rows: readonly number[];
}

/** A project, or the part of it that stands on a page. */
export interface ProjectPart {
  readonly project: number;
  /** False where it goes on from an earlier page. */
  readonly isStart: boolean;
  /** Of its heading, below the top of the space for projects. */
  readonly top: number;
  readonly rows: readonly RowPart[];
}

/** A heading stands above at least so many rows. */
const ROWS_WITH_HEADING = 3;

/**
 * Projects onto pages, one below the other. Order is kept and nothing is lost; a project that does not fit
 * goes on on the next page below its heading, repeated. No heading stands alone at the foot of a page.
 * Throws when a page has no room for a heading and a line.
 */
export function paginateList(
  projects: readonly ProjectHeights[],
  frame: ListFrame,
): readonly (readonly ProjectPart[])[] {
  const pages = new ListPaginator(frame);
  for (const [project, heights] of projects.entries()) {
    pages.begin(project, heights);
    for (const [row, lines] of heights.rows.entries()) pages.place(row, lines, heights);
  }
  return pages.pages;
}

/** A part that rows are being added to. */
type OpenPart = ProjectPart & { readonly rows: RowPart[] };

/** The pages so far, and how far down the last one is filled. */
class ListPaginator {
  readonly pages: OpenPart[][] = [[]];
  private top = 0;
  private readonly frame: ListFrame;

  constructor(frame: ListFrame) {
    this.frame = frame;
  }

  /** Puts the heading of a project where some of its rows fit below it. */
  begin(project: number, heights: ProjectHeights): void {
    const { gap, leading, rowPadding } = this.frame;
    const isFirst = this.page.length === 0;
    const first = heights.rows
      .slice(0, ROWS_WITH_HEADING)
      .reduce((sum, lines) => sum + Math.min(lines, FEWEST_LINES) * leading + rowPadding, 0);
    const top = this.top + (isFirst ? 0 : gap);
    const mayTurn = !isFirst || this.pages.length === 1;
    if (mayTurn && top + heights.heading + first > this.height) this.turn();
    else this.top = top;
    this.open(project, true, heights);
  }

  /** Puts a row below the last one, on as many pages as it needs. */
  place(row: number, lines: number, heights: ProjectHeights): void {
    const { leading, rowPadding, otherHeight } = this.frame;
    const frame = { leading, rowPadding, otherHeight: otherHeight - heights.continued };
    let from = 0;
    while (from < lines) {
      const fitting = linesIn(this.height - this.top, frame);
      const taken = linesTaken(lines - from, lines, fitting, this.isFresh, frame);
      if (taken === 0) {
        this.goOn(heights);
        continue;
      }
      const height = taken * leading + rowPadding;
      this.part.rows.push({ row, from, to: from + taken, top: this.top, height });
      this.top += height;
      from += taken;
    }
  }

  /** The project goes on on a new page; one that has no rows yet begins there. */
  private goOn(heights: ProjectHeights): void {
    if (this.isFresh && this.pages.length > 1) {
      throw new Error('a page of the report has no room for a line');
    }
    const { project, isStart, rows } = this.part;
    const begins = isStart && rows.length === 0;
    if (begins) this.page.pop();
    this.turn();
    this.open(project, begins, heights);
  }

  private turn(): void {
    this.pages.push([]);
    this.top = 0;
  }

  private open(project: number, isStart: boolean, { heading, continued }: ProjectHeights): void {
    this.page.push({ project, isStart, top: this.top, rows: [] });
    this.top += isStart ? heading : continued;
  }

  private get page(): OpenPart[] {
    return this.pages[this.pages.length - 1] as OpenPart[];
  }

  private get part(): OpenPart {
    return this.page[this.page.length - 1] as OpenPart;
  }

  /** True when nothing stands on the page but the heading of the part. */
  private get isFresh(): boolean {
    return this.page.length === 1 && this.part.rows.length === 0;
  }

  private get height(): number {
    return this.pages.length === 1 ? this.frame.firstHeight : this.frame.otherHeight;
  }
}

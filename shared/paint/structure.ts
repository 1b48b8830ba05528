import type { HeaderBox, ReportPages, TextBlock } from '../layout/pages.ts';

/** The kinds of elements that a report is made of: standard structure types of PDF. */
export type ElementType =
  | 'Document'
  | 'H1'
  | 'P'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD';

/** An element of the report's logical structure: what a screen reader, or a program, reads. */
export interface StructureElement {
  readonly type: ElementType;
  /** By which other elements name it. */
  readonly id?: string;
  /** Its attribute object as PDF writes it. */
  readonly attributes?: string;
  /** What the element says; absent where it only holds other elements. */
  readonly text?: string;
  readonly children: StructureElement[];
  /** Filled while pages are painted: the pieces of content that the element owns, and their text. */
  pieces: readonly Piece[];
  painted: string;
}

/** A marked stretch of a page's content. */
export interface Piece {
  /** Index of the page. */
  readonly page: number;
  /** Number of the stretch on its page. */
  readonly mark: number;
}

/** The elements of a report: all from the top, and those that own content by what they print. */
export interface ReportStructure {
  readonly document: StructureElement;
  /** Block above or below the table → its element. */
  readonly blocks: ReadonlyMap<TextBlock, StructureElement>;
  /** Column titles of the first page, in the order of `Page.header`. */
  readonly header: readonly StructureElement[];
  /** Record by record, column by column. */
  readonly cells: readonly (readonly StructureElement[])[];
}

/**
 * The structure of a report: a heading, notes, and one table over all its pages. A row is one TR on
 * however many pages it stands; a cell names its column titles and the name of its row.
 */
export function reportStructure(report: ReportPages): ReportStructure {
  const blocks = new Map<TextBlock, StructureElement>();
  for (const page of report.pages) {
    for (const block of [...page.heading, ...page.closing]) blocks.set(block, blockElement(block));
  }
  const boxes = report.pages[0]?.header ?? [];
  const header = boxes.map(titleElement);
  const cells = bodyCells(report, boxes);
  const titles = groupedByRow(boxes, header).map((children) => element('TR', { children }));
  const rows = cells.map((row) => element('TR', { children: [...row] }));
  const parts = [element('THead', { children: titles }), element('TBody', { children: rows })];
  // A table must not have a head without a body.
  const table = element('Table', { children: rows.length === 0 ? titles : parts });
  const above = report.pages.flatMap(({ heading }) =>
    heading.flatMap((block) => blocks.get(block) ?? []),
  );
  const below = report.pages.flatMap(({ closing }) =>
    closing.flatMap((block) => blocks.get(block) ?? []),
  );
  const document = element('Document', { children: [...above, table, ...below] });
  return { document, blocks, header, cells };
}

/** Most elements own a single piece: an array that grows would keep room for many. */
const NONE: readonly Piece[] = [];

/** An element that has painted nothing yet. */
const element = (
  type: ElementType,
  rest: Partial<Pick<StructureElement, 'id' | 'attributes' | 'text' | 'children'>>,
): StructureElement => ({ type, children: [], pieces: NONE, painted: '', ...rest });

const blockElement = ({ role, text }: TextBlock): StructureElement =>
  element(role === 'title' ? 'H1' : 'P', { text });

const titleId = (index: number): string => `c${index}`;
const rowId = (record: number): string => `r${record}`;

function titleElement(box: HeaderBox, index: number): StructureElement {
  const columns = box.columnSpan > 1 ? `/ColSpan ${box.columnSpan}` : '';
  const rows = box.rowSpan > 1 ? `/RowSpan ${box.rowSpan}` : '';
  return element('TH', {
    id: titleId(index),
    attributes: `<</O/Table/Scope/Column${columns}${rows}>>`,
    text: box.text,
  });
}

/** The elements of column titles, by the header row in which they begin. */
function groupedByRow(
  boxes: readonly HeaderBox[],
  titles: readonly StructureElement[],
): readonly StructureElement[][] {
  const rows: StructureElement[][] = [];
  for (const [index, { row }] of boxes.entries()) {
    const title = titles[index];
    if (title === undefined) continue;
    rows[row] ??= [];
    rows[row].push(title);
  }
  return rows;
}

function bodyCells(
  { columns, rowHeader, table }: ReportPages,
  boxes: readonly HeaderBox[],
): readonly (readonly StructureElement[])[] {
  const titles = columns.map((_, column) =>
    boxes.flatMap((box, index) => (covers(box, column) ? [`(${titleId(index)})`] : [])).join(''),
  );
  return table.rows.map((row, record) =>
    row.map((text, column) => {
      if (column === rowHeader) {
        const attributes = `<</O/Table/Scope/Row/Headers[${titles[column]}]>>`;
        return element('TH', { id: rowId(record), attributes, text });
      }
      const name = rowHeader === null ? '' : `(${rowId(record)})`;
      return element('TD', { attributes: `<</O/Table/Headers[${titles[column]}${name}]>>`, text });
    }),
  );
}

const covers = ({ column, columnSpan }: HeaderBox, at: number): boolean =>
  column <= at && at < column + columnSpan;

/** Throws unless every text of the report has been painted whole: nothing may be lost on the way. */
export function provePainted({ document }: ReportStructure): void {
  const check = ({ type, id, text, painted, children }: StructureElement): void => {
    if (text !== undefined && painted !== text && painted !== text.replaceAll('\n', '')) {
      throw new Error(`the report lost text of ${type} ${id ?? ''}: "${text}" became "${painted}"`);
    }
    children.forEach(check);
  };
  check(document);
}

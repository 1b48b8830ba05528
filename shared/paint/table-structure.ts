import type { HeaderBox, ReportPages, RowBox } from '../layout/pages.ts';
import type { OpenElement } from './open-element.ts';
import { owner, proveShown, type ReportStructure, type Show, showBlocks } from './structure.ts';
import type { StructureWriter } from './write-structure.ts';

/** A row that is being shown. */
interface OpenRow {
  readonly record: number;
  readonly element: OpenElement;
  readonly cells: readonly OpenElement[];
}

/**
 * The structure of a report that is a table: a heading, notes, and one table over all its pages. A row is
 * one TR on however many pages it stands; a cell names its column titles and the name of its row.
 */
export function tableStructure(report: ReportPages, writer: StructureWriter): ReportStructure {
  const { pages, table } = report;
  const attributesOf = cellAttributes(report);
  const document = writer.openTop('Document');
  /** The table and its body, once the heading above them has been shown. */
  let parts: readonly OpenElement[] = [];
  let row: OpenRow | null = null;
  let shown = 0;
  const begin = (record: number): OpenRow => {
    if (row !== null || record !== shown) throw new Error(`row ${record} is out of order`);
    const texts = table.rows[record] ?? [];
    const element = writer.open(parts.at(-1) ?? document, 'TR');
    const name = rowId(record);
    const cells = texts.map((text, column) => {
      const attributes = attributesOf(column, name);
      return column === report.rowHeader
        ? writer.open(element, 'TH', { id: name, attributes, text })
        : writer.open(element, 'TD', { attributes, text });
    });
    return { record, element, cells };
  };
  const showRow = (box: RowBox, show: Show): void => {
    row = box.isStart ? begin(box.record) : row;
    if (row?.record !== box.record) throw new Error(`row ${box.record} goes on without a start`);
    const { cells } = row;
    box.cells.forEach((lines, column) => void show(owner(cells[column]), lines));
    if (!box.isEnd) return;
    cells.forEach((cell) => void writer.close(cell));
    writer.close(row.element);
    row = null;
    shown += 1;
  };
  const showPage = (index: number, show: Show): void => {
    const page = pages[index];
    if (page === undefined) return;
    showBlocks(page.heading, document, writer, show);
    // The column titles of later pages only repeat those of the first.
    if (index > 0)
      show(
        null,
        page.header.flatMap(({ lines }) => lines),
      );
    else parts = showTitles(page.header, table.rows.length > 0, document, writer, show);
    for (const box of page.rows) showRow(box, show);
    showBlocks(page.closing, document, writer, show);
  };
  const end = (): void => {
    proveShown(shown, table.rows.length);
    for (const part of parts.toReversed()) writer.close(part);
    writer.close(document);
  };
  return { showPage, end };
}

/** Shows the column titles; gives the table and the body for its rows, open. */
function showTitles(
  boxes: readonly HeaderBox[],
  hasRows: boolean,
  document: OpenElement,
  writer: StructureWriter,
  show: Show,
): readonly OpenElement[] {
  const table = writer.open(document, 'Table');
  // A table must not have a head without a body.
  const head = hasRows ? writer.open(table, 'THead') : table;
  const rows = Array.from({ length: 1 + Math.max(-1, ...boxes.map(({ row }) => row)) }, () =>
    writer.open(head, 'TR'),
  );
  for (const [index, box] of boxes.entries()) {
    const { text, lines } = box;
    const attributes = titleAttributes(box);
    const parent = rows[box.row] ?? head;
    const title = writer.open(parent, 'TH', { id: titleId(index), attributes, text });
    show(title, lines);
    writer.close(title);
  }
  for (const row of rows) writer.close(row);
  if (!hasRows) return [table];
  writer.close(head);
  return [table, writer.open(table, 'TBody')];
}

const titleId = (index: number): string => `c${index}`;
const rowId = (record: number): string => `r${record}`;

function titleAttributes({ columnSpan, rowSpan }: HeaderBox): string {
  const columns = columnSpan > 1 ? `/ColSpan ${columnSpan}` : '';
  const rows = rowSpan > 1 ? `/RowSpan ${rowSpan}` : '';
  return `<</O/Table/Scope/Column${columns}${rows}>>`;
}

/** Gives the attributes of a cell: the titles of its column, and what names its row. */
function cellAttributes({ columns, rowHeader, pages }: ReportPages) {
  const [first] = pages;
  const beginnings = columns.map((_, column) => {
    const titles = (first?.header ?? [])
      .flatMap((box, index) => (covers(box, column) ? [`(${titleId(index)})`] : []))
      .join('');
    return `<</O/Table${column === rowHeader ? '/Scope/Row' : ''}/Headers[${titles}`;
  });
  return (column: number, row: string): string => {
    const namesRow = rowHeader !== null && column !== rowHeader;
    return `${beginnings[column] ?? ''}${namesRow ? `(${row})]>>` : ']>>'}`;
  };
}

const covers = ({ column, columnSpan }: HeaderBox, at: number): boolean =>
  column <= at && at < column + columnSpan;

import type { HeaderBox, ReportPages } from '../layout/pages.ts';
import {
  blockElements,
  documentOf,
  element,
  type ReportStructure,
  type Show,
  type StructureElement,
} from './structure.ts';

/**
 * The structure of a report that is a table: a heading, notes, and one table over all its pages. A row is
 * one TR on however many pages it stands; a cell names its column titles and the name of its row.
 */
export function tableStructure(report: ReportPages): ReportStructure {
  const blocks = blockElements(report.pages);
  const boxes = report.pages[0]?.header ?? [];
  const header = boxes.map(titleElement);
  const cells = bodyCells(report, boxes);
  const titles = groupedByRow(boxes, header).map((children) => element('TR', { children }));
  const rows = cells.map((row) => element('TR', { children: [...row] }));
  const parts = [element('THead', { children: titles }), element('TBody', { children: rows })];
  // A table must not have a head without a body.
  const table = element('Table', { children: rows.length === 0 ? titles : parts });
  const showPage = (index: number, show: Show): void => {
    const page = report.pages[index];
    if (page === undefined) return;
    for (const block of page.heading) show(blocks.above.get(block), block.lines);
    // The column titles of later pages only repeat those of the first.
    if (index === 0) page.header.forEach(({ lines }, title) => void show(header[title], lines));
    else
      show(
        null,
        page.header.flatMap(({ lines }) => lines),
      );
    for (const row of page.rows) {
      const elements = cells[row.record];
      row.cells.forEach((lines, column) => void show(elements?.[column], lines));
    }
    for (const block of page.closing) show(blocks.below.get(block), block.lines);
  };
  return { document: documentOf(blocks, [table]), showPage };
}

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

import type { ListPages } from '../layout/list-pages.ts';
import {
  blockElements,
  documentOf,
  element,
  type ReportStructure,
  type Show,
  type StructureElement,
} from './structure.ts';

/** The elements of a project. */
interface ProjectElements {
  readonly heading: StructureElement;
  readonly table: StructureElement;
  /** Column by column. */
  readonly titles: readonly StructureElement[];
  readonly texts: readonly StructureElement[];
}

/**
 * The structure of a report that is lists: a heading, notes, and for every project a heading and a table
 * whose rows are a title and its text, on however many pages they stand.
 */
export function listStructure(report: ListPages): ReportStructure {
  const blocks = blockElements(report.pages);
  const projects = report.table.rows.map((row, record) =>
    projectElements(report.titles[record] ?? '', report.labels, row),
  );
  const between = projects.flatMap(({ heading, table }) => [heading, table]);
  const showPage = (index: number, show: Show): void => {
    const page = report.pages[index];
    if (page === undefined) return;
    for (const block of page.heading) show(blocks.above.get(block), block.lines);
    for (const { record, title, rows } of page.projects) {
      const elements = projects[record];
      show(elements?.heading, title);
      for (const { column, label, text } of rows) {
        show(elements?.titles[column], label);
        show(elements?.texts[column], text);
      }
    }
    for (const block of page.closing) show(blocks.below.get(block), block.lines);
  };
  return { document: documentOf(blocks, between), showPage };
}

function projectElements(
  title: string,
  labels: readonly string[],
  row: readonly string[],
): ProjectElements {
  const titles = labels.map((text) =>
    element('TH', { attributes: '<</O/Table/Scope/Row>>', text }),
  );
  const texts = row.map((text) => element('TD', { text }));
  const rows = titles.map((label, column) => {
    const text = texts[column];
    return element('TR', { children: text === undefined ? [label] : [label, text] });
  });
  return {
    heading: element('H2', { text: title }),
    table: element('Table', { children: rows }),
    titles,
    texts,
  };
}

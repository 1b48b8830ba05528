import type { ListPages, ProjectBox } from '../layout/list-pages.ts';
import type { OpenElement } from './open-element.ts';
import { owner, proveShown, type ReportStructure, type Show, showBlocks } from './structure.ts';
import type { StructureWriter } from './write-structure.ts';

/** A project that is being shown. */
interface OpenProject {
  readonly record: number;
  readonly table: OpenElement;
  readonly rows: readonly OpenElement[];
  /** Column by column. */
  readonly titles: readonly OpenElement[];
  readonly texts: readonly OpenElement[];
}

/**
 * The structure of a report that is lists: a heading, notes, and for every project a heading and a table
 * whose rows are a title and its text, on however many pages they stand.
 */
export function listStructure(report: ListPages, writer: StructureWriter): ReportStructure {
  const { pages, table, titles, labels } = report;
  const document = writer.openTop('Document');
  let project: OpenProject | null = null;
  let shown = 0;
  const close = (): void => {
    if (project === null) return;
    const { table: list, rows, titles: names, texts } = project;
    for (const element of [...names, ...texts, ...rows, list]) writer.close(element);
    project = null;
    shown += 1;
  };
  const begin = ({ record, title }: ProjectBox, show: Show): OpenProject => {
    close();
    if (record !== shown) throw new Error(`project ${record} is out of order`);
    const heading = writer.open(document, 'H2', { text: titles[record] ?? '' });
    show(heading, title);
    writer.close(heading);
    return openProject(record, table.rows[record] ?? [], labels, document, writer);
  };
  const showProject = (box: ProjectBox, show: Show): void => {
    if (box.title.length > 0) project = begin(box, show);
    if (project?.record !== box.record) throw new Error(`project ${box.record} has no start`);
    for (const { column, label, text } of box.rows) {
      show(owner(project.titles[column]), label);
      show(owner(project.texts[column]), text);
    }
  };
  const showPage = (index: number, show: Show): void => {
    const page = pages[index];
    if (page === undefined) return;
    showBlocks(page.heading, document, writer, show);
    for (const box of page.projects) showProject(box, show);
    if (index === pages.length - 1) close();
    showBlocks(page.closing, document, writer, show);
  };
  const end = (): void => {
    proveShown(shown, table.rows.length);
    writer.close(document);
  };
  return { showPage, end };
}

function openProject(
  record: number,
  texts: readonly string[],
  labels: readonly string[],
  document: OpenElement,
  writer: StructureWriter,
): OpenProject {
  const table = writer.open(document, 'Table');
  const cells = labels.map((label, column) => {
    const row = writer.open(table, 'TR');
    const title = writer.open(row, 'TH', { attributes: ROW_TITLE, text: label });
    return { row, title, text: writer.open(row, 'TD', { text: texts[column] ?? '' }) };
  });
  return {
    record,
    table,
    rows: cells.map(({ row }) => row),
    titles: cells.map(({ title }) => title),
    texts: cells.map(({ text }) => text),
  };
}

const ROW_TITLE = '<</O/Table/Scope/Row>>';

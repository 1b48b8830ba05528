import type { ListPage } from './list-pages.ts';
import type { Line, Page } from './pages.ts';

type Visit = (line: Line) => void;

/** Visits every line of text on a page but those of a table's rows, without a list of them. */
export function eachLineAround(page: Page | ListPage, visit: Visit): void {
  for (const { lines } of page.heading) lines.forEach(visit);
  if ('projects' in page) eachListLine(page, visit);
  else for (const { lines } of page.header) lines.forEach(visit);
  for (const { lines } of page.closing) lines.forEach(visit);
  page.furniture.forEach(visit);
}

function eachListLine({ projects }: ListPage, visit: Visit): void {
  for (const { title, rows } of projects) {
    title.forEach(visit);
    for (const { label, text } of rows) {
      label.forEach(visit);
      text.forEach(visit);
    }
  }
}

/** Every line of text on a page. */
export function linesOf(page: Page | ListPage): readonly Line[] {
  const lines: Line[] = [];
  eachLineAround(page, (line) => void lines.push(line));
  const rows = 'rows' in page ? page.rows : [];
  return [...lines, ...rows.flatMap(({ cells }) => cells.flat())];
}

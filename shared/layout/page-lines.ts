import type { ListPage } from './list-pages.ts';
import type { Line, Page } from './pages.ts';

/** Every line of text on a page. */
export const linesOf = (page: Page | ListPage): readonly Line[] => [
  ...page.heading.flatMap(({ lines }) => lines),
  ...('projects' in page ? listLines(page) : tableLines(page)),
  ...page.closing.flatMap(({ lines }) => lines),
  ...page.furniture,
];

const tableLines = ({ header, rows }: Page): readonly Line[] => [
  ...header.flatMap(({ lines }) => lines),
  ...rows.flatMap(({ cells }) => cells.flat()),
];

const listLines = ({ projects }: ListPage): readonly Line[] =>
  projects.flatMap(({ title, rows }) => [
    ...title,
    ...rows.flatMap(({ label, text }) => [...label, ...text]),
  ]);

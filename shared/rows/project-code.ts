import type { HeaderColumn } from './header-grid.ts';
import { typedTitle } from './near-titles.ts';

/** Title of the column that templates hide at the far right: the codes of the projects. */
export const PROJECT_CODE_TITLE = '项目编码';

/** True for the column of codes, which no form has and every table may have. */
export const isProjectCode = (column: HeaderColumn): boolean =>
  typedTitle(column) === PROJECT_CODE_TITLE;

/** Where the codes stand; undefined in a table without them. */
export const projectCodeColumn = (unknown: readonly HeaderColumn[]): number | undefined =>
  unknown.find(isProjectCode)?.column;

import type { UnknownColumn } from './find-header.ts';

/** Title of the column that templates hide at the far right: the codes of the projects. */
export const PROJECT_CODE_TITLE = '项目编码';

/** True for the column of codes, which no form has and every table may have. */
export const isProjectCode = ({ title }: UnknownColumn): boolean => title === PROJECT_CODE_TITLE;

/** Where the codes stand; undefined in a table without them. */
export const projectCodeColumn = (unknown: readonly UnknownColumn[]): number | undefined =>
  unknown.find(isProjectCode)?.column;

import type { Line, PlacedReport, Sheet } from './pages.ts';

/*
 * The report for upright paper: one project after another, each a list of column titles with the texts
 * beside them.
 */

/** A whole report as lists. */
export interface ListPages extends PlacedReport {
  readonly kind: 'list';
  /** Column by column: the title beside its texts, groups first. */
  readonly labels: readonly string[];
  /** Project by project: the heading above its list. */
  readonly titles: readonly string[];
  readonly pages: readonly ListPage[];
}

/** One page of projects. */
export interface ListPage extends Sheet {
  readonly projects: readonly ProjectBox[];
}

/** A project, or the part of it that stands on this page. */
export interface ProjectBox {
  /** Index into the records. */
  readonly record: number;
  readonly top: number;
  /** The heading, where the project begins; without lines where it goes on. */
  readonly title: readonly Line[];
  readonly rows: readonly ListRow[];
}

/** A column title with its text, or the part of them that stands on this page. */
export interface ListRow {
  /** Index of the column. */
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
  /** False when the row began on an earlier page. */
  readonly isStart: boolean;
  /** Without lines where it has been printed. */
  readonly label: readonly Line[];
  /** Without lines where the cell is blank or already printed. */
  readonly text: readonly Line[];
}

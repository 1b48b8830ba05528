import type { Finding } from '../../shared/rules/finding.ts';

/** What a unit wrote of a line in the page: as in the issue list of its feedback workbook. */
export interface WrittenExplanation {
  readonly rule: Finding['rule'];
  readonly group: string;
  /** Empty, like serial and project, for a line about several projects. */
  readonly field: string;
  readonly serial: string;
  readonly project: string;
  readonly text: string;
}

/** What was changed in the page against the file: never the file itself. */
export interface Mends {
  /** Address in the sheet of the table, as `L17` → what is typed there now; empty for a cleared cell. */
  readonly cells: Readonly<Record<string, string>>;
  /** By `explanationKey`. An empty text takes back what the file itself explains. */
  readonly explanations: Readonly<Record<string, WrittenExplanation>>;
}

/** A file as it came. */
export const NO_MENDS: Mends = { cells: {}, explanations: {} };

/** True when nothing differs from the file. */
export const isUnchanged = ({ cells, explanations }: Mends): boolean =>
  Object.keys(cells).length === 0 && Object.keys(explanations).length === 0;

/** What an explanation is known by: what it is about, without its text. */
export const explanationKey = ({
  rule,
  group,
  field,
  serial,
  project,
}: Omit<WrittenExplanation, 'text'>): string =>
  JSON.stringify([rule, group, field, serial, project]);

/** The mends with these cells typed anew. */
export const withCells = (mends: Mends, cells: Mends['cells']): Mends => ({
  ...mends,
  cells: { ...mends.cells, ...cells },
});

/** The mends with an explanation written. */
export const withExplanation = (mends: Mends, written: WrittenExplanation): Mends => ({
  ...mends,
  explanations: { ...mends.explanations, [explanationKey(written)]: written },
});

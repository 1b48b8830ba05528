import type { Board, BoardLine } from '../../functions/api/review-schemas.ts';

/** What the board can be narrowed to. */
export const FILTERS = [
  'all',
  'open',
  'overdue',
  'late',
  'toReview',
  'approved',
  'answered',
] as const;
export type Filter = (typeof FILTERS)[number];

/** How many of those who owe a filter leaves. */
export const countOf = ({ counts }: Board, filter: Filter): number =>
  filter === 'all' ? counts.owed : counts[filter];

const IS: Readonly<Record<Filter, (line: BoardLine) => boolean>> = {
  all: () => true,
  open: ({ isOpen }) => isOpen,
  overdue: ({ daysLeft }) => daysLeft !== null && daysLeft < 0,
  late: ({ timing }) => timing.daysLate !== null && timing.daysLate > 0,
  toReview: ({ review, late }) =>
    late !== null ||
    (review !== null && ['pending', 'forwarded', 'waiting'].includes(review.state)),
  approved: ({ approved }) => approved !== null,
  answered: ({ standing }) => standing === 'answered',
};

/** What the board is narrowed to: a state, a department with all below it, a text. */
export interface Narrowed {
  readonly filter: Filter;
  /** Code of a department; null for all. */
  readonly department: string | null;
  readonly text: string;
}

/** Nothing is left out. */
export const EVERYBODY: Narrowed = { filter: 'all', department: null, text: '' };

/** The departments that stand on the board, by code. */
export function departmentsOf(lines: readonly BoardLine[]): readonly BoardLine['unit'][] {
  const found = new Map(
    lines.flatMap(({ department }) =>
      department === null ? [] : [[department.code, department] as const],
    ),
  );
  return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The lines that are left, of units or departments whose name or code holds the text. */
export const filteredLines = (
  lines: readonly BoardLine[],
  { filter, department, text }: Narrowed,
): readonly BoardLine[] => {
  const wanted = text.trim();
  return lines.filter(
    (line) =>
      IS[filter](line) &&
      (department === null || [line.unit.code, line.department?.code].includes(department)) &&
      [line.unit, line.department].some(
        (unit) => unit !== null && `${unit.name} ${unit.code}`.includes(wanted),
      ),
  );
};

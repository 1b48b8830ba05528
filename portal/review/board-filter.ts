import type { Board, BoardLine } from '../../functions/api/review-schemas.ts';

/** What the board can be narrowed to. */
export const FILTERS = ['all', 'open', 'overdue', 'toReview', 'approved', 'answered'] as const;
export type Filter = (typeof FILTERS)[number];

/** How many of those who owe a filter leaves. */
export const countOf = ({ counts }: Board, filter: Filter): number =>
  filter === 'all' ? counts.owed : counts[filter];

const IS: Readonly<Record<Filter, (line: BoardLine) => boolean>> = {
  all: () => true,
  open: ({ isOpen }) => isOpen,
  overdue: ({ daysLeft }) => daysLeft !== null && daysLeft < 0,
  toReview: ({ review }) =>
    review !== null && ['pending', 'forwarded', 'waiting'].includes(review.state),
  approved: ({ approved }) => approved !== null,
  answered: ({ standing }) => standing === 'answered',
};

/** The lines that a filter leaves, of units or departments whose name or code holds a text. */
export const filteredLines = (
  lines: readonly BoardLine[],
  filter: Filter,
  text: string,
): readonly BoardLine[] => {
  const wanted = text.trim();
  return lines.filter(
    (line) =>
      IS[filter](line) &&
      [line.unit, line.department].some(
        (unit) => unit !== null && `${unit.name} ${unit.code}`.includes(wanted),
      ),
  );
};

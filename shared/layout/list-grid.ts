import { HEADER_TINT, horizontal, INNER, OUTER, vertical } from './grid.ts';
import type { ListRow } from './list-pages.ts';
import type { ListEdges } from './measure-list.ts';
import type { Rule, Tint } from './pages.ts';
import { rounded } from './typography.ts';

type Rows = readonly Pick<ListRow, 'top' | 'bottom'>[];

/** The lines of a list: a frame, a line between titles and texts, and one between rows. */
export function listRules(rows: Rows, { left, middle, right }: ListEdges): readonly Rule[] {
  const top = rows[0]?.top;
  const bottom = rows.at(-1)?.bottom;
  if (top === undefined || bottom === undefined) return [];
  return [
    ...rows.slice(0, -1).map((row) => horizontal(row.bottom, left, right, INNER)),
    vertical(middle, top, bottom, INNER),
    horizontal(top, left, right, OUTER),
    horizontal(bottom, left, right, OUTER),
    vertical(left, top, bottom, OUTER),
    vertical(right, top, bottom, OUTER),
  ];
}

/** The grey ground of the titles. */
export function listTint(rows: Rows, { left, middle }: ListEdges): readonly Tint[] {
  const top = rows[0]?.top;
  const bottom = rows.at(-1)?.bottom;
  if (top === undefined || bottom === undefined) return [];
  return [{ left: rounded(left), top, right: rounded(middle), bottom, gray: HEADER_TINT }];
}

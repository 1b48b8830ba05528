import {
  type ListEdges,
  type ListText,
  listEdges,
  type MeasuredProject,
  measureList,
} from './measure-list.ts';
import type { FontMetrics } from './metrics.ts';
import { type ProjectPart, paginateList } from './paginate-list.ts';
import type { Paper } from './paper.ts';
import { LIST_SIZES, type ListTypography, listTypography } from './typography.ts';

/** The lists broken into lines and pages, at a size. */
export interface FittedList {
  readonly sizes: ListTypography;
  readonly edges: ListEdges;
  readonly projects: readonly MeasuredProject[];
  /** Page by page. */
  readonly pages: readonly (readonly ProjectPart[])[];
}

/** Lists and the space they have to fit into. */
export interface ListToFit {
  readonly text: ListText;
  readonly metrics: FontMetrics;
  readonly paper: Paper;
  /** Where projects begin on the first page, in points. */
  readonly firstTop: number;
}

/** The lists on as few pages as possible, and on those as large as possible. */
export function fitList(toFit: ListToFit): FittedList {
  const [smallest, ...larger] = LIST_SIZES.map(listTypography);
  if (smallest === undefined) throw new Error('the report has no size');
  let best = fitAt(smallest, toFit);
  for (const sizes of larger) {
    const tried = fitAt(sizes, toFit);
    if (tried.pages.length > best.pages.length) break;
    best = tried;
  }
  return best;
}

function fitAt(sizes: ListTypography, { text, metrics, paper, firstTop }: ListToFit): FittedList {
  const edges = listEdges(text.labels, paper, sizes, metrics);
  const projects = measureList(text, edges, sizes, metrics);
  const heightOf = (heading: readonly string[]): number =>
    heading.length * sizes.headingLeading + sizes.headingGap;
  const pages = paginateList(
    projects.map(({ heading, continued, rows }) => ({
      heading: heightOf(heading),
      continued: heightOf(continued),
      rows: rows.map(({ lines }) => lines),
    })),
    {
      firstHeight: paper.bottom - firstTop,
      otherHeight: paper.bottom - paper.top,
      leading: sizes.leading,
      rowPadding: 2 * sizes.paddingY,
      gap: sizes.gap,
    },
  );
  return { sizes, edges, projects, pages };
}

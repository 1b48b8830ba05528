import type { FormDefinition } from '../../templates/form.ts';
import type { RecordSet } from '../records/record.ts';
import { bookmarksOf, projectTitle, type RecordPlace } from './bookmarks.ts';
import { fitList } from './fit-list.ts';
import { frameOf, type LayoutOptions } from './frame.ts';
import type { ListPage, ListPages } from './list-pages.ts';
import { listLabels } from './measure-list.ts';
import type { FontMetrics } from './metrics.ts';
import { uprightPaper } from './paper.ts';
import { placeList } from './place-list.ts';
import { rounded } from './typography.ts';

/**
 * The report of a record set for A4, upright: one project after another, each a list of the form's columns
 * in their order with the texts beside them. The same records give the same pages; what does not fit
 * on a page goes on on the next, nothing is clipped.
 */
export function layOutList(
  recordSet: RecordSet,
  form: FormDefinition,
  metrics: FontMetrics,
  options: LayoutOptions = {},
): ListPages {
  const paper = uprightPaper();
  const { printed, heading, space, around } = frameOf(recordSet, form, paper, metrics, options);
  const labels = listLabels(form);
  const projects = recordSet.records.map(({ texts }, index) => ({
    title: projectTitle(texts),
    texts: printed.rows[index] ?? [],
  }));
  const text = { labels, projects };
  const fitted = fitList({ text, metrics, paper: space, firstTop: heading.bottom });
  const pages = fitted.pages.map((parts, index): ListPage => {
    const top = index === 0 ? heading.bottom : paper.top;
    const placed = placeList(parts, top, fitted, metrics);
    const bottom = placed.projects.at(-1)?.rows.at(-1)?.bottom ?? top;
    const surroundings = around(index + 1, fitted.pages.length, bottom);
    return {
      ...surroundings,
      ...placed,
      furniture: [...surroundings.furniture, ...placed.furniture],
    };
  });
  return {
    kind: 'list',
    table: printed,
    isDraft: options.draft ?? false,
    width: rounded(paper.width),
    height: rounded(paper.height),
    digitPitch: metrics.digitPitch,
    bookmarks: bookmarksOf(recordSet.records, placesOf(pages)),
    labels,
    titles: fitted.projects.map(({ heading: lines }) => lines.join('')),
    pages,
  };
}

/** Where each record begins. */
const placesOf = (pages: readonly ListPage[]): ReadonlyMap<number, RecordPlace> =>
  new Map(
    pages.flatMap(({ number, projects }) =>
      projects.flatMap(({ title, record, top }) =>
        title.length > 0 ? [[record, { page: number, top }] as const] : [],
      ),
    ),
  );

import type { ProjectRecord } from '../records/record.ts';
import { comparableName } from '../unit.ts';
import type { Bookmark, Page } from './pages.ts';

type Place = Pick<Bookmark, 'page' | 'top'>;

/**
 * A bookmark for every implementing unit, in the order in which they first appear, and below it one
 * for each of its projects. A name spelled in several ways is one unit where a register said so.
 */
export function bookmarksOf(
  records: readonly ProjectRecord[],
  pages: readonly Page[],
): readonly Bookmark[] {
  const places = placesOf(pages);
  const units = new Map<string, { readonly title: string; readonly children: Bookmark[] }>();
  for (const [index, record] of records.entries()) {
    const place = places.get(index);
    if (place === undefined) throw new Error(`record ${index + 1} stands on no page`);
    const name = inOneLine(record.texts['unitName'] ?? '');
    const key = record.implementingUnit ?? comparableName(name);
    const unit = units.get(key) ?? { title: name === '' ? NAMELESS : name, children: [] };
    units.set(key, unit);
    unit.children.push({ ...place, title: projectTitle(record), children: [] });
  }
  return [...units.values()].map(({ title, children }) => {
    const { page = 1, top = 0 } = children[0] ?? {};
    return { title, page, top, children };
  });
}

/** Where each record begins. */
function placesOf(pages: readonly Page[]): ReadonlyMap<number, Place> {
  const starts = pages.flatMap(({ number, rows }) =>
    rows.flatMap(({ isStart, record, top }) =>
      isStart ? [[record, { page: number, top }] as const] : [],
    ),
  );
  return new Map(starts);
}

const NAMELESS = '（未填）';

function projectTitle({ texts }: ProjectRecord): string {
  const title = inOneLine(`${texts['serial'] ?? ''} ${texts['projectName'] ?? ''}`);
  return title === '' ? NAMELESS : title;
}

const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

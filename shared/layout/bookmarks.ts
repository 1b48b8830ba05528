import type { ProjectRecord } from '../records/record.ts';
import { comparableName } from '../unit.ts';
import type { Bookmark } from './pages.ts';

/** Where a record begins. */
export type RecordPlace = Pick<Bookmark, 'page' | 'top'>;

/**
 * A bookmark for every implementing unit, in the order in which they first appear, and below it one
 * for each of its projects. A name spelled in several ways is one unit where a register said so.
 * `places` are by index of the record.
 */
export function bookmarksOf(
  records: readonly ProjectRecord[],
  places: ReadonlyMap<number, RecordPlace>,
): readonly Bookmark[] {
  const units = new Map<string, { readonly title: string; readonly children: Bookmark[] }>();
  for (const [index, record] of records.entries()) {
    const place = places.get(index);
    if (place === undefined) throw new Error(`record ${index + 1} stands on no page`);
    const name = inOneLine(record.texts['unitName'] ?? '');
    const key = record.implementingUnit ?? comparableName(name);
    const unit = units.get(key) ?? { title: name === '' ? NAMELESS : name, children: [] };
    units.set(key, unit);
    unit.children.push({ ...place, title: projectTitle(record.texts), children: [] });
  }
  return [...units.values()].map(({ title, children }) => {
    const { page = 1, top = 0 } = children[0] ?? {};
    return { title, page, top, children };
  });
}

const NAMELESS = '（未填）';

/** What a project is called: its 序号 and its name, in one line. `texts` is field → text. */
export function projectTitle(texts: Readonly<Record<string, string>>): string {
  const title = inOneLine(`${texts['serial'] ?? ''} ${texts['projectName'] ?? ''}`);
  return title === '' ? NAMELESS : title;
}

const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

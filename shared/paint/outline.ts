import type { Bookmark } from '../layout/pages.ts';
import { type PdfFile, type Reference, textString } from './pdf-file.ts';

/** Writes the bookmarks as the file's outline, all of them unfolded; null when there are none. */
export function writeOutline(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  pages: readonly Reference[],
  pageHeight: number,
): Reference | null {
  if (bookmarks.length === 0) return null;
  const write = (siblings: readonly Bookmark[], parent: Reference): string => {
    const references = siblings.map(() => file.reserve());
    for (const [index, bookmark] of siblings.entries()) {
      const self = references[index] as Reference;
      const before = references[index - 1];
      const after = references[index + 1];
      const top = Math.round((pageHeight - bookmark.top) * 100) / 100;
      file.set(
        self,
        `<</Title${textString(bookmark.title)}/Parent ${parent}` +
          `/Dest[${pages[bookmark.page - 1]}/XYZ null ${top} null]` +
          (before === undefined ? '' : `/Prev ${before}`) +
          (after === undefined ? '' : `/Next ${after}`) +
          (bookmark.children.length === 0 ? '' : write(bookmark.children, self)) +
          '>>',
      );
    }
    return `/First ${references[0]}/Last ${references.at(-1)}/Count ${countOf(siblings)}`;
  };
  const outline = file.reserve();
  file.set(outline, `<</Type/Outlines${write(bookmarks, outline)}>>`);
  return outline;
}

/** How many lines the bookmarks take when all are unfolded. */
const countOf = (bookmarks: readonly Bookmark[]): number =>
  bookmarks.reduce((sum, { children }) => sum + 1 + countOf(children), 0);

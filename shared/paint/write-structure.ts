import type { PdfFile, Reference } from './pdf-file.ts';
import type { ReportStructure, StructureElement } from './structure.ts';

/** The structure as the file's catalog and its pages refer to it. */
export interface WrittenStructure {
  readonly root: Reference;
}

/**
 * Writes the elements, and the way back from each page's marks to the elements that own them.
 * `pages` are in order; the page at index i has /StructParents i.
 */
export function writeStructure(
  file: PdfFile,
  { document }: ReportStructure,
  pages: readonly Reference[],
): WrittenStructure {
  const root = file.reserve();
  const owners: Reference[][] = pages.map(() => []);
  const ids: (readonly [id: string, element: Reference])[] = [];
  const write = (element: StructureElement, parent: Reference): Reference => {
    const self = file.reserve();
    for (const { page, mark } of element.pieces) {
      const ownersOfPage = owners[page];
      if (ownersOfPage !== undefined) ownersOfPage[mark] = self;
    }
    if (element.id !== undefined) ids.push([element.id, self]);
    const children = element.children.map((child) => write(child, self));
    const id = element.id === undefined ? '' : `/ID(${element.id})`;
    const attributes = element.attributes === undefined ? '' : `/A${element.attributes}`;
    const content = children.length > 0 ? `/K[${children.join(' ')}]` : contentOf(element, pages);
    file.set(self, `<</S/${element.type}/P ${parent}${id}${attributes}${content}>>`);
    return self;
  };
  const top = write(document, root);
  const numbers = owners.map((page, index) => `${index} ${file.add(`[${page.join(' ')}]`)}`);
  file.set(
    root,
    `<</Type/StructTreeRoot/K ${top}/ParentTree ${file.add(`<</Nums[${numbers.join(' ')}]>>`)}` +
      `/ParentTreeNextKey ${pages.length}/IDTree ${file.add(idTree(ids))}>>`,
  );
  return { root };
}

/** The marks that an element owns: with their page each where they stand on several. */
function contentOf({ pieces }: StructureElement, pages: readonly Reference[]): string {
  const [first] = pieces;
  if (first === undefined) return '';
  const home = pages[first.page];
  if (pieces.length === 1) return `/Pg ${home}/K ${first.mark}`;
  const marks = pieces.map(({ page, mark }) =>
    page === first.page ? mark : `<</Type/MCR/Pg ${pages[page]}/MCID ${mark}>>`,
  );
  return `/Pg ${home}/K[${marks.join(' ')}]`;
}

/** Id → element, sorted as texts. */
function idTree(ids: readonly (readonly [id: string, element: Reference])[]): string {
  const sorted = [...ids].sort(([a], [b]) => (a < b ? -1 : 1));
  return `<</Names[${sorted.map(([id, reference]) => `(${id})${reference}`).join(' ')}]>>`;
}

import { type ElementParts, type ElementType, OpenElement } from './open-element.ts';
import type { PdfFile, Reference } from './pdf-file.ts';

/**
 * Writes the elements of a report one by one as they are closed, and the way back from each page's marks
 * to the elements that own them. So no more of them wait than are open, however long the report is.
 */
export class StructureWriter {
  readonly #file: PdfFile;
  readonly #root: Reference;
  #page: Reference = NO_PAGE;
  /** The owners of the page's marks. */
  readonly #owners: Reference[] = [];
  /** Page by page. */
  readonly #ownersOfPages: Reference[] = [];
  readonly #ids: (readonly [id: string, element: Reference])[] = [];
  #top: OpenElement | null = null;
  #open = 0;

  constructor(file: PdfFile) {
    this.#file = file;
    this.#root = file.reserve();
  }

  /** Opens the topmost element. */
  openTop(type: ElementType): OpenElement {
    this.#top = this.#begin(type, this.#root, {});
    return this.#top;
  }

  /** Opens an element at the end of another. */
  open(parent: OpenElement, type: ElementType, parts: ElementParts = {}): OpenElement {
    const element = this.#begin(type, parent.self, parts);
    parent.hold(element.self);
    return element;
  }

  #begin(type: ElementType, parent: Reference, parts: ElementParts): OpenElement {
    const element = new OpenElement(type, this.#file.reserve(), parent, parts);
    if (parts.id !== undefined) this.#ids.push([parts.id, element.self]);
    this.#open += 1;
    return element;
  }

  /** Writes an element that is whole. Throws when its text was not painted whole. */
  close(element: OpenElement): void {
    element.proveSaid();
    this.#file.write(element.self, (pen) => element.writeTo(pen));
    this.#open -= 1;
  }

  /** What is marked from now on stands on this page; its StructParents is its place in the order of pages. */
  turnTo(page: Reference): void {
    this.#page = page;
  }

  /** Gives a new piece of the page to an element, and the piece's number. */
  mark(owner: OpenElement): number {
    const mark = this.#owners.push(owner.self) - 1;
    owner.own(this.#page, mark);
    return mark;
  }

  /** The page's content is whole. */
  endPage(): void {
    this.#ownersOfPages.push(this.#file.add(`[${this.#owners.join(' ')}]`));
    this.#owners.length = 0;
  }

  /** Writes what leads to the elements; gives the root for the catalog. Throws when one was never closed. */
  end(): Reference {
    if (this.#top === null || this.#open > 0) {
      throw new Error(`${this.#open} elements of the report were never closed`);
    }
    const pages = this.#ownersOfPages.map((owners, index) => `${index} ${owners}`);
    const tree = this.#file.add(`<</Nums[${pages.join(' ')}]>>`);
    this.#file.set(
      this.#root,
      `<</Type/StructTreeRoot/K ${this.#top.self}/ParentTree ${tree}` +
        `/ParentTreeNextKey ${pages.length}/IDTree ${this.#file.add(idTree(this.#ids))}>>`,
    );
    return this.#root;
  }
}

const NO_PAGE: Reference = '0 0 R';

/** Id → element, sorted as texts. */
function idTree(ids: readonly (readonly [id: string, element: Reference])[]): string {
  const sorted = [...ids].sort(([a], [b]) => (a < b ? -1 : 1));
  return `<</Names[${sorted.map(([id, reference]) => `(${id})${reference}`).join(' ')}]>>`;
}

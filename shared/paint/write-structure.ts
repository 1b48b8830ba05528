import type { PdfFile, Reference } from './pdf-file.ts';
import type { Pen } from './pen.ts';

/** The kinds of elements that a report is made of: standard structure types of PDF. */
export type ElementType =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'P'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD';

/** What an element may have besides its type. */
export interface ElementParts {
  /** By which other elements name it. */
  readonly id?: string;
  /** Its attribute object as PDF writes it. */
  readonly attributes?: string;
  /** What the element says; absent where it only holds other elements. */
  readonly text?: string;
}

/**
 * An element of the report's logical structure, what a screen reader or a program reads, while it is
 * being filled: with elements inside it, or with marked pieces of the pages' content.
 */
export class OpenElement {
  readonly type: ElementType;
  readonly self: Reference;
  readonly #parent: Reference;
  readonly #parts: ElementParts;
  /** How much of the text has been painted, line feeds aside. */
  #said = 0;
  /** The elements inside, as PDF lists them. */
  #kids = '';
  /** The page of the first piece, and all pieces as PDF lists them. */
  #home: Reference | null = null;
  #pieces = '';

  constructor(type: ElementType, self: Reference, parent: Reference, parts: ElementParts) {
    this.type = type;
    this.self = self;
    this.#parent = parent;
    this.#parts = parts;
  }

  /** Takes an element inside. */
  hold(child: Reference): void {
    this.#kids += this.#kids === '' ? child : ` ${child}`;
  }

  /** Takes a marked piece of a page's content. */
  own(page: Reference, mark: number): void {
    this.#home ??= page;
    const piece = page === this.#home ? mark : `<</Type/MCR/Pg ${page}/MCID ${mark}>>`;
    this.#pieces += this.#pieces === '' ? piece : ` ${piece}`;
  }

  /** A line of the text was painted. Throws when it is not what comes next in the text. */
  say(line: string): void {
    this.#skipLineFeeds();
    if (!this.#parts.text?.startsWith(line, this.#said)) throw this.#lost(`“${line}” came next`);
    this.#said += line.length;
  }

  /** Throws unless the whole text was painted: nothing may be lost on the way. */
  proveSaid(): void {
    this.#skipLineFeeds();
    if (this.#said < (this.#parts.text?.length ?? 0)) throw this.#lost('it ends there');
  }

  /** Writes the element as PDF does, piece by piece: there are tens of thousands. */
  writeTo(pen: Pen): void {
    const { id, attributes } = this.#parts;
    pen.write('<</S/');
    pen.write(this.type);
    pen.write('/P ');
    pen.write(this.#parent);
    if (id !== undefined) pen.write(`/ID(${id})`);
    if (attributes !== undefined) {
      pen.write('/A');
      pen.write(attributes);
    }
    this.#writeContent(pen);
    pen.write('>>');
  }

  #writeContent(pen: Pen): void {
    if (this.#kids !== '') {
      pen.write(`/K[${this.#kids}]`);
    } else if (this.#home !== null) {
      pen.write('/Pg ');
      pen.write(this.#home);
      pen.write('/K[');
      pen.write(this.#pieces);
      pen.write(']');
    }
  }

  #skipLineFeeds(): void {
    while (this.#parts.text?.charCodeAt(this.#said) === LINE_FEED) this.#said += 1;
  }

  #lost(what: string): Error {
    const { id = '', text = '' } = this.#parts;
    const painted = text.slice(0, this.#said);
    return new Error(
      `the report lost text of ${this.type} ${id}: after “${painted}” ${what}, of “${text}”`,
    );
  }
}

const LINE_FEED = 0x0a;

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

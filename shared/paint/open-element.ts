import type { Reference } from './pdf-file.ts';
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
    if (!this.#parts.text?.startsWith(line, this.#said)) throw this.#lost('another line came');
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

  /** Names no text: errors are logged, and logs hold no cell. */
  #lost(what: string): Error {
    const { id = '', text = '' } = this.#parts;
    const place = `after ${this.#said} of ${text.length} characters`;
    return new Error(`the report lost text of ${this.type} ${id}: ${place} ${what}`);
  }
}

const LINE_FEED = 0x0a;

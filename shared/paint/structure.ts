import type { Line, Sheet, TextBlock } from '../layout/pages.ts';

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

/** An element of the report's logical structure: what a screen reader, or a program, reads. */
export interface StructureElement {
  readonly type: ElementType;
  /** By which other elements name it. */
  readonly id?: string;
  /** Its attribute object as PDF writes it. */
  readonly attributes?: string;
  /** What the element says; absent where it only holds other elements. */
  readonly text?: string;
  readonly children: StructureElement[];
  /** Filled while pages are painted: the pieces of content that the element owns, and their text. */
  pieces: readonly Piece[];
  painted: string;
}

/** A marked stretch of a page's content. */
export interface Piece {
  /** Index of the page. */
  readonly page: number;
  /** Number of the stretch on its page. */
  readonly mark: number;
}

/**
 * Shows lines as content of an element. Where there is none (null) the lines only repeat what stands
 * on an earlier page: they belong to the paper.
 */
export type Show = (element: StructureElement | null | undefined, lines: readonly Line[]) => void;

/** The elements of a report, and in which order its pages show them. */
export interface ReportStructure {
  /** The topmost element. */
  readonly document: StructureElement;
  /** Shows the texts of a page, named by its index, in reading order. */
  readonly showPage: (page: number, show: Show) => void;
}

/** Most elements own a single piece: an array that grows would keep room for many. */
const NONE: readonly Piece[] = [];

/** An element that has painted nothing yet. */
export const element = (
  type: ElementType,
  rest: Partial<Pick<StructureElement, 'id' | 'attributes' | 'text' | 'children'>>,
): StructureElement => ({ type, children: [], pieces: NONE, painted: '', ...rest });

/** Block above or below the rows → its element, in reading order. */
export interface BlockElements {
  readonly above: ReadonlyMap<TextBlock, StructureElement>;
  readonly below: ReadonlyMap<TextBlock, StructureElement>;
}

/** The elements of title, notes and remark. */
export function blockElements(pages: readonly Sheet[]): BlockElements {
  const elementsOf = (blocks: readonly TextBlock[]): ReadonlyMap<TextBlock, StructureElement> =>
    new Map(
      blocks.map((block) => [
        block,
        element(block.role === 'title' ? 'H1' : 'P', { text: block.text }),
      ]),
    );
  return {
    above: elementsOf(pages.flatMap(({ heading }) => heading)),
    below: elementsOf(pages.flatMap(({ closing }) => closing)),
  };
}

/** The document: what stands above, the elements between, what stands below. */
export const documentOf = (
  { above, below }: BlockElements,
  between: readonly StructureElement[],
): StructureElement =>
  element('Document', { children: [...above.values(), ...between, ...below.values()] });

/** Throws unless every text of the report has been painted whole: nothing may be lost on the way. */
export function provePainted({ document }: Pick<ReportStructure, 'document'>): void {
  const check = ({ type, id, text, painted, children }: StructureElement): void => {
    if (text !== undefined && painted !== text && painted !== text.replaceAll('\n', '')) {
      throw new Error(`the report lost text of ${type} ${id ?? ''}: "${text}" became "${painted}"`);
    }
    children.forEach(check);
  };
  check(document);
}

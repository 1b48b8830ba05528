import type { Line, TextBlock } from '../layout/pages.ts';
import type { OpenElement } from './open-element.ts';
import type { StructureWriter } from './write-structure.ts';

/**
 * Shows lines as content of an element. Where there is none (null) the lines only repeat what stands
 * on an earlier page: they belong to the paper.
 */
export type Show = (element: OpenElement | null, lines: readonly Line[]) => void;

/** The elements of a report, and in which order its pages show them. */
export interface ReportStructure {
  /** Shows the texts of a page, named by its index, in reading order. Pages are shown in order, once each. */
  readonly showPage: (page: number, show: Show) => void;
  /** Closes what is still open. Throws when something of the report was not shown. */
  readonly end: () => void;
}

/** Shows title, notes or remark. */
export function showBlocks(
  blocks: readonly TextBlock[],
  document: OpenElement,
  writer: StructureWriter,
  show: Show,
): void {
  for (const { role, text, lines } of blocks) {
    const element = writer.open(document, role === 'title' ? 'H1' : 'P', { text });
    show(element, lines);
    writer.close(element);
  }
}

/** The element that a text belongs to. Throws where there is none: the text would be lost to readers. */
export function owner(element: OpenElement | undefined): OpenElement {
  if (element === undefined) throw new Error('a text of the report belongs to no element');
  return element;
}

/** Throws unless every row of the table was shown, which `shown` counts. */
export function proveShown(shown: number, rows: number): void {
  if (shown !== rows) throw new Error(`the report shows ${shown} of ${rows} rows`);
}

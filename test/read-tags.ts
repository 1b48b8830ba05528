import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element of a PDF's structure with all the text it owns, on whatever pages. */
export interface FoundElement {
  readonly role: string;
  /** The element's own text; that of the elements inside it is theirs. */
  readonly text: string;
  readonly children: readonly FoundElement[];
  readonly id?: string;
  readonly rowSpan?: number;
  readonly colSpan?: number;
}

/** What a PDF reader finds of tags in a file. */
export interface FoundTags {
  /** The structure from its top element on. */
  readonly top: FoundElement;
  /** Text that no element owns: page furniture. */
  readonly artifacts: readonly string[];
  readonly isMarked: boolean;
  readonly bookmarks: readonly FoundBookmark[];
}

/** A bookmark and the page it leads to, from 1. */
export interface FoundBookmark {
  readonly title: string;
  readonly page: number;
  readonly children: readonly FoundBookmark[];
}

/** Text as it was written, with the marks that it stands in. */
const EXACT = { includeMarkedContent: true, disableNormalization: true };

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;

/** Reads the structure of a PDF with pdf.js. Throws when there is none. */
export async function readTags(bytes: Uint8Array): Promise<FoundTags> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const artifacts: string[] = [];
  let top: FoundElement | undefined;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const texts = new Map<string, string>();
    collect((await page.getTextContent(EXACT)).items, texts, artifacts);
    const [node] = ((await page.getStructTree()) as unknown as RawNode).children;
    if (node === undefined) throw new Error(`page ${number} of the PDF has no structure`);
    const found = elementOf(node, texts);
    top = top === undefined ? found : merged(top, found);
  }
  if (top === undefined) throw new Error('the PDF has no page');
  // A map, whatever its type says.
  const marks = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
  const outline = ((await document.getOutline()) ?? []) as unknown as RawBookmark[];
  const found = {
    top,
    artifacts,
    isMarked: marks?.get('Marked') === true,
    bookmarks: await bookmarksOf(document, outline),
  };
  await task.destroy();
  return found;
}

interface Item {
  readonly str?: string;
  readonly type?: string;
  readonly id?: string;
}

/** Puts every text with the mark that it stands in. */
function collect(items: readonly Item[], texts: Map<string, string>, artifacts: string[]): void {
  const open: (string | null)[] = [];
  for (const { type, id, str } of items) {
    if (type === 'beginMarkedContentProps') open.push(id ?? null);
    else if (type === 'beginMarkedContent') open.push(null);
    else if (type === 'endMarkedContent') open.pop();
    else if (str) {
      const mark = open.at(-1);
      if (mark) texts.set(mark, (texts.get(mark) ?? '') + str);
      else artifacts.push(str);
    }
  }
}

interface RawNode {
  readonly role: string;
  readonly children: readonly (RawNode & { readonly type?: string; readonly id?: string })[];
  readonly structId?: string;
  readonly rowSpan?: number;
  readonly colSpan?: number;
}

function elementOf(node: RawNode, texts: ReadonlyMap<string, string>): FoundElement {
  const content = node.children.filter(({ type }) => type === 'content');
  return {
    role: node.role,
    text: content.map(({ id = '' }) => texts.get(id) ?? '').join(''),
    children: node.children
      .filter(({ type }) => type !== 'content')
      .map((child) => elementOf(child, texts)),
    ...(node.structId === undefined ? {} : { id: node.structId }),
    ...(node.rowSpan === undefined ? {} : { rowSpan: node.rowSpan }),
    ...(node.colSpan === undefined ? {} : { colSpan: node.colSpan }),
  };
}

/**
 * Every page gives what stands on it: its tables whole, with the text that stands on that page alone. A
 * page that begins with a table goes on with the last one of the page before.
 */
function merged(one: FoundElement, other: FoundElement): FoundElement {
  const last = one.children.at(-1);
  const [first, ...others] = other.children;
  return first?.role === 'Table' && last?.role === 'Table'
    ? { ...one, children: [...one.children.slice(0, -1), joined(last, first), ...others] }
    : { ...one, children: [...one.children, ...other.children] };
}

const joined = (one: FoundElement, other: FoundElement): FoundElement => ({
  ...one,
  text: one.text + other.text,
  children: one.children.map((child, index) => {
    const same = other.children[index];
    return same === undefined ? child : joined(child, same);
  }),
});

interface RawBookmark {
  readonly title: string;
  readonly dest: readonly unknown[];
  readonly items: readonly RawBookmark[];
}

const bookmarksOf = (
  document: PdfDocument,
  bookmarks: readonly RawBookmark[],
): Promise<readonly FoundBookmark[]> =>
  Promise.all(
    bookmarks.map(async ({ title, dest, items }) => ({
      title,
      page:
        1 + (await document.getPageIndex(dest[0] as Parameters<PdfDocument['getPageIndex']>[0])),
      children: await bookmarksOf(document, items),
    })),
  );

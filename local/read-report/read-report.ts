import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  type PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  type PDFString,
} from 'pdf-lib';
import { type FontCodes, visibleText } from './visible-text.ts';

/** A report of ours as it is found: what it shows and what it carries. */
export interface FoundReport {
  /** The texts above and below the rows in order, line breaks left out. */
  readonly notes: readonly string[];
  /** Row by row, cell by cell: the text that the pages show, line breaks left out. */
  readonly rows: readonly (readonly string[])[];
  /** What only lists have: the heading of every project, and the titles beside its cells. */
  readonly projects: readonly ListedProject[];
  /** Name → text of the files attached. */
  readonly attachments: ReadonlyMap<string, string>;
}

/** What stands around the cells of a project that is a list. */
export interface ListedProject {
  readonly heading: string;
  readonly titles: readonly string[];
}

/** The file is no report that this program wrote, or was changed since. */
export class NoReportError extends Error {
  override readonly name = 'NoReportError';
}

/** Reads a report that this program wrote. Throws NoReportError for any other file. */
export async function readReport(bytes: Uint8Array): Promise<FoundReport> {
  try {
    return read(await PDFDocument.load(bytes, { updateMetadata: false }));
  } catch (error) {
    // pdf-lib throws errors of many kinds for what is damaged, or no PDF at all.
    throw new NoReportError(error instanceof Error ? error.message : String(error));
  }
}

function read(document: PDFDocument): FoundReport {
  const { catalog } = document;
  const textOf = markReader(document);
  const top = dictionary(dictionary(catalog, 'StructTreeRoot'), 'K');
  const parts = kids(top);
  const rowTexts = (part: PDFDict): readonly (readonly string[])[] =>
    kids(part).map((row) => kids(row).map(textOf));
  const partsOf = (...types: readonly string[]): readonly PDFDict[] =>
    parts.filter((part) => types.includes(typeOf(part)));
  const attachments = attachmentsOf(catalog);
  const notes = partsOf('H1', 'P').map(textOf);
  if (notes.length === 0) throw new NoReportError('no title');
  const headings = partsOf('H2').map(textOf);
  const tables = partsOf('Table');
  const body = tables.flatMap(kids).find((part) => typeOf(part) === 'TBody');
  if (body !== undefined) return { notes, rows: rowTexts(body), projects: [], attachments };
  // A table without rows has column titles alone, and no heading beside it.
  const lists = headings.length === 0 ? [] : tables.map(rowTexts);
  return {
    notes,
    rows: lists.map((rows) => rows.map(([, text = '']) => text)),
    projects: lists.map((rows, index) => ({
      heading: headings[index] ?? '',
      titles: rows.map(([title = '']) => title),
    })),
    attachments,
  };
}

/** Gives the text of an element: that of all the marks that it owns. */
function markReader(document: PDFDocument): (element: PDFDict) => string {
  const texts = new Map<string, ReadonlyMap<number, string>>();
  for (const page of document.getPages()) {
    const content = streamText(page.node.lookup(PDFName.of('Contents')));
    texts.set(page.ref.toString(), visibleText(content, fontCodes(page.node)));
  }
  const textAt = (page: PDFObject | undefined, mark: number): string =>
    texts.get(String(page))?.get(mark) ?? '';
  return (element) => {
    const home = element.get(PDFName.of('Pg'));
    return listOf(element.lookup(PDFName.of('K')))
      .map((kid) => {
        if (kid instanceof PDFNumber) return textAt(home, kid.asNumber());
        if (!(kid instanceof PDFDict)) return '';
        return textAt(
          kid.get(PDFName.of('Pg')),
          kid.lookup(PDFName.of('MCID'), PDFNumber).asNumber(),
        );
      })
      .join('');
  };
}

/** The characters of each font of a page, by its name there. */
function fontCodes(page: PDFDict): FontCodes {
  const fonts = dictionary(dictionary(page, 'Resources'), 'Font');
  return new Map(
    fonts.entries().map(([name]) => {
      const font = fonts.lookup(name, PDFDict);
      return [name.decodeText(), codesOf(streamText(font.lookup(PDFName.of('ToUnicode'))))];
    }),
  );
}

/** The mappings of a ToUnicode CMap: code → character. */
function codesOf(map: string): ReadonlyMap<string, string> {
  const pairs = map.matchAll(/^<([\dA-F]{4})> <((?:[\dA-F]{4})+)>$/gm);
  return new Map(
    Array.from(pairs, ([, code = '', units = '']) => [
      code,
      String.fromCharCode(...(units.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
    ]),
  );
}

function attachmentsOf(catalog: PDFDict): ReadonlyMap<string, string> {
  if (!catalog.has(PDFName.of('AF'))) return new Map();
  const files = catalog.lookup(PDFName.of('AF'), PDFArray);
  return new Map(
    listOf(files).map((file) => {
      if (!(file instanceof PDFDict)) throw new NoReportError('an attachment is no file');
      const name = file.lookup(PDFName.of('UF')) as PDFString | PDFHexString;
      const stream = dictionary(file, 'EF').lookup(PDFName.of('F'));
      // A byte-order mark is part of what was attached.
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(streamBytes(stream));
      return [name.decodeText(), text];
    }),
  );
}

const dictionary = (parent: PDFDict, key: string): PDFDict =>
  parent.lookup(PDFName.of(key), PDFDict);

const typeOf = (element: PDFDict): string => element.lookup(PDFName.of('S'), PDFName).decodeText();

/** The elements inside an element. */
const kids = (element: PDFDict): readonly PDFDict[] =>
  listOf(element.lookup(PDFName.of('K'))).filter((kid) => kid instanceof PDFDict);

/** The entries of an array with what they refer to; one object alone is a list of one. */
function listOf(object: PDFObject | undefined): readonly PDFObject[] {
  if (object === undefined) return [];
  if (!(object instanceof PDFArray)) return [object];
  return object.asArray().map((entry, index) => {
    return entry instanceof PDFRef ? (object.lookup(index) ?? entry) : entry;
  });
}

function streamBytes(object: PDFObject | undefined): Uint8Array {
  if (!(object instanceof PDFRawStream)) throw new NoReportError('a stream is missing');
  return decodePDFRawStream(object).decode();
}

const streamText = (object: PDFObject | undefined): string =>
  Buffer.from(streamBytes(object)).toString('latin1');

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';
import {
  PDFContext,
  PDFDict,
  PDFHeader,
  PDFObject,
  PDFObjectParser,
  PDFRawStream,
  PDFRef,
  PDFTrailer,
} from 'pdf-lib';
import { CrossReferences, ENTRY_FIELDS } from './cross-references.ts';

/** Names an object of the file, as PDF writes it: 12 0 R. */
export type Reference = `${number} 0 R`;

/** A PDF file while it is being made. Objects are given as PDF writes them, in Latin-1. */
export interface PdfFile {
  /** A name for an object that is told later by `set`. */
  readonly reserve: () => Reference;
  readonly set: (reference: Reference, object: string) => void;
  readonly add: (object: string) => Reference;
  /** Adds a stream; `entries` are those of its dictionary besides length and filter. */
  readonly addStream: (bytes: Uint8Array, entries?: string) => Reference;
  /** Adds a stream that stays as it is, so that tools find it without unpacking. */
  readonly addPlainStream: (bytes: Uint8Array, entries?: string) => Reference;
  /** The whole file. Its id is made from everything in it. Throws when a reserved object was never told. */
  readonly toBytes: (root: Reference, info: Reference) => Promise<Uint8Array>;
}

/** Level 6 takes twice as long for three percent. */
const LEVEL = 4;

/** Objects that are packed together: more pack better, but a reader unpacks all to see one. */
const PACKED_TOGETHER = 1000;

/** An object that is written already: tens of thousands of dictionaries would cost more than the rest. */
class WrittenObject extends PDFObject {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override toString(): string {
    return this.text;
  }
}

/** An empty file. */
export function pdfFile(): PdfFile {
  const context = PDFContext.create();
  const packed: Promise<void>[] = [];
  const addLater = (bytes: Promise<Uint8Array>, entries: string): Reference => {
    const ref = context.nextRef();
    packed.push(
      bytes.then((contents) => context.assign(ref, streamOf(contents, entries, context))),
    );
    return asReference(ref);
  };
  return {
    reserve: () => asReference(context.nextRef()),
    set: (reference, object) => {
      context.assign(PDFRef.of(Number.parseInt(reference, 10)), new WrittenObject(object));
    },
    add: (object) => asReference(context.register(new WrittenObject(object))),
    addStream: (bytes, entries = '') => addLater(deflated(bytes), `${entries}${DEFLATED}`),
    addPlainStream: (bytes, entries = '') =>
      asReference(context.register(streamOf(bytes, entries, context))),
    toBytes: async (root, info) => {
      await Promise.all(packed);
      return written(context, root, info);
    },
  };
}

const asReference = ({ objectNumber }: PDFRef): Reference => `${objectNumber} 0 R`;

const DEFLATED = '/Filter/FlateDecode';

/** A stream with the entries of its dictionary, which pdf-lib reads, and so refuses what is no PDF. */
function streamOf(contents: Uint8Array, entries: string, context: PDFContext): PDFRawStream {
  const dictionary = PDFObjectParser.forBytes(latin1(`<<${entries}>>`), context).parseObject();
  if (!(dictionary instanceof PDFDict)) throw new Error(`no entries of a dictionary: ${entries}`);
  return PDFRawStream.of(dictionary, contents);
}

const deflatedAside = promisify<Uint8Array, object, Uint8Array>(deflate);

/** From here on it pays to let another thread pack while the rest of the file is made. */
const LARGE = 64 * 1024;

const deflated = (bytes: Uint8Array): Promise<Uint8Array> =>
  // A thread packs in one go what has room in one chunk.
  bytes.length < LARGE
    ? Promise.resolve(deflateSync(bytes, { level: LEVEL }))
    : deflatedAside(bytes, { level: LEVEL, chunkSize: bytes.length });

/** The file: streams one by one, everything else packed together, the table of places, its own place. */
async function written(context: PDFContext, root: Reference, info: Reference): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [bytesOf(PDFHeader.forVersion(1, 7)), latin1('\n')];
  let length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  let last = context.largestObjectNumber;
  const table = new CrossReferences();
  const write = (number: number, object: PDFObject): void => {
    table.set(number, 1, length, 0);
    for (const part of [latin1(`${number} 0 obj\n`), bytesOf(object), OBJECT_END]) {
      chunks.push(part);
      length += part.length;
    }
  };
  const writePacked = async (bytes: Uint8Array, entries: string): Promise<void> => {
    last += 1;
    write(last, streamOf(await deflated(bytes), `${entries}${DEFLATED}`, context));
  };
  const objects = toldObjects(context);
  for (const [number, object] of objects) {
    if (!(object instanceof WrittenObject)) write(number, object);
  }
  for (const group of groupsOf(objects)) {
    for (const [place, [number]] of group.entries()) table.set(number, 2, last + 1, place);
    const { bytes, entries } = packedTogether(group);
    await writePacked(bytes, entries);
  }
  const id = contentId(chunks);
  const start = length;
  const size = last + 2;
  table.set(last + 1, 1, start, 0);
  await writePacked(
    table.bytes(size),
    `/Type/XRef/Size ${size}/W[${ENTRY_FIELDS.join(' ')}]/Root ${root}/Info ${info}/ID[<${id}><${id}>]`,
  );
  chunks.push(bytesOf(PDFTrailer.forLastCrossRefSectionOffset(start)), latin1('\n'));
  const file = Buffer.concat(chunks);
  return new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
}

type NumberedObject = readonly [number: number, object: PDFObject];

/** Every object with its number, in order. Throws when one was promised and never told. */
function toldObjects(context: PDFContext): readonly NumberedObject[] {
  const objects = context
    .enumerateIndirectObjects()
    .map(([ref, object]): NumberedObject => [ref.objectNumber, object]);
  const missing = objects.findIndex(([number], index) => number !== index + 1);
  if (missing !== -1 || objects.length !== context.largestObjectNumber) {
    const number = missing === -1 ? objects.length + 1 : missing + 1;
    throw new Error(`object ${number} of the PDF was never told`);
  }
  return objects;
}

type NumberedText = readonly [number: number, text: string];

/** The objects that are no streams, so many together. */
function groupsOf(objects: readonly NumberedObject[]): readonly NumberedText[][] {
  const groups: NumberedText[][] = [];
  for (const [number, object] of objects) {
    if (!(object instanceof WrittenObject)) continue;
    const group = groups.at(-1);
    if (group === undefined || group.length === PACKED_TOGETHER)
      groups.push([[number, object.text]]);
    else group.push([number, object.text]);
  }
  return groups;
}

/** Objects that are no streams, as the contents and entries of one stream. */
function packedTogether(group: readonly NumberedText[]): {
  readonly bytes: Uint8Array;
  readonly entries: string;
} {
  let index = '';
  let at = 0;
  for (const [number, text] of group) {
    index += `${number} ${at} `;
    at += text.length + 1;
  }
  const bodies = group.map(([, text]) => text).join('\n');
  const entries = `/Type/ObjStm/N ${group.length}/First ${index.length}`;
  return { bytes: latin1(index + bodies), entries };
}

/** 16 bytes in hexadecimal that stand for everything that the file holds. */
function contentId(chunks: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex').slice(0, 32);
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const OBJECT_END = latin1('\nendobj\n');

/** What pdf-lib writes of an object, the header or the trailer. */
function bytesOf(part: PDFObject | PDFHeader | PDFTrailer): Uint8Array {
  const bytes = new Uint8Array(part.sizeInBytes());
  part.copyBytesInto(bytes, 0);
  return bytes;
}

/** A text as PDF writes one: UTF-16 with its mark, in hexadecimal. */
export function textString(text: string): string {
  let digits = 'FEFF';
  for (let index = 0; index < text.length; index += 1) digits += hex(text.charCodeAt(index));
  return `<${digits}>`;
}

/** Four hexadecimal digits. */
export const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

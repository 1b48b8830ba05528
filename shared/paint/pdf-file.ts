import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';
import {
  PDFContext,
  PDFDict,
  PDFHeader,
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFTrailer,
} from 'pdf-lib';
import { ENTRY_FIELDS, ObjectNumbers } from './cross-references.ts';
import { ObjectGroup } from './object-group.ts';
import type { Pen } from './pen.ts';

/** Names an object of the file, as PDF writes it: 12 0 R. */
export type Reference = `${number} 0 R`;

/** A PDF file while it is being made. Objects are given as PDF writes them, in Latin-1. */
export interface PdfFile {
  /** A name for an object that is told later by `set`. */
  readonly reserve: () => Reference;
  readonly set: (reference: Reference, object: string) => void;
  /** Tells a reserved object by writing it. */
  readonly write: (reference: Reference, write: (pen: Pen) => void) => void;
  readonly add: (object: string) => Reference;
  /** Adds a stream; `entries` are those of its dictionary besides length and filter. */
  readonly addStream: (bytes: Uint8Array, entries?: string) => Reference;
  /** Adds a stream that stays as it is, so that tools find it without unpacking. */
  readonly addPlainStream: (bytes: Uint8Array, entries?: string) => Reference;
  /** Resolves when few streams wait to be packed: whoever adds many asks now and then. */
  readonly room: () => Promise<void>;
  /** The whole file. Its id is made from everything in it. Throws when a reserved object was never told. */
  readonly toBytes: (root: Reference, info: Reference) => Promise<Uint8Array>;
}

/** Level 6 takes twice as long for three percent. */
const LEVEL = 4;

/** Objects that are packed together: more pack better, but a reader unpacks all to see one. */
const PACKED_TOGETHER = 1000;

/** Streams that may wait to be packed while more are made. */
const WAITING = 8;

type Parts = readonly Uint8Array[];

/** An object of the file as it will stand there, once a thread has packed it. */
interface PlacedObject {
  readonly number: number;
  /** Its bytes, in parts that follow one another. */
  readonly body: Promise<Parts> | Parts;
}

/** An empty file. */
export function pdfFile(): PdfFile {
  const context = PDFContext.create();
  const objects = new ObjectNumbers();
  const placed: PlacedObject[] = [];
  const group = new ObjectGroup();
  const placePacked = (number: number, bytes: Uint8Array, entries: string): void => {
    const body = deflated(bytes).then((contents) =>
      streamOf(contents, `${entries}${DEFLATED}`, context),
    );
    // A failure is told when the file is put together, or by the wait for room.
    body.catch(() => undefined);
    placed.push({ number, body });
  };
  const packGroup = (): void => {
    const number = objects.next();
    for (const [index, one] of group.numbers.entries()) objects.places.set(one, 2, number, index);
    objects.tell(number);
    const { bytes, entries } = group.take();
    placePacked(number, bytes, entries);
  };
  const write = (number: number, writeInto: (pen: Pen) => void): void => {
    objects.tell(number);
    group.add(number, writeInto);
    if (group.numbers.length === PACKED_TOGETHER) packGroup();
  };
  const set = (number: number, object: string): void => write(number, (pen) => pen.write(object));
  const toldNext = (): number => {
    const number = objects.next();
    objects.tell(number);
    return number;
  };
  return {
    reserve: () => asReference(objects.next()),
    set: (reference, object) => set(Number.parseInt(reference, 10), object),
    write: (reference, writeInto) => write(Number.parseInt(reference, 10), writeInto),
    add: (object) => {
      const number = objects.next();
      set(number, object);
      return asReference(number);
    },
    addStream: (bytes, entries = '') => {
      const number = toldNext();
      placePacked(number, bytes, entries);
      return asReference(number);
    },
    addPlainStream: (bytes, entries = '') => {
      const number = toldNext();
      placed.push({ number, body: streamOf(bytes, entries, context) });
      return asReference(number);
    },
    room: async () => {
      await placed.at(-WAITING)?.body;
    },
    toBytes: async (root, info) => {
      if (group.numbers.length > 0) packGroup();
      objects.proveTold();
      return written(placed, objects, context, { root, info });
    },
  };
}

const asReference = (number: number): Reference => `${number} 0 R`;

const DEFLATED = '/Filter/FlateDecode';

/** A stream with the entries of its dictionary, which pdf-lib reads, and so refuses what is no PDF. */
function streamOf(contents: Uint8Array, entries: string, context: PDFContext): Parts {
  const dictionary = PDFObjectParser.forBytes(latin1(`<<${entries}>>`), context).parseObject();
  if (!(dictionary instanceof PDFDict)) throw new Error(`no entries of a dictionary: ${entries}`);
  dictionary.set(PDFName.Length, PDFNumber.of(contents.length));
  return [bytesOf(dictionary), STREAM, contents, STREAM_END];
}

const STREAM = latin1('\nstream\n');
const STREAM_END = latin1('\nendstream');

const deflatedAside = promisify<Uint8Array, object, Uint8Array>(deflate);

/** From here on it pays to let another thread pack while the rest of the file is made. */
const LARGE = 16 * 1024;

const deflated = (bytes: Uint8Array): Promise<Uint8Array> =>
  // A thread packs in one go what has room in one chunk, and that is held as long as its contents are.
  bytes.length < LARGE
    ? Promise.resolve(deflateSync(bytes, { level: LEVEL }))
    : deflatedAside(bytes, { level: LEVEL, chunkSize: bytes.length >> 2 });

/** The file: its objects one after another, the table of their places, the place of that. */
async function written(
  placed: readonly PlacedObject[],
  objects: ObjectNumbers,
  context: PDFContext,
  { root, info }: Readonly<Record<'root' | 'info', Reference>>,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [bytesOf(PDFHeader.forVersion(1, 7)), latin1('\n')];
  let length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const write = (number: number, body: Parts): void => {
    objects.places.set(number, 1, length, 0);
    for (const part of [latin1(`${number} 0 obj\n`), ...body, OBJECT_END]) {
      chunks.push(part);
      length += part.length;
    }
  };
  for (const { number, body } of placed) write(number, await body);
  const id = contentId(chunks);
  const start = length;
  const last = objects.next();
  objects.places.set(last, 1, start, 0);
  const size = last + 1;
  const entries = `/Type/XRef/Size ${size}/W[${ENTRY_FIELDS.join(' ')}]/Root ${root}/Info ${info}/ID[<${id}><${id}>]`;
  const table = await deflated(objects.places.bytes(size));
  write(last, streamOf(table, `${entries}${DEFLATED}`, context));
  chunks.push(bytesOf(PDFTrailer.forLastCrossRefSectionOffset(start)), latin1('\n'));
  const file = Buffer.concat(chunks);
  return new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
}

/** 16 bytes in hexadecimal that stand for everything that the file holds. */
function contentId(chunks: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex').slice(0, 32);
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

const OBJECT_END = latin1('\nendobj\n');

/** What pdf-lib writes of a dictionary, the header or the trailer. */
function bytesOf(part: PDFDict | PDFHeader | PDFTrailer): Uint8Array {
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

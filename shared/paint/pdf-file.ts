import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';
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

/** PDF 1.7, and four bytes that tell programs that the file is binary. */
const HEAD = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

interface Stream {
  readonly entries: string;
  readonly bytes: Promise<Uint8Array> | Uint8Array;
}

/** An empty file. */
export function pdfFile(): PdfFile {
  const objects: (string | Stream | null)[] = [];
  const reserve = (): Reference => {
    objects.push(null);
    return `${objects.length} 0 R`;
  };
  const add = (object: string | Stream): Reference => {
    objects.push(object);
    return `${objects.length} 0 R`;
  };
  return {
    reserve,
    set: (reference, object) => {
      objects[Number.parseInt(reference, 10) - 1] = object;
    },
    add,
    addStream: (bytes, entries = '') => add(deflated(bytes, entries)),
    addPlainStream: (bytes, entries = '') => add({ entries, bytes }),
    toBytes: (root, info) => written(objects, root, info),
  };
}

const deflatedAside = promisify<Uint8Array, object, Uint8Array>(deflate);

/** From here on it pays to let another thread pack while the rest of the file is made. */
const LARGE = 64 * 1024;

function deflated(bytes: Uint8Array, entries: string): Stream {
  // A thread packs in one go what has room in one chunk.
  const packed =
    bytes.length < LARGE
      ? deflateSync(bytes, { level: LEVEL })
      : deflatedAside(bytes, { level: LEVEL, chunkSize: bytes.length });
  return { entries: `${entries}/Filter/FlateDecode`, bytes: packed };
}

async function written(
  objects: readonly (string | Stream | null)[],
  root: Reference,
  info: Reference,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [latin1(HEAD)];
  let length = HEAD.length;
  let last = objects.length;
  const table = new CrossReferences();
  const write = async (number: number, stream: Stream): Promise<void> => {
    const bytes = await stream.bytes;
    table.set(number, 1, length, 0);
    const head = latin1(`${number} 0 obj\n<<${stream.entries}/Length ${bytes.length}>>\nstream\n`);
    chunks.push(head, bytes, STREAM_END);
    length += head.length + bytes.length + STREAM_END.length;
  };
  const groups = groupsOf(objects);
  const together = groups.map(packedTogether);
  for (const [index, object] of objects.entries()) {
    if (object !== null && typeof object !== 'string') await write(index + 1, object);
  }
  for (const [index, stream] of together.entries()) {
    last += 1;
    for (const [place, [number]] of (groups[index] ?? []).entries())
      table.set(number, 2, last, place);
    await write(last, stream);
  }
  const id = contentId(chunks);
  const start = length;
  last += 1;
  table.set(last, 1, start, 0);
  const entries =
    `/Type/XRef/Size ${last + 1}/W[${ENTRY_FIELDS.join(' ')}]` +
    `/Root ${root}/Info ${info}/ID[<${id}><${id}>]`;
  await write(last, deflated(table.bytes(last + 1), entries));
  chunks.push(latin1(`startxref\n${start}\n%%EOF\n`));
  const file = Buffer.concat(chunks);
  return new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
}

type NumberedObject = readonly [number: number, object: string];

/** The objects that are no streams, so many together. */
function groupsOf(objects: readonly (string | Stream | null)[]): readonly NumberedObject[][] {
  const groups: NumberedObject[][] = [];
  for (const [index, object] of objects.entries()) {
    if (object === null) throw new Error(`object ${index + 1} of the PDF was never told`);
    if (typeof object !== 'string') continue;
    const group = groups.at(-1);
    if (group === undefined || group.length === PACKED_TOGETHER) groups.push([[index + 1, object]]);
    else group.push([index + 1, object]);
  }
  return groups;
}

/** Objects that are no streams, as one stream. */
function packedTogether(group: readonly NumberedObject[]): Stream {
  let index = '';
  let at = 0;
  for (const [number, object] of group) {
    index += `${number} ${at} `;
    at += object.length + 1;
  }
  const bodies = group.map(([, object]) => object).join('\n');
  const entries = `/Type/ObjStm/N ${group.length}/First ${index.length}`;
  return deflated(latin1(index + bodies), entries);
}

/** 16 bytes in hexadecimal that stand for everything that the file holds. */
function contentId(chunks: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex').slice(0, 32);
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const STREAM_END = latin1('\nendstream\nendobj\n');

/** A text as PDF writes one: UTF-16 with its mark, in hexadecimal. */
export function textString(text: string): string {
  let digits = 'FEFF';
  for (let index = 0; index < text.length; index += 1) digits += hex(text.charCodeAt(index));
  return `<${digits}>`;
}

/** Four hexadecimal digits. */
export const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

import { unzlibSync } from 'fflate';
import type { PublishedTable } from '../../shared/publish/table-schema.ts';

const STREAM = 'stream';
const STREAM_END = 'endstream';
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * The data that a report carries inside (records.json); null for any other file. Looks into the streams of
 * the PDF without reading its structure: what is found is compared, never believed.
 */
export function carriedTable(bytes: Uint8Array): PublishedTable | null {
  if (textAt(bytes, 0, 5) !== '%PDF-') return null;
  for (const stream of streamsIn(bytes)) {
    const table = tableIn(stream);
    if (table !== null) return table;
  }
  return null;
}

const textAt = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

function* streamsIn(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = indexOf(bytes, STREAM, 0); at !== -1; at = indexOf(bytes, STREAM, at + 1)) {
    if (textAt(bytes, at - 3, 3) === 'end') continue;
    const end = indexOf(bytes, STREAM_END, at);
    if (end === -1) return;
    let from = at + STREAM.length;
    if (bytes[from] === CARRIAGE_RETURN) from += 1;
    if (bytes[from] === LINE_FEED) from += 1;
    yield bytes.subarray(from, end);
    at = end;
  }
}

function indexOf(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (textAt(bytes, at, text.length) === text) return at;
  }
  return -1;
}

function tableIn(stream: Uint8Array): PublishedTable | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(unzlibSync(stream));
    if (!text.startsWith('{"title":')) return null;
    const table = JSON.parse(text) as Partial<PublishedTable>;
    const isTable = Array.isArray(table.records) && Array.isArray(table.columns);
    return isTable ? (table as PublishedTable) : null;
  } catch {
    // A picture, a font, a page: no table.
    return null;
  }
}

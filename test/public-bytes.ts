import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { readPdf } from './read-pdf.ts';

/** A text that can be looked for, and what it was found in. */
export interface PublicText {
  readonly name: string;
  readonly text: string;
}

/**
 * Everything that a published file says, however it says it: its bytes as UTF-8, as UTF-16 and as the hex
 * of that, entries of packages opened, streams of PDFs inflated and their glyphs read back.
 */
export async function textsIn(name: string, bytes: Uint8Array): Promise<readonly PublicText[]> {
  const own = spellings(name, bytes);
  if (starts(bytes, 'PK')) {
    const entries = Object.entries(unzipSync(bytes));
    const inside = entries.map(([entry, content]) => textsIn(`${name}!${entry}`, content));
    return [...own, ...(await Promise.all(inside)).flat()];
  }
  if (!starts(bytes, '%PDF')) return own;
  const streams = streamsOf(bytes).flatMap((stream, index) =>
    spellings(`${name}!stream ${index}`, stream),
  );
  const { texts, title = '' } = await readPdf(bytes);
  const shown = texts.map(({ text }) => text).join('');
  return [...own, ...streams, { name: `${name}!glyphs`, text: `${title}\n${shown}` }];
}

const starts = (bytes: Uint8Array, with_: string): boolean =>
  Buffer.from(bytes.subarray(0, with_.length)).toString('latin1') === with_;

function spellings(name: string, bytes: Uint8Array): readonly PublicText[] {
  const buffer = Buffer.from(bytes);
  const even = buffer.subarray(0, buffer.length & ~1);
  const latin = buffer.toString('latin1');
  const hex = latin.replace(/<([0-9A-Fa-f\s]{4,})>/g, (_, digits: string) => {
    const text = Buffer.from(digits.replace(/\s/g, ''), 'hex');
    return text.length % 2 === 0 ? Buffer.from(text).swap16().toString('utf16le') : '';
  });
  return [
    { name, text: buffer.toString('utf8') },
    { name: `${name} (UTF-16)`, text: Buffer.from(even).swap16().toString('utf16le') },
    { name: `${name} (hex)`, text: hex },
  ];
}

/** The streams of a PDF, inflated where they are deflated. */
function streamsOf(bytes: Uint8Array): readonly Uint8Array[] {
  const text = Buffer.from(bytes).toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: start }) => {
    if (text.slice(index - 3, index) === 'end') return [];
    const from = index + start.length;
    const stream = bytes.subarray(from, text.indexOf('endstream', from));
    try {
      return [inflateSync(stream)];
    } catch {
      // Not deflated: its bytes were looked at with the file's.
      return [];
    }
  });
}

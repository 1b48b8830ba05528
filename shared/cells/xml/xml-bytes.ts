import { damaged, tooHeavy } from '../refused.ts';

/** UTF-16 doubles and then triples in memory; a part that large is no table's. */
const MOST_RECODED = 16 * 1024 * 1024;

const BOM_UTF8 = [0xef, 0xbb, 0xbf];
const DECLARED = /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/;

/** An XML part as UTF-8 without a mark, whatever it was written in. */
export function xmlBytes(part: Uint8Array): Uint8Array {
  if (BOM_UTF8.every((byte, index) => part[index] === byte)) return part.subarray(3);
  const encoding = encodingOf(part);
  if (encoding === 'utf-8') return part;
  if (part.length > MOST_RECODED) throw tooHeavy('inflated-size', MOST_RECODED);
  try {
    return new TextEncoder().encode(new TextDecoder(encoding, { fatal: true }).decode(part));
  } catch {
    // An encoding nobody knows, or bytes that are none of it.
    throw damaged('broken');
  }
}

function encodingOf(part: Uint8Array): string {
  const [first = 0, second = 0] = part;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const start = String.fromCharCode(...part.subarray(0, 200));
  const declared = DECLARED.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  // Latin names for it are common and the rest is ASCII; what really says UTF-16 is caught above.
  return /^(utf-?8|us-ascii|ascii|utf-?16)$/.test(declared) ? 'utf-8' : declared;
}

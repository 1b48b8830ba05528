/**
 * The text of a CSV or TSV file: UTF-16 by its mark or its noughts, UTF-8 when every byte fits, else
 * GB18030, which Chinese Excel and WPS write. Undefined when it is none of them.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decodeBytes(bytes);
  return text === undefined || !looksTyped(text) ? undefined : text;
}

function decodeBytes(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  const noughts = noughtsOf(bytes);
  if (noughts === 'none') return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
  if (noughts === 'mixed' || bytes.length % 2 === 1) return undefined;
  return decode(bytes, noughts === 'odd' ? 'utf-16le' : 'utf-16be');
}

/** Now and then a control character gets into a text; where one in fifty is, nobody typed it. */
function looksTyped(text: string): boolean {
  const start = text.slice(0, SAMPLE);
  const controls = start.match(CONTROLS)?.length ?? 0;
  return !start.includes('\0') && controls * 50 <= start.length;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
const CONTROLS = /[\u0001-\u0008\u000e-\u001f]/g;

/** Bytes looked at for noughts. */
const SAMPLE = 65_536;

/**
 * Where noughts stand: in UTF-16 every comma, digit and line break has one, the small byte first or
 * last throughout; in other encodings a text has none.
 */
function noughtsOf(bytes: Uint8Array): 'none' | 'even' | 'odd' | 'mixed' {
  let even = false;
  let odd = false;
  const end = Math.min(bytes.length, SAMPLE);
  for (let at = bytes.indexOf(0); at !== -1 && at < end; at = bytes.indexOf(0, at + 1)) {
    if (at % 2 === 0) even = true;
    else odd = true;
    if (even && odd) return 'mixed';
  }
  if (even) return 'even';
  return odd ? 'odd' : 'none';
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/**
 * The text of a CSV or TSV file: UTF-16 by its mark or its noughts, UTF-8 when every byte fits, else
 * GB18030, which Chinese Excel and WPS write. A character cut in half among many whole ones is read as
 * U+FFFD. Undefined when it is none of them.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decodeBytes(bytes);
  return looksTyped(text) ? text : undefined;
}

function decodeBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return decode(bytes, wide);
  const text = decode(bytes, 'utf-8');
  const lost = lostIn(text);
  if (lost === 0) return text;
  const chinese = decode(bytes, 'gb18030');
  return lostIn(chinese) <= lost ? chinese : text;
}

/** Now and then an odd character gets into a text; where one in fifty is, nobody typed it. */
function looksTyped(text: string): boolean {
  const start = text.slice(0, SAMPLE);
  const odd = (start.match(CONTROLS)?.length ?? 0) + lostIn(start);
  return odd * 50 <= start.length;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
const CONTROLS = /[\u0000-\u0008\u000e-\u001f]/g;

/** Characters that could not be decoded. */
const lostIn = (text: string): number => text.match(/\uFFFD/g)?.length ?? 0;

/** Bytes looked at for noughts. */
const SAMPLE = 65_536;

/**
 * UTF-16 without its mark: every comma, digit and line break has a nought before or behind it, which
 * in other encodings is an accident. Undefined for those.
 */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  let even = 0;
  let odd = 0;
  let lineFeeds = 0;
  const end = Math.min(bytes.length, SAMPLE);
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] === 0x0a) lineFeeds += 1;
    else if (bytes[at] !== 0) continue;
    else if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const most = Math.max(even, odd);
  if (most === 0 || even + odd < lineFeeds) return undefined;
  return most === odd ? 'utf-16le' : 'utf-16be';
}

/** With U+FFFD for what is no character. */
const decode = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding).decode(bytes);

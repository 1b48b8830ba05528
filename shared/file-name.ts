/**
 * Bytes of UTF-8 that a file name has at most. File systems take 255; programs that save a download add
 * endings of their own (.crdownload) and numbers.
 */
const LONGEST = 200;

/** What Windows and WPS forbid in names → the same sign in full width. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  '\\': '＼',
  '/': '／',
  ':': '：',
  '*': '＊',
  '?': '？',
  '"': '＂',
  '<': '＜',
  '>': '＞',
  '|': '｜',
};

/**
 * The name a file is saved as, on any system: `stem` without what file systems forbid or people cannot
 * see, shortened to fit with its `ending` (`.pdf`).
 */
export function fileName(stem: string, ending: string): string {
  const clean = stem
    .toWellFormed()
    // Invisible marks could show the ending as another one.
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\\/:*?"<>|]/g, (sign) => FULL_WIDTH[sign] ?? '_');
  const short = shortened(trimmed(clean), LONGEST - bytesOf(ending));
  return `${trimmed(short) || '_'}${ending}`;
}

/** A name must not begin with a dot, which hides it, nor end with one, nor with a space. */
const trimmed = (name: string): string => name.replace(/^[. ]+/, '').replace(/[. ]+$/, '');

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;

/** As many whole characters as fit. */
function shortened(name: string, limit: number): string {
  if (bytesOf(name) <= limit) return name;
  const whole = new Uint8Array(limit);
  const { read } = encoder.encodeInto(name, whole);
  return name.slice(0, read);
}

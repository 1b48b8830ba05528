/** Blocks whose symbols tables are full of: punctuation, ①②, ≥, ℃, ㎡, full-width forms. */
const SYMBOL_BLOCKS: readonly (readonly [first: number, last: number])[] = [
  [0x0020, 0x007e], // Basic Latin
  [0x00a0, 0x00ff], // Latin-1
  [0x2010, 0x205e], // General Punctuation
  [0x2070, 0x209c], // Superscripts and Subscripts
  [0x20a0, 0x20bf], // Currency Symbols
  [0x2100, 0x218b], // Letterlike Symbols, Number Forms
  [0x2190, 0x21ff], // Arrows
  [0x2200, 0x22ff], // Mathematical Operators
  [0x2460, 0x24ff], // Enclosed Alphanumerics
  [0x25a0, 0x26ff], // Geometric Shapes, Miscellaneous Symbols
  [0x2713, 0x2717], // Check marks
  [0x2776, 0x2793], // Dingbat circled digits
  [0x3000, 0x303f], // CJK Symbols and Punctuation
  [0x3200, 0x33ff], // Enclosed CJK, CJK Compatibility
  [0xff01, 0xffee], // Halfwidth and Fullwidth Forms
];

/**
 * Code points of the core fonts: GB/T 2312, 通用规范汉字表 (8,105 characters) and symbols, ascending.
 * `unihan` is the text of Unihan_OtherMappings.txt, whose kTGH lines list 通用规范汉字表.
 */
export function coreCharacters(unihan: string): readonly number[] {
  const points = new Set<number>([...nationalStandard(), ...generalStandard(unihan)]);
  for (const [first, last] of SYMBOL_BLOCKS) {
    for (let point = first; point <= last; point += 1) points.add(point);
  }
  return [...points].sort((a, b) => a - b);
}

/**
 * Code points of the title's font, ascending: GB/T 2312, which the names of departments are written in,
 * and Latin letters and digits. Half as much again would bring characters that hardly any title has.
 */
export const titleCharacters = (): readonly number[] =>
  [...new Set([...range(BASIC_LATIN), ...nationalStandard()])].sort((a, b) => a - b);

/** What attachment marks say: 附件2, 附表一, 附件3-1（续）. */
const MARK_TEXT =
  '附件表图册页第号之续一二三四五六七八九十百零〇（）〔〕《》、，。：；·—－．／０１２３４５６７８９';

/** Code points of the attachment mark's font, ascending: it stands on the page once, in three or four characters. */
export const markCharacters = (): readonly number[] =>
  [...new Set([...range(BASIC_LATIN), ...Array.from(MARK_TEXT, (one) => one.charCodeAt(0))])].sort(
    (a, b) => a - b,
  );

const BASIC_LATIN = [0x0020, 0x007e] as const;

const range = ([first, last]: readonly [number, number]): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** GB/T 2312: every double byte that decodes. */
function* nationalStandard(): Generator<number> {
  const decoder = new TextDecoder('gbk');
  for (let lead = 0xa1; lead <= 0xf7; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      const point = decoder.decode(Uint8Array.of(lead, trail)).codePointAt(0) ?? 0xfffd;
      const isPrivate = point >= 0xe000 && point <= 0xf8ff;
      if (point !== 0xfffd && !isPrivate) yield point;
    }
  }
}

/** 通用规范汉字表 of 2013. Throws when the file does not hold all of it. */
function generalStandard(unihan: string): readonly number[] {
  const points = [...unihan.matchAll(/^U\+([0-9A-F]+)\tkTGH\t/gm)].map((match) =>
    Number.parseInt(match[1] ?? '', 16),
  );
  if (points.length !== 8105) throw new Error(`8,105 kTGH lines expected, ${points.length} found`);
  return points;
}

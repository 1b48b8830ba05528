const FULL_WIDTH = /[！-＋－-～　≧≦﹥﹤﹪]/g;
const HAS_FULL_WIDTH = new RegExp(FULL_WIDTH.source);
const GROUPING = /(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/g;
const ODD_SIGNS: Readonly<Record<string, string>> = {
  '　': ' ',
  '≧': '≥',
  '≦': '≤',
  '﹥': '>',
  '﹤': '<',
  '﹪': '%',
};

/** A full-width sign is its ASCII twin moved up by this much. */
const WIDTH = 0xfee0;

/** Stands for a character that is hidden from the reader of numbers; never part of a number. */
const HIDDEN = '□';

/** Stands for a character of a date that is only part of the year: 上半年, 9月. */
export const DATED = '▢';

/** Stands for a character of a whole year or of a deadline: 2021年, 12月底前. */
export const YEARLONG = '▣';

/**
 * The same text in half width, character for character, so that positions stay what they were. The
 * comma ， stays: it separates, while an ASCII one may group thousands; so may one among full-width
 * digits: １，２３４.
 */
export const foldWidth = (text: string): string =>
  HAS_FULL_WIDTH.test(text)
    ? text
        .replace(GROUPING, ',')
        .replace(
          FULL_WIDTH,
          (sign) => ODD_SIGNS[sign] ?? String.fromCharCode(sign.charCodeAt(0) - WIDTH),
        )
    : text;

const TITLES = /《[^《》]*》|〔[^〔〕]*〕\d*号?/g;

/**
 * The same text with the numbers and the punctuation inside titles 《…》 and document numbers
 * 〔2020〕10号 hidden, character for character: they count and separate nothing.
 */
export const hideTitleNumbers = (text: string): string =>
  text.replace(TITLES, (title) =>
    title.replace(/[\d〇零一二两三四五六七八九十百千万亿，,。、;；\n():]/g, HIDDEN),
  );

/** The text without its titles: what a document is called says nothing of what was done. */
export const withoutTitles = (text: string): string => text.replace(TITLES, HIDDEN);

/** True for texts that say the same, apart from spaces, line breaks and the width of signs. */
export function saysTheSame(a: string, b: string): boolean {
  if (a === b) return true;
  // Two texts mostly differ at their first sign, which costs nothing to see.
  if (foldWidth(a.trimStart().charAt(0)) !== foldWidth(b.trimStart().charAt(0))) return false;
  return bare(a) === bare(b);
}

/** Without white space, in half width, the comma too. */
const bare = (text: string): string => foldWidth(text).replace(/\s+/g, '').replaceAll('，', ',');

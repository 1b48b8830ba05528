const BREAKS =
  /[\n;；]|(?=[①-⑳])|(?<=[。，,.\s])(?=\d{1,2}[.、](?!\d))|(?<=[。，,\s])(?=[一二三四五六七八九十]是)/;
/** Cheap and true of few cells. */
const MAY_BREAK = /[\n;；①-⑳]|\d[.、]|是/;
const MARKER =
  /^\s*(?:[①-⑳]|\(?\d{1,2}(?:[.、,:]|\)[.、]?)(?!\d(?!\d{3}[年.-]))|\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}[、是]|首先[，,]?|其次[，,]?)\s*/;

/**
 * The statements of a cell one by one, without their numbering: lines, what 1. 2.、①②, 一是 二是
 * count, what ； separates.
 */
export const listItems = (text: string): readonly string[] =>
  (MAY_BREAK.test(text) ? text.split(BREAKS) : [text])
    .map((item) => item.replace(MARKER, '').trim())
    .filter((item) => item !== '');

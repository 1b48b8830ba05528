/**
 * A header text as it is compared: NFKC, without white space, any run of dots as one ellipsis, without
 * the unit some add, so that “其中:财政 拨款”, “其中：财政拨款” and the line-broken “其中：\n财政拨款”
 * are the same, and “执行率（%）” is “执行率”. A column in 元 is another column, not this one.
 */
export const headerText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/(?:…|\.{2,})+/gu, '…')
    .replace(/\((?:%|万元)\)$/u, '');

/** 1. or （一） or 二、 before a title. */
const ENUMERATOR =
  /^(?:\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|\d{1,2}[.、]|[一二三四五六七八九十]{1,3}、)/u;

/**
 * A remark in brackets after a title, as （必填）; not one that says which money or which unit of it, as
 * （财政拨款）, （年初） or （元）: that makes another column.
 */
const REMARK =
  /[([](?:(?:单位:)?万元|(?![^()[\]]*(?:元|财政|基金|预算|资金|计|其中|年|调整))[^()[\]]*)[)\]]$/u;

/** The unit of money after a title, without brackets. */
const UNIT_BEHIND = /(?:单位)?[:,/-]?万元$/u;

/** A column that the form leaves to the unit: any number of dots of any kind. */
const DOTS = /^[.…·・。⋯]+$/u;

/** Characters of the longest header text, line breaks and remarks included. */
export const LONGEST_TITLE = 80;

/**
 * A header text reduced to its words: also without numbering, remarks in brackets and punctuation, so
 * that “*1.项目名称（全称）” is 项目名称. `…` for a text of dots; empty for a bare unit such as （万元）.
 */
export function bareTitle(text: string): string {
  if (text.length > LONGEST_TITLE) return text;
  const title = headerText(text);
  if (DOTS.test(title)) return '…';
  return title
    .replace(REMARK, '')
    .replace(UNIT_BEHIND, '')
    .replace(ENUMERATOR, '')
    .replace(/(?!…)[\p{P}\p{S}]/gu, '');
}

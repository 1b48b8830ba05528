import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Every 《 “ （ 【 of a text is closed, and closes what was opened: an open one often is a lost end. */
export const bracketsClosed = defineRule({
  id: 'brackets-closed',
  number: 'W9',
  severity: 'warning',
  scope: 'cell',
  title: { zh: '书名号、引号、括号成对', en: 'Brackets and quotation marks are closed' },
  message: {
    zh: ({ mark, partner, near }: BracketParams) =>
      `“${near}”处有${named(mark)}，没有对应的${named(partner)}。请核对文字是否缺了一截，或补上符号。`,
    en: ({ mark, partner, near }: BracketParams) =>
      `At “${near}” a ${mark} stands without its ${partner}. Check whether part of the text is missing.`,
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 处书名号、引号或括号不成对（序号 ${serials}）。请核对文字是否缺了一截，或补上符号。`,
    en: ({ count, serials }) =>
      `${count} brackets or quotation marks are not closed (No. ${serials}). Check whether parts of texts are missing.`,
  },
  example: { mark: '《', partner: '》', near: '编制完成《宝龙生物药' },
  *check({ row, leaf, entry }) {
    const open = unclosed(entry.text);
    if (open !== null) yield { at: inRow(row, leaf.field), params: open };
  },
});

type BracketParams = { mark: string; partner: string; near: string };

const named = (mark: string): string => `符号 ${mark} `;

const PARTNERS: Readonly<Record<string, string>> = {
  '》': '《',
  '）': '（',
  '】': '【',
  '〕': '〔',
  '」': '「',
  '』': '『',
};
const OPENING: ReadonlyMap<string, string> = new Map(
  Object.entries(PARTNERS).map(([close, open]) => [open, close]),
);

/** Half-width brackets close full-width ones; clerks mix them. */
const widened = (character: string): string => ({ '(': '（', ')': '）' })[character] ?? character;

/** Characters shown before and after the place. */
const BEFORE = 6;
const AFTER = 8;

/** The first mark without its partner, with the text around it. */
function unclosed(text: string): BracketParams | null {
  if (!/[《》“”（）()【】〔〕「」『』]/u.test(text)) return null;
  const characters = [...text].map(widened);
  const place = unclosedBracket(characters) ?? unclosedQuote(characters);
  if (place === null) return null;
  const mark = characters[place] ?? '';
  const near = [...text].slice(Math.max(0, place - BEFORE), place + AFTER).join('');
  return { mark, partner: partnerOf(mark), near: near.replaceAll('\n', ' ') };
}

const partnerOf = (mark: string): string =>
  mark === '“' ? '”' : mark === '”' ? '“' : (OPENING.get(mark) ?? PARTNERS[mark] ?? '');

function unclosedBracket(characters: readonly string[]): number | null {
  const open: number[] = [];
  const lone: number[] = [];
  for (const [place, character] of characters.entries()) {
    if (isSign(characters, place)) continue;
    if (OPENING.has(character)) open.push(place);
    const partner = PARTNERS[character];
    if (partner === undefined) continue;
    // Brackets that overlap are badly set, but each is closed.
    const opened = open.findLastIndex((from) => characters[from] === partner);
    if (opened >= 0) open.splice(opened, 1);
    else if (!isNumbering(characters, place)) lone.push(place);
  }
  return [...open, ...lone].sort((a, b) => a - b)[0] ?? null;
}

/** 》95 and 《=5 are clerks' ≥ and ≤. */
const isSign = (characters: readonly string[], place: number): boolean =>
  /[《》]/u.test(characters[place] ?? '') && /^\s*[=＝\d]/u.test(following(characters, place));

const following = (characters: readonly string[], place: number): string =>
  characters.slice(place + 1, place + 3).join('');

/** 1） 十一） a） ①）: a closing bracket that numbers what follows. */
const isNumbering = (characters: readonly string[], place: number): boolean =>
  characters[place] === '）' &&
  /(?:^|\D)\d{1,2}$|[一二三四五六七八九十a-zA-Z①-⑳]$/u.test(
    characters.slice(Math.max(0, place - 3), place).join(''),
  );

/** Quotation marks of an odd number; which of a pair faces which way is often mistyped. */
function unclosedQuote(characters: readonly string[]): number | null {
  const places = [...characters.keys()].filter((place) => /[“”]/u.test(characters[place] ?? ''));
  if (places.length % 2 === 0) return null;
  const isAlone = (place: number, index: number): boolean =>
    characters[place] === '“' ? characters[places[index + 1] ?? -1] !== '”' : true;
  let index = 0;
  while (index < places.length && !isAlone(places[index] ?? 0, index)) index += 2;
  return places[index] ?? null;
}

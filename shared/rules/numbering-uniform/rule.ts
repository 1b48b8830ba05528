import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** The items of a cell are numbered in one way: 1. 2. 3., not 1, 2. 3. */
export const numberingUniform = defineRule({
  id: 'numbering-uniform',
  number: 'W9',
  severity: 'hint',
  scope: 'cell',
  title: { zh: '分条编号写法一致', en: 'Items are numbered in one way' },
  message: {
    zh: ({ numbers }: { numbers: string }) =>
      `分条编号写法不一致：“${numbers}”。建议统一，如“1. 2. 3.”。`,
    en: ({ numbers }) => `The items are numbered in several ways: ${numbers}. Use one, as 1. 2. 3.`,
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 格的分条编号写法不一致（序号 ${serials}）。建议统一，如“1. 2. 3.”。`,
    en: ({ count, serials }) =>
      `${count} cells number their items in several ways (No. ${serials}). Use one, as 1. 2. 3.`,
  },
  example: { numbers: '1, 2. 3.' },
  *check({ row, leaf, entry }) {
    const numbers = mixedNumbering(entry.text);
    if (numbers !== null) yield { at: inRow(row, leaf.field), params: { numbers } };
  },
});

/** A number at the start of a line or sentence with the sign after it; no decimal, no date. */
const ITEM = /(?:^|[\n。；;])\s{0,8}(\d{1,2})([.,、)])(?!\d)/gu;

/** Two items: fewer are no list. */
const SHORTEST_LIST = 2;

/** Only where the items count on from 1 without a gap; anything else may be no numbering at all. */
function mixedNumbering(text: string): string | null {
  // A list has a second item; most texts have none.
  if (!/[2２]\s*[.．,，、)）]/u.test(text)) return null;
  const items = [...text.normalize('NFKC').matchAll(ITEM)].map(([, number = '', sign = '']) => ({
    number: Number(number),
    sign,
  }));
  if (items.length < SHORTEST_LIST) return null;
  if (items.some(({ number }, index) => number !== index + 1)) return null;
  if (new Set(items.map(({ sign }) => sign)).size === 1) return null;
  return items.map(({ number, sign }) => `${number}${sign}`).join(' ');
}

import { leaves } from '../../../templates/form.ts';
import type { Row } from '../../rows/row.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Characters named in one message; more would be a wall of text. */
const NAMED_CHARACTERS = 10;

const withCode = (character: string): string =>
  `${character}（U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}）`;

/** Looks at code points where they stand: nearly every text is printable and need not be taken apart. */
function isPrintable(text: string, canPrint: (codePoint: number) => boolean): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (!canPrint(codePoint)) return false;
    if (codePoint > 0xffff) index += 1;
  }
  return true;
}

/** What is printed in a column: under `……` also the indicators that have columns of their own in the sheet. */
const printedText = ({ entries, extraIndicators }: Row, field: string): string =>
  extraIndicators
    .filter((indicator) => indicator.field === field)
    .reduce(
      (text, { title, target, actual }) => text + title + target + actual,
      entries[field]?.text ?? '',
    );

/** Every character has a glyph in the report's fonts, so that none prints as an empty box. */
export const charactersPrintable = defineRule({
  id: 'characters-printable',
  number: 'E2',
  severity: 'error',
  scope: 'row',
  title: { zh: '所有字符都能印出', en: 'Every character can be printed' },
  message: {
    zh: ({ characters }: { characters: string }) =>
      `这些字符字库里没有，印不出来：${characters}。请换成通用汉字或符号（如 √ □），或用文字说明。`,
    en: ({ characters }) => `These characters have no glyph: ${characters}. Please replace them.`,
  },
  cause: ({ characters }) => characters,
  example: { characters: '（U+E000）' },
  *check(row, { form, canPrint }) {
    for (const { field } of leaves(form.columns)) {
      const text = printedText(row, field);
      if (isPrintable(text, canPrint)) continue;
      const missing = new Set([...text].filter((one) => !canPrint(one.codePointAt(0) ?? 0)));
      const named = [...missing].slice(0, NAMED_CHARACTERS).map(withCode).join('、');
      const characters = missing.size > NAMED_CHARACTERS ? `${named} 等 ${missing.size} 个` : named;
      // A sheet may have indicators of the unit's own, and no column …… that they are printed in.
      const at = row.entries[field] === undefined ? 'projectName' : field;
      yield { at: inRow(row, at), params: { characters } };
    }
  },
});

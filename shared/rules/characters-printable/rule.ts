import { leaves } from '../../../templates/form.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Every character has a glyph in the report's fonts, so that none prints as an empty box. */
export const charactersPrintable = defineRule({
  id: 'characters-printable',
  number: 'E2',
  severity: 'error',
  scope: 'row',
  title: { zh: '所有字符都能印出', en: 'Every character can be printed' },
  message: {
    zh: ({ character, code }: { character: string; code: string }) =>
      `字符“${character}”（${code}）字库里没有，印不出来。请换成通用汉字或说明文字。`,
    en: ({ character, code }) =>
      `Character “${character}” (${code}) has no glyph. Please replace it.`,
  },
  *check(row, { form, canPrint }) {
    for (const { field } of leaves(form.columns)) {
      const missing = [...(row.entries[field]?.text ?? '')].find(
        (character) => !canPrint(character.codePointAt(0) ?? 0),
      );
      if (missing === undefined) continue;
      yield { at: inRow(row, field), params: { character: missing, code: codeOf(missing) } };
    }
  },
});

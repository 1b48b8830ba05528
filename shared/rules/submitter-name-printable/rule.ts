import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Characters of a name; the longest official name of a unit has some forty. */
const LONGEST_NAME = 100;

/** The name printed in the report's title can be printed. A registered name is the register's care. */
export const submitterNamePrintable = defineRule({
  id: 'submitter-name-printable',
  number: 'E2',
  severity: 'error',
  scope: 'table',
  title: {
    zh: '部门名称能印在表题上',
    en: 'The department’s name can be printed in the title',
  },
  message: {
    zh: ({ limit }: { limit: number }) =>
      `“部门名称（盖章）：”后面的名称超过 ${limit} 个字，或含有印不出的字符。请只写单位全称。`,
    en: ({ limit }) =>
      `The name after 部门名称（盖章） has more than ${limit} characters, or one that cannot be printed. Write the unit’s full name only.`,
  },
  example: { limit: 100 },
  *check(table, { submitter, canPrint }) {
    const name = table.submitterName;
    if (name === null || submitter !== null) return;
    const characters = [...name.text];
    const printable = characters.every((character) => canPrint(character.codePointAt(0) ?? 0));
    if (characters.length <= LONGEST_NAME && printable) return;
    yield { at: inTable(table, name.at), params: { limit: LONGEST_NAME } };
  },
});

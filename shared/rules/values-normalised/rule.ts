import type { Text } from '../../locale.ts';
import type { Normalisation, NormalisationKind, Table } from '../../rows/row.ts';
import { inRow, inTable } from '../address.ts';
import type { FindingAddress } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** What was done, after “有 12 处”. */
const DONE: Readonly<Record<NormalisationKind, Text>> = {
  'invisible-characters': {
    zh: '含看不见的字符（零宽空格、控制符等），已去掉。内容不变，不必修改。',
    en: 'held invisible characters, which were taken out. Nothing else changed.',
  },
  'odd-spaces': {
    zh: '含不换行空格或制表符，已换成普通空格。内容不变，不必修改。',
    en: 'held non-breaking spaces or tabs, read as plain spaces. Nothing else changed.',
  },
  'spaces-beside-punctuation': {
    zh: '中文标点旁有多余空格（多半是从 PDF 复制来的），已去掉。内容不变，不必修改。',
    en: 'had stray spaces beside Chinese punctuation, which were taken out.',
  },
  'full-width-figure': {
    zh: '数字是全角字符（如 １２．５），已按半角数字读取。请看一眼读得对不对。',
    en: 'had figures in full-width digits, read as plain digits.',
  },
  'text-figure': {
    zh: '数字存成了文本，已按数字读取。下次请把单元格格式设为“数值”。',
    en: 'had figures stored as texts, read as numbers.',
  },
  'unit-in-cell': {
    zh: '金额带了“万元”或“¥”，已只取数字。下次请只填数字。',
    en: 'had amounts with their unit or ¥, read as the number alone.',
  },
  'converted-cell': {
    zh: '金额自带单位“元”“亿元”等，已换算成万元。请核对换算后的金额。',
    en: 'had amounts in another unit, converted to 万元. Check the converted amounts.',
  },
  'converted-table': {
    zh: '金额按表上写明的单位换算成了万元。请核对换算后的金额；如果本来就是万元，请把单位行改成“单位：万元”再传。',
    en: 'had amounts in the unit that the table states, converted to 万元. If they are in 万元 already, mend the unit line.',
  },
  'percent-sign-missing': {
    zh: '执行率没带百分号（如 92.34），按金额判断是百分数，已按 92.34% 读取。',
    en: 'had rates without a percent sign, which the amounts show to be percentages.',
  },
};

const doneTo = (kind: string): Text =>
  DONE[kind as NormalisationKind] ?? { zh: `已规范（${kind}）。`, en: `normalised (${kind}).` };

/** What reading changed in what was typed is told, one finding a kind, never hidden. */
export const valuesNormalised = defineRule({
  id: 'values-normalised',
  number: 'I2',
  severity: 'hint',
  scope: 'table',
  title: {
    zh: '读取时规范了的写法都告诉单位',
    en: 'What reading normalised is told',
  },
  message: {
    zh: ({ kind, count }: { kind: string; count: number }) => `有 ${count} 处${doneTo(kind).zh}`,
    en: ({ kind, count }) => `${count} ${count === 1 ? 'cell' : 'cells'} ${doneTo(kind).en}`,
  },
  cause: ({ kind }) => kind,
  example: { kind: 'full-width-figure', count: 3 },
  *check(table) {
    for (const normalisation of table.normalised) {
      const { kind, count } = normalisation;
      yield { at: firstOf(normalisation, table), params: { kind, count } };
    }
  },
});

/** The first cell it was done in, with its project. */
function firstOf({ at }: Normalisation, table: Table): FindingAddress {
  const row = table.rows.find(({ number }) => number === at.row);
  const field = Object.entries(row?.entries ?? {}).find(([, entry]) => entry.at.cell === at.cell);
  return row === undefined || field === undefined ? inTable(table, at) : inRow(row, field[0]);
}

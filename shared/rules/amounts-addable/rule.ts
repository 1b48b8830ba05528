import { fieldTitle, leaves } from '../../../templates/form.ts';
import { type Fen, formatPlain, sumFen } from '../../money.ts';
import { statedAmount } from '../../rows/stated-amount.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** 1 万亿元, in fen: more than the yearly spending of any province. */
const MOST_IN_ALL: Fen = 10 ** 14;

/** The amounts of a column together stay within what any government spends, so that they can be added. */
export const amountsAddable = defineRule({
  id: 'amounts-addable',
  number: 'E2',
  severity: 'error',
  scope: 'table',
  title: {
    zh: '各项目金额相加不超过一万亿元',
    en: 'The amounts of a column stay below a trillion 元 together',
  },
  message: {
    zh: ({ column, largest }: AddableParams) =>
      `各项目的“${column}”相加超过 1 万亿元，其中最大的一笔是 ${largest} 万元。请核对是否把“元”填成了“万元”。`,
    en: ({ columnEn, largest }: AddableParams) =>
      `The amounts in “${columnEn}” exceed a trillion 元 together; the largest is ${largest} 万元. Check whether they were typed in 元.`,
  },
  example: {
    column: '项目年度预算金额·合计',
    columnEn: 'Annual budget · Total',
    largest: '9300000',
  },
  *check(table, { form }) {
    for (const { field, type } of leaves(form.columns)) {
      if (type !== 'money') continue;
      const amounts = table.rows.map((row) => statedAmount(row, field)?.fen ?? 0);
      const sum = sumFen(amounts);
      if (sum !== undefined && sum <= MOST_IN_ALL) continue;
      const largest = amounts.reduce((most, fen) => Math.max(most, fen), 0);
      const row = table.rows[amounts.indexOf(largest)];
      if (row === undefined) continue;
      const title = fieldTitle(form, field);
      yield {
        at: inRow(row, field),
        params: { column: title.zh, columnEn: title.en, largest: formatPlain(largest) },
      };
    }
  },
});

type AddableParams = { column: string; columnEn: string; largest: string };

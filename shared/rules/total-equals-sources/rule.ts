import { fieldTitle } from '../../../templates/form.ts';
import { formatPlain } from '../../money.ts';
import { inRow } from '../address.ts';
import { sumDifferences } from '../judge-sum.ts';
import { defineRule } from '../rule.ts';

/** A total equals the sum of its sources, within what rounding can explain. */
export const totalEqualsSources = defineRule({
  id: 'total-equals-sources',
  number: 'E3',
  severity: 'error',
  scope: 'row',
  title: { zh: '合计等于各来源之和', en: 'A total equals the sum of its sources' },
  message: {
    zh: ({ column, stated, sum }: SumParams) =>
      `“${column}”填 ${stated}，各来源相加为 ${sum}。请核对合计和各来源，改其中填错的一个。`,
    en: ({ columnEn, stated, sum }: SumParams) =>
      `“${columnEn}” says ${stated}, but its sources add up to ${sum}. Mend whichever is wrong.`,
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 处合计不等于各来源之和（序号 ${serials}）。请逐一核对合计和各来源，改其中填错的一个。`,
    en: ({ count, serials }) =>
      `${count} totals do not equal the sums of their sources (No. ${serials}). Mend whichever is wrong.`,
  },
  example: {
    column: '项目年度预算金额·合计',
    columnEn: 'Annual budget · Total',
    stated: '36',
    sum: '35',
  },
  *check(row, { form }) {
    for (const { check, total, parts, explained } of sumDifferences(row, form)) {
      if (explained) continue;
      const title = fieldTitle(form, check.total);
      yield {
        at: inRow(row, check.total),
        params: {
          column: title.zh,
          columnEn: title.en,
          stated: formatPlain(total.fen),
          sum: formatPlain(parts),
        },
      };
    }
  },
});

type SumParams = { column: string; columnEn: string; stated: string; sum: string };

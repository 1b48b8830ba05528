import { formatPlain } from '../../money.ts';
import { inRow } from '../address.ts';
import { sumDifferences } from '../judge-sum.ts';
import { defineRule } from '../rule.ts';

/** A total differs from the sum of its sources by no more than their rounding explains. */
export const totalRoundsToSources = defineRule({
  id: 'total-rounds-to-sources',
  number: 'E3',
  severity: 'hint',
  scope: 'row',
  title: {
    zh: '合计与各来源之和只差四舍五入的尾数',
    en: 'A total differs from its sources by rounding only',
  },
  message: {
    zh: ({ stated, sum }: { stated: string; sum: string }) =>
      `合计填 ${stated}，各来源相加为 ${sum}，可由四舍五入解释，不必修改。`,
    en: ({ stated, sum }) =>
      `The total says ${stated}, its sources add up to ${sum}; rounding explains it.`,
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 处合计与各来源之和只差尾数（序号 ${serials}），可由四舍五入解释，不必修改。`,
    en: ({ count, serials }) =>
      `${count} totals differ from their sources by rounding only (No. ${serials}).`,
  },
  example: { stated: '34.09', sum: '34.08' },
  *check(row, { form }) {
    for (const { check, total, parts, explained } of sumDifferences(row, form)) {
      if (!explained) continue;
      yield {
        at: inRow(row, check.total),
        params: { stated: formatPlain(total.fen), sum: formatPlain(parts) },
      };
    }
  },
});

import { fieldTitle, leaves } from '../../../templates/form.ts';
import { addFen, formatPlain, sumFen } from '../../money.ts';
import type { Row } from '../../rows/row.ts';
import { statedAmount } from '../../rows/stated-amount.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';
import { coveredSums } from './covered-sums.ts';

/** The sums that a unit adds among its projects equal those of the projects they cover, within rounding. */
export const sumRowAgrees = defineRule({
  id: 'sum-row-agrees',
  number: 'E3',
  severity: 'warning',
  scope: 'table',
  title: {
    zh: '合计、小计行等于各项目之和',
    en: 'Rows of sums equal the sums of their projects',
  },
  message: {
    zh: ({ label, column, stated, sum, from, to }: SumParams) =>
      `“${label}”行的“${column}”填 ${stated}，${from === to ? `第 ${from} 行的项目` : `第 ${from} 到 ${to} 行各项目相加`}为 ${sum}。请核对是否漏了项目，或合计算错。`,
    en: ({ columnEn, stated, sum, from, to }) =>
      `The sum of “${columnEn}” says ${stated}, the projects in rows ${from} to ${to} add up to ${sum}.`,
  },
  example: {
    label: '合计',
    column: '项目年度预算金额·合计',
    columnEn: 'Annual budget · Total',
    stated: '24271.73',
    sum: '24261.73',
    from: 7,
    to: 32,
  },
  *check(table, { form }) {
    const money = leaves(form.columns).filter(({ type }) => type === 'money');
    for (const { row, label, covered } of coveredSums(table)) {
      for (const { field } of money) {
        const difference = differenceIn(field, row, covered);
        if (difference === undefined) continue;
        const title = fieldTitle(form, field);
        yield {
          at: { ...inRow(row, field), serial: null, project: null },
          params: {
            label,
            column: title.zh,
            columnEn: title.en,
            ...difference,
            from: covered[0]?.number ?? row.number,
            to: covered.at(-1)?.number ?? row.number,
          },
        };
      }
    }
  },
});

type SumParams = {
  label: string;
  column: string;
  columnEn: string;
  stated: string;
  sum: string;
  from: number;
  to: number;
};

/** Undefined where nothing is stated, nothing adds up to it, or both agree within rounding. */
function differenceIn(
  field: string,
  sumRow: Row,
  covered: readonly Row[],
): Pick<SumParams, 'stated' | 'sum'> | undefined {
  const stated = statedAmount(sumRow, field);
  const parts = covered.flatMap((row) => statedAmount(row, field) ?? []);
  if (stated === undefined || parts.length === 0) return undefined;
  const sum = sumFen(parts.map(({ fen }) => fen));
  // Beyond exact sums another rule asks for the amounts.
  if (sum === undefined) return undefined;
  const slack = addFen([stated, ...parts].map(({ halfUnit }) => halfUnit));
  if (Math.abs(stated.fen - sum) <= slack) return undefined;
  return { stated: formatPlain(stated.fen), sum: formatPlain(sum) };
}

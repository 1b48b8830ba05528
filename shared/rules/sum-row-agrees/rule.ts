import { fieldTitle, leaves } from '../../../templates/form.ts';
import { type Amount, addFen, formatPlain } from '../../money.ts';
import type { LeftOutRow, Row, Table } from '../../rows/row.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** The row 合计 that a unit adds below its projects equals their sums, within rounding. */
export const sumRowAgrees = defineRule({
  id: 'sum-row-agrees',
  number: 'E3',
  severity: 'warning',
  scope: 'table',
  title: { zh: '表末合计行等于各项目之和', en: 'The row of sums equals the sums of the projects' },
  message: {
    zh: ({ column, stated, sum }: SumParams) =>
      `合计行“${column}”填 ${stated}，各项目相加为 ${sum}。请核对是否漏了项目，或合计算错。`,
    en: ({ columnEn, stated, sum }: SumParams) =>
      `The sum of “${columnEn}” says ${stated}, the projects add up to ${sum}.`,
  },
  *check(table, { form }) {
    const last = grandTotal(table);
    if (last === undefined) return;
    const money = leaves(form.columns).filter(({ type }) => type === 'money');
    for (const { field } of money) {
      const stated = amountIn(last, field);
      const parts = table.rows.flatMap((row) => amountIn(row, field) ?? []);
      if (stated === undefined || parts.length === 0) continue;
      const sum = addFen(parts.map(({ fen }) => fen));
      const slack = addFen([stated, ...parts].map(({ halfUnit }) => halfUnit));
      if (Math.abs(stated.fen - sum) <= slack) continue;
      const title = fieldTitle(form, field);
      yield {
        at: { ...inRow(last, field), serial: null, project: null },
        params: {
          column: title.zh,
          columnEn: title.en,
          stated: formatPlain(stated.fen),
          sum: formatPlain(sum),
        },
      };
    }
  },
});

type SumParams = { column: string; columnEn: string; stated: string; sum: string };

/** The last row of sums, if it stands below every project and is not a sum of a part (小计). */
function grandTotal({ rows, leftOut }: Table): Row | undefined {
  const last = leftOut.findLast(({ kind }) => kind === 'sum')?.row;
  const lastProject = rows.at(-1)?.number ?? 0;
  return last === undefined || last.number < lastProject || isPart(last) ? undefined : last;
}

const isPart = (row: LeftOutRow['row']): boolean =>
  ['serial', 'unitName', 'projectName'].some((field) =>
    /小计/u.test(row.entries[field]?.text ?? ''),
  );

function amountIn(row: Row, field: string): Amount | undefined {
  const figure = row.entries[field]?.figure;
  return figure?.kind === 'amount' ? figure.amount : undefined;
}

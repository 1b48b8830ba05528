import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** The unit line says 万元: an amount in 元 read as 万元 would be ten thousand times too large. */
export const amountsInWanYuan = defineRule({
  id: 'amounts-in-wan-yuan',
  number: 'E8',
  severity: 'error',
  scope: 'table',
  title: { zh: '金额单位是万元', en: 'Amounts are stated in 万元' },
  message: {
    zh: ({ unit }: { unit: string }) =>
      `表上写明金额单位是“${unit}”，本表式须用“万元”。请把金额换算成万元，并改“单位：万元”。`,
    en: ({ unit }) => `The table states amounts in ${unit}; this form needs 万元. Convert them.`,
  },
  *check(table) {
    const unit = table.amountUnit;
    if (unit === null || unit.text === '万元') return;
    yield { at: inTable(table, unit.at), params: { unit: unit.text } };
  },
});

import { isAmountUnit } from '../../money.ts';
import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/**
 * The unit line names 万元 or a unit that can be converted to it exactly (元, 千元, 百万元, 亿元); a
 * foreign currency cannot.
 */
export const amountsInWanYuan = defineRule({
  id: 'amounts-in-wan-yuan',
  number: 'E8',
  severity: 'error',
  scope: 'table',
  title: {
    zh: '金额单位是万元，或能准确换算成万元',
    en: 'Amounts are stated in 万元, or in a unit that converts to it',
  },
  message: {
    zh: ({ unit }: { unit: string }) =>
      `表上写明金额单位是“${unit}”，本表式须用“万元”。请把金额换算成万元，并改“单位：万元”。`,
    en: ({ unit }) => `The table states amounts in ${unit}; this form needs 万元. Convert them.`,
  },
  example: { unit: '美元' },
  *check(table) {
    const unit = table.amountUnit;
    if (unit === null || isAmountUnit(unit.text)) return;
    yield { at: inTable(table, unit.at), params: { unit: unit.text } };
  },
});

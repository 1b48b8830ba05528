import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';
import { unexplainedRemainder } from '../unspent.ts';

/** Every project that spent less than its budget says why; where little is left it need not. */
export const slightRemainderNoted = defineRule({
  id: 'slight-remainder-noted',
  number: 'W4',
  severity: 'hint',
  scope: 'row',
  title: {
    zh: '执行率不足 100% 的写了原因',
    en: 'Execution below 100% is explained',
  },
  message: {
    zh: ({ unspent, rate }: { unspent: string; rate: string }) =>
      `执行率 ${rate}，还有 ${unspent} 万元未支出，没有写原因。结余不多，可不说明。`,
    en: ({ unspent, rate }) =>
      `Execution is ${rate}, ${unspent} 万元 are left, no reason is given. It is little and may stay so.`,
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 个项目的执行率不足 100%，没有写原因（序号 ${serials}）。结余都不多，可不说明。`,
    en: ({ count, serials }) =>
      `${count} projects spent less than 100% and give no reason (No. ${serials}). Little is left; it may stay so.`,
  },
  example: { unspent: '0.51', rate: '98.61%' },
  *check(row, context) {
    const found = unexplainedRemainder(row, context);
    if (found?.kind !== 'slight') return;
    const { unspent, rate } = found.params;
    yield { at: inRow(row, 'problems'), params: { unspent, rate } };
  },
});

import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';
import { saidEn, saidZh, unexplainedRemainder } from '../unspent.ts';

/** Where little or nothing of a budget was spent, 项目执行中存在的问题 says why. */
export const lowExecutionExplained = defineRule({
  id: 'low-execution-explained',
  number: 'W0',
  severity: 'warning',
  scope: 'row',
  title: {
    zh: '执行率过低或没有支出的，写明原因',
    en: 'Low or no execution is explained',
  },
  message: {
    zh: ({ budget, unspent, rate, limit, problems }: LowParams) =>
      `${unspent === budget ? `预算 ${budget} 万元一分未支` : `执行率只有 ${rate}，低于 ${limit}%，还有 ${unspent} 万元未支出`}，“项目执行中存在的问题”却${saidZh(problems)}。请先核对金额；属实请在本栏写明原因。`,
    en: ({ budget, unspent, rate, limit, problems }: LowParams) =>
      `${unspent === budget ? `Nothing of ${budget} 万元 was spent` : `Execution is ${rate}, below ${limit}%; ${unspent} 万元 are left`}, but this cell ${saidEn(problems)}. Check the amounts; if they are right, say why.`,
  },
  merged: {
    zh: ({ count, serials, first }) =>
      `${count} 个项目的执行率低于 ${first.limit}% 或没有支出，“项目执行中存在的问题”没有写原因（序号 ${serials}）。请先核对金额；属实请逐一写明原因。`,
    en: ({ count, serials, first }) =>
      `${count} projects spent less than ${first.limit}% or nothing and do not say why (No. ${serials}).`,
  },
  thresholds: ['lowExecution'],
  example: { budget: '1500', unspent: '1500', rate: '0.00%', limit: 80, problems: '无' },
  *check(row, context) {
    const found = unexplainedRemainder(row, context);
    if (found?.kind !== 'low') return;
    const { budget, unspent, rate, problems } = found.params;
    const limit = context.thresholds.lowExecution;
    yield { at: inRow(row, 'problems'), params: { budget, unspent, rate, limit, problems } };
  },
});

type LowParams = { budget: string; unspent: string; rate: string; limit: number; problems: string };

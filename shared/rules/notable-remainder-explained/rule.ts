import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';
import { saidEn, saidZh, unexplainedRemainder } from '../unspent.ts';

/** A notable remainder does not go with 无 and 不需要整改: the unit says why it was left. */
export const notableRemainderExplained = defineRule({
  id: 'notable-remainder-explained',
  number: 'W4',
  severity: 'warning',
  scope: 'row',
  title: {
    zh: '结余较多的，不能只写“无”“不需要整改”',
    en: 'A notable remainder is explained',
  },
  message: {
    zh: ({ unspent, rate, problems, rectification }: RemainderParams) =>
      `执行率 ${rate}，还有 ${unspent} 万元未支出；“项目执行中存在的问题”${saidZh(problems)}，“整改情况”${saidZh(rectification)}。请写明没有支出的原因和打算。`,
    en: ({ unspent, rate, problems, rectification }: RemainderParams) =>
      `Execution is ${rate}, ${unspent} 万元 are left; 存在的问题 ${saidEn(problems)}, 整改情况 ${saidEn(rectification)}. Say why the money was not spent and what will be done.`,
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 个项目结余较多，问题和整改两栏没有写原因（序号 ${serials}）。请逐一写明没有支出的原因和打算。`,
    en: ({ count, serials }) =>
      `${count} projects left a notable part unspent and do not say why (No. ${serials}).`,
  },
  thresholds: ['notableExecution', 'notableUnspent'],
  example: { unspent: '21.44', rate: '89.82%', problems: '无', rectification: '不需要整改' },
  *check(row, context) {
    const found = unexplainedRemainder(row, context);
    if (found?.kind !== 'notable') return;
    const { unspent, rate, problems, rectification } = found.params;
    yield { at: inRow(row, 'problems'), params: { unspent, rate, problems, rectification } };
  },
});

type RemainderParams = { unspent: string; rate: string; problems: string; rectification: string };

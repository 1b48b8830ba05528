import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { longTextsDistinct } from './rule.ts';

const LONG =
  '通过对外贸企业实施外贸专项资金政策支持，充分运用政策性出口信保杠杆作用，为外贸企业出口提供收汇风险保障，提升企业开拓国际市场的能力和信心，稳定全区外贸基本盘。';

const project = (serial: number, texts: Readonly<Record<string, string>>) => ({
  ...GOOD_ROW,
  serial,
  projectName: `项目${serial}`,
  annualGoal: `目标${serial}`,
  overallCompletion: `完成${serial}`,
  ...texts,
});

test('the same long text, and one that is nearly so, are told at every project but the first', () => {
  const table = tableOf([
    project(1, { annualGoal: LONG }),
    project(2, {}),
    project(3, { annualGoal: LONG.replaceAll('，', ', ') }),
    project(4, { annualGoal: LONG.replace('稳定全区', '稳住全区') }),
  ]);
  const params = {
    other: '序号1',
    otherEn: 'No. 1',
    column: '年初绩效目标',
    columnEn: 'Goal set at the start of the year',
    same: 'no',
  };
  expect(tableHits(longTextsDistinct, table)).toEqual([
    { cell: 'M8', params },
    { cell: 'M9', params },
  ]);
});

test('two projects that share several texts are told once', () => {
  const texts = { annualGoal: LONG, overallCompletion: LONG, socialActual: LONG };
  const hits = tableHits(longTextsDistinct, tableOf([project(1, texts), project(2, texts)]));
  expect(hits.map(({ cell, params }) => [cell, params['same']])).toEqual([['M7', 'yes']]);
});

test('short texts, other long texts, problems, and a project told as doubled are let be', () => {
  const other =
    '完成全年粮食轮换任务，确保储备粮数量真实、质量良好、储存安全，随时能够调得动、用得上，切实保障辖区居民的粮油供应和价格基本稳定，维护社会稳定。';
  const table = tableOf([
    project(1, { annualGoal: LONG, socialActual: '促进社会和谐稳定', problems: LONG }),
    project(2, { annualGoal: other, socialActual: '促进社会和谐稳定', problems: LONG }),
    { ...project(1, { annualGoal: LONG }), serial: 3 },
  ]);
  expect(tableHits(longTextsDistinct, table)).toEqual([]);
});

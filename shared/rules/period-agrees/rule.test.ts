import { expect, test } from 'vitest';
import { longgang2020 } from '../../../templates/longgang-2020/form.ts';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { formAccepted } from '../form-accepted/rule.ts';
import { periodAgrees } from './rule.ts';

test('a title of another year is told at the title', () => {
  const table = tableOf([GOOD_ROW], { title: '2020年度某局部门预算项目绩效自评表' });
  expect(tableHits(periodAgrees, table)).toEqual([
    { cell: 'A1', params: { titleYear: '2020', period: '2021' } },
  ]);
});

test.each(['2021年度某局绩效自评表', '２０２１ 年某局绩效自评表', '某局部门预算项目绩效自评表'])(
  'the title %s agrees with 2021',
  (title) => {
    expect(tableHits(periodAgrees, tableOf([GOOD_ROW], { title }))).toEqual([]);
  },
);

test('a form of that other year, under its own title, is told by form-accepted alone', () => {
  const title = '2020年度某局部门预算项目绩效自评表';
  const table = tableOf([GOOD_ROW], { title, form: longgang2020 });
  expect(tableHits(periodAgrees, table)).toEqual([]);
  expect(tableHits(formAccepted, table)).toHaveLength(1);
});

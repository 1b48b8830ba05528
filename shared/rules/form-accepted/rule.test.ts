import { expect, test } from 'vitest';
import { longgang2020 } from '../../../templates/longgang-2020/form.ts';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { formAccepted } from './rule.ts';

test('the form of another year is told with the one that is needed', () => {
  const table = tableOf([GOOD_ROW], { form: longgang2020, title: '2021年度某局绩效自评表' });
  expect(tableHits(formAccepted, table)).toEqual([
    { cell: 'A1', params: { form: '2020', period: '2021', accepted: '2021', title: '' } },
  ]);
});

test('a file that is of another year throughout may be the wrong file', () => {
  const [hit] = tableHits(formAccepted, tableOf([GOOD_ROW], { form: longgang2020 }));
  expect(hit?.params['title']).toBe('own');
  const params = { form: '2020', period: '2021', accepted: '2021', title: 'own' };
  expect(formAccepted.message.zh(params)).toContain('表式和表题都是 2020 年的');
});

test('the form of the period is fine', () => {
  expect(tableHits(formAccepted, tableOf([GOOD_ROW]))).toEqual([]);
});

test('where the title says that year, its year may be the one that is wrong', () => {
  const message = (title: string): string =>
    formAccepted.message.zh({ form: '2021', period: '2020', accepted: '2020', title });
  const table = tableOf([GOOD_ROW], { title: '2020年度某局部门预算项目绩效自评表' });
  const period = { id: '2020', forms: ['longgang-2020'], budgetBasis: '未注明' } as const;
  const [hit] = tableHits(formAccepted, table, { periodId: '2020', period });
  expect(hit?.params['title']).toBe('old');
  expect(message('old')).toContain('如果只是表题的年度没有改，请改表题');
  expect(message('')).not.toContain('表题');
});

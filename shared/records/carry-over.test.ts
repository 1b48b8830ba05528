import { expect, test } from 'vitest';
import { longgang2020 } from '../../templates/longgang-2020/form.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import { carryOver } from './carry-over.ts';

const EXTRA = { field: 'outputExtra', title: '设备利用率', target: '≥80%', actual: '85%' };

test('names, budgets and targets come along; amounts spent, completions and problems do not', () => {
  const { recordSet } = sample2021();
  const [before] = recordSet.records;
  const [after] = carryOver(recordSet, longgang2021, '2022').records;
  expect(Object.keys(after?.texts ?? {}).sort()).toEqual(
    [
      ...['annualGoal', 'economicTarget', 'ecologicalTarget', 'projectName', 'qualityTarget'],
      ...['quantityTarget', 'satisfactionTarget', 'serial', 'socialTarget', 'timelinessTarget'],
      'unitName',
    ].sort(),
  );
  expect(after?.texts['quantityTarget']).toBe(before?.texts['quantityTarget']);
  expect(after?.amounts).toEqual({
    budgetTotal: before?.amounts['budgetTotal'],
    budgetGeneral: before?.amounts['budgetGeneral'],
    budgetFund: before?.amounts['budgetFund'],
    budgetNonFiscal: before?.amounts['budgetNonFiscal'],
  });
  expect(after?.rates).toEqual({});
});

test('projects of another period are numbered anew, planned ones keep their numbers', () => {
  const { recordSet } = sample2020();
  const serials = (period: string) =>
    carryOver(recordSet, longgang2020, period).records.map(({ texts }) => texts['serial']);
  expect(serials('2020')).toContain('37');
  expect(serials('2021')).toEqual(recordSet.records.map((_, index) => `${index + 1}`));
});

test('added indicators come along with their targets, or are named where there is no room', () => {
  const { recordSet } = sample2021();
  const records = recordSet.records.map((record) => ({ ...record, extraIndicators: [EXTRA] }));
  const set = { ...recordSet, records };
  const kept = carryOver(set, longgang2021, '2022');
  expect(kept.records[0]?.extraIndicators).toEqual([{ ...EXTRA, actual: '' }]);
  expect(kept.lost).toEqual([]);
  expect(carryOver(set, longgang2020, '2022')).toMatchObject({ lost: ['设备利用率'] });
});

test('what only the other form states is left out: a budget without sources has none', () => {
  const [after] = carryOver(sample2020().recordSet, longgang2021, '2021').records;
  expect(after?.amounts).toMatchObject({ budgetGeneral: null, budgetFund: null });
  expect(after?.amounts['budgetTotal']).toBeGreaterThan(0);
});

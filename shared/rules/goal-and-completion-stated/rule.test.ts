import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { goalAndCompletionStated } from './rule.ts';

const cells = (...rows: { annualGoal: string; overallCompletion: string }[]) =>
  rowHits(
    goalAndCompletionStated,
    tableOf(rows.map((texts, index) => ({ ...GOOD_ROW, serial: index + 1, ...texts }))),
  ).map(({ cell }) => cell);

test('a blank goal and a blank completion are told, each at its own cell', () => {
  expect(
    cells(
      { annualGoal: '', overallCompletion: '已完成' },
      { annualGoal: '完成储备任务', overallCompletion: ' ' },
      { annualGoal: '', overallCompletion: '' },
    ),
  ).toEqual(['M6', 'N7', 'M8', 'N8']);
});

test('whatever was answered is an answer', () => {
  expect(
    cells(
      { annualGoal: '未设目标', overallCompletion: '不适用' },
      { annualGoal: '无', overallCompletion: '/' },
    ),
  ).toEqual([]);
});

test('many blanks of a column are told in one line that names them', () => {
  const merged = {
    count: 3,
    projects: 3,
    serials: '1-3',
    first: { column: '', columnEn: '' },
    column: { zh: '年初绩效目标', en: '' },
  };
  expect(goalAndCompletionStated.merged?.zh(merged)).toBe(
    '3 个项目没有填“年初绩效目标”（序号 1-3）。请逐一补填；年初未设目标的，请写明“未设目标”。',
  );
});

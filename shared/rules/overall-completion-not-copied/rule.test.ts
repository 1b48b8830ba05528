import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { overallCompletionNotCopied } from './rule.ts';

const row = (annualGoal: string, overallCompletion: string) => ({
  ...GOOD_ROW,
  annualGoal,
  overallCompletion,
});

test('a goal told once more is a copy, whatever its line breaks and widths', () => {
  const table = tableOf([
    row('完成市下达的储备任务。', '完成市下达的储备任务。'),
    row('一是建设，二是验收', '一是建设,\n二是验收'),
    row('2021年竣工、尾款支付', '2021年竣工、尾款支付'),
  ]);
  expect(rowHits(overallCompletionNotCopied, table).map(({ cell }) => cell)).toEqual([
    'N6',
    'N7',
    'N8',
  ]);
});

test('words of its own, a blank and a short answer are fine', () => {
  const table = tableOf([
    row('完成尾款支付', '已完成尾款支付'),
    row('', ''),
    row('不适用', '不适用'),
    row('完成储备', ''),
  ]);
  expect(rowHits(overallCompletionNotCopied, table)).toEqual([]);
});

test('33 projects are told in one line', () => {
  const merged = {
    count: 33,
    projects: 33,
    serials: '1–10、15–37',
    first: {},
    column: { zh: '', en: '' },
  };
  expect(overallCompletionNotCopied.merged?.zh(merged)).toBe(
    '33 个项目的“绩效目标整体完成情况”与“年初绩效目标”逐字相同（序号 1–10、15–37）。请写实际完成情况：做了什么、完成多少、结果如何。',
  );
});

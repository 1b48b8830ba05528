import { expect, test } from 'vitest';
import { refusalHits } from '../../../test/rule-hits.ts';
import type { Heaviness } from '../../cells/read-result.ts';
import { fileTooHeavy } from './rule.ts';

const WORDS: Readonly<Record<Heaviness, string>> = {
  'inflated-size': '超过 128 MB',
  'inflation-ratio': '134217728 倍以上',
  'false-size': '与实际不符',
  entries: '个以上的部件',
  sheets: '张以上的工作表',
  rows: '工作表“表一”的 A25001 还有内容',
  projects: '按单位分开',
  columns: '多余的列',
  cells: '单元格超过',
  merges: '工作表“表一”的合并单元格过多或范围过大（见 A25001）',
  'shared-strings': '段，已停止读取',
  styles: '样式超过',
  'cell-text': '有一个单元格的文字超过',
  text: '文字过多',
  time: '用时过长',
  memory: '内存过多',
};

const messageOf = (why: string): string =>
  fileTooHeavy.message.zh({ why, limit: 128 * 1024 * 1024, sheet: '表一', cell: 'A25001' });

test.each(Object.entries(WORDS))(
  '%s has a message of its own that says what to do',
  (why, words) => {
    expect(messageOf(why)).toContain(words);
    expect(messageOf(why)).toMatch(/请.+上传。$/);
    expect(Object.keys(WORDS).filter((other) => messageOf(other) === messageOf(why))).toEqual([
      why,
    ]);
  },
);

test('tells the cause and the place about the file as a whole', () => {
  expect(
    refusalHits(fileTooHeavy, {
      kind: 'too-heavy',
      why: 'rows',
      limit: 25_000,
      sheet: '表一',
      cell: 'A25001',
    }),
  ).toEqual([
    { cell: null, params: { why: 'rows', limit: 25_000, sheet: '表一', cell: 'A25001' } },
  ]);
  expect(refusalHits(fileTooHeavy, { kind: 'too-heavy', why: 'time' })).toEqual([
    { cell: null, params: { why: 'time', limit: 0, sheet: '', cell: '' } },
  ]);
});

test('is silent about any other refusal', () => {
  expect(refusalHits(fileTooHeavy, { kind: 'empty' })).toEqual([]);
});

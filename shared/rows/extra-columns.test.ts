import { describe, expect, test } from 'vitest';
import { longgang2020 } from '../../templates/longgang-2020/form.ts';
import { FULL_ROW, GOOD_ROW, sheetOf, typeInto, without } from '../../test/make-sheet.ts';
import { tableIn, typedOver } from '../../test/table-in.ts';

describe('indicators of the unit’s own', () => {
  const dots = ['.', '..', '...', '……', '…', '···', '。。。', '⋯⋯'];

  test('the …… columns are known by any dots, or left out', () => {
    for (const text of dots) {
      const sheet = typedOver([4, 21, text], [4, 28, text], [4, 31, text]);
      typeInto(sheet, 6, 28, '另一效益');
      expect(tableIn(sheet).rows[0]?.extraIndicators).toEqual([
        { field: 'benefitExtra', title: '', target: '另一效益', actual: '' },
      ]);
    }
    const sheet = sheetOf([FULL_ROW], { form: without('outputExtra', 'benefitExtra') });
    expect(tableIn(sheet).missingColumns).toEqual([]);
  });

  /** Columns of 产出目标 with these titles in place of its ……: [title, side, text of the project]. */
  function withOutputs(...columns: readonly (readonly [string, string, string])[]) {
    const sheet = sheetOf([FULL_ROW]);
    for (const [index, [title, side, text]] of columns.entries()) {
      const column = 34 + index;
      for (const [row, typed] of [
        [3, '产出目标'],
        [4, title],
        [5, side],
        [6, text],
      ] as const) {
        if (typed !== '') typeInto(sheet, row, column, typed);
      }
    }
    const { rows, unknownColumns } = tableIn(sheet);
    const { extraIndicators } = rows[0] ?? { extraIndicators: [] };
    return { extras: extraIndicators, unknown: unknownColumns.map(({ text }) => text) };
  }

  const field = 'outputExtra';

  test('several pairs of a group, by any name', () => {
    const { extras, unknown } = withOutputs(
      ['成本指标', '年度指标内容', '不超过10万元'],
      ['成本指标', '完成情况', '9.8万元'],
      ['进度 指标\n（新）', '年度指标内容', '12月'],
      ['进度 指标\n（新）', '完成情况', '11月'],
    );
    expect(extras).toEqual([
      { field, title: '成本指标', target: '不超过10万元', actual: '9.8万元' },
      { field, title: '进度指标（新）', target: '12月', actual: '11月' },
    ]);
    expect(unknown).toEqual([]);
  });

  test('below the dots that were left, or below no title at all', () => {
    const { extras } = withOutputs(
      ['……', '年度指标内容', '甲'],
      ['……', '完成情况', '乙'],
      ['', '年度指标内容', '丙'],
      ['', '完成情况', '丁'],
    );
    expect(extras).toEqual([
      { field, title: '', target: '甲', actual: '乙' },
      { field, title: '', target: '丙', actual: '丁' },
    ]);
  });

  test('in one column, with the side in the title or without any', () => {
    const { extras } = withOutputs(
      ['成本指标', '', '不超过10万元，实为9.8万元'],
      ['可持续指标年度指标内容', '', '三年'],
      ['可持续指标完成情况', '', '三年整'],
    );
    expect(extras).toEqual([
      { field, title: '成本指标', target: '不超过10万元，实为9.8万元', actual: '' },
      { field, title: '可持续指标', target: '三年', actual: '三年整' },
    ]);
  });

  test('a result without its target, and a column beside the group, are none', () => {
    expect(withOutputs(['成本指标', '完成情况', '9.8万元'])).toEqual({
      extras: [],
      unknown: ['产出目标·成本指标·完成情况'],
    });
    const beside = typedOver([3, 34, '备注'], [6, 34, '另文']);
    expect(tableIn(beside)).toMatchObject({
      unknownColumns: [{ text: '备注', at: { cell: 'AH3' } }],
      rows: [{ extraIndicators: [] }],
    });
    const below = typedOver([5, 34, '备注'], [6, 34, '另文']);
    expect(tableIn({ ...below, merges: [] }).unknownColumns).toMatchObject([
      { at: { cell: 'AH5' } },
    ]);
  });

  test('the form of 2020 has no place for them: they are told as unknown columns', () => {
    const sheet = sheetOf([GOOD_ROW], { form: longgang2020 });
    for (const [row, text] of [
      [3, '产出目标'],
      [4, '成本指标'],
      [5, '完成情况'],
      [6, '9'],
    ] as const) {
      typeInto(sheet, row, 28, text);
    }
    expect(tableIn(sheet).unknownColumns).toMatchObject([{ text: '产出目标·成本指标·完成情况' }]);
  });
});

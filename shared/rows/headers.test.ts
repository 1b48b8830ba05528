import { describe, expect, test } from 'vitest';
import { leaves } from '../../templates/form.ts';
import { FORMS } from '../../templates/forms.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { FULL_ROW, sheetOf, sheetOfLines, typeInto, unmerged } from '../../test/make-sheet.ts';
import { tableIn, textsIn, typedOver } from '../../test/table-in.ts';
import { findTable } from './find-table.ts';

/* Headers as units make them. What is read from each must be the same. */

const EXPECTED = textsIn(sheetOf([FULL_ROW]));

test('the reference holds a text in every column', () => {
  const texts = Object.entries(EXPECTED[0] ?? {}).filter(([, text]) => text === '');
  expect(texts.map(([field]) => field)).toEqual([
    'outputExtra',
    'benefitExtra',
    'satisfactionExtra',
  ]);
});

describe('however the header is drawn', () => {
  test('merged, unmerged with repeated texts, unmerged with blanks', () => {
    for (const kept of ['in every cell', 'in the first cell'] as const) {
      expect(textsIn(unmerged(sheetOf([FULL_ROW]), kept))).toEqual(EXPECTED);
    }
  });

  test('groups merged, single titles in the lowest row or in the middle', () => {
    for (const row of [4, 5]) {
      const sheet = sheetOf([FULL_ROW]);
      const single = sheet.merges.filter(({ top, bottom }) => top === 3 && bottom === 5);
      for (const { left } of single) {
        const title = sheet.rows.get(3)?.get(left)?.text ?? '';
        (sheet.rows.get(3) as Map<number, unknown>).delete(left);
        typeInto(sheet, row, left, title);
      }
      const merges = sheet.merges.filter((merge) => !single.includes(merge));
      expect(textsIn({ ...sheet, merges })).toEqual(EXPECTED);
      expect(textsIn({ ...sheet, merges: [] })).toEqual(EXPECTED);
    }
  });

  const SHORT = ['1', '某局', '某项目', '98', '98', '0', '0', '96', '96', '0', '0', '97.96%'];
  const BEHIND = ['目标', '完成', '数', '数了', '质', '质了', '时', '时了', '', '经', '经了'];
  const LAST = ['社', '社了', '生', '生了', '', '满', '满了', '', '无', '无'];
  const LINE = [...SHORT, ...BEHIND, ...LAST].join('|');

  const PAIRS_OF_2 = [
    '数量指标年度指标内容|数量指标完成情况|质量指标年度指标内容|质量指标完成情况',
    '时效指标年度指标内容|时效指标完成情况|……',
    '经济效益指标年度指标内容|经济效益指标完成情况|社会效益指标年度指标内容|社会效益指标完成情况',
    '生态效益指标年度指标内容|生态效益指标完成情况|……',
  ].join('|');

  test.each<[string, readonly string[]]>([
    [
      'two rows',
      [
        '序号|部门名称|项目名称|项目年度预算金额||||实际支出金额||||预算支出执行率|年初绩效目标|绩效目标整体完成情况|产出目标|||||||效益目标|||||||满意度指标|||项目执行中存在的问题|整改情况',
        `|||合计|一般公共预算|政府性基金|非财政资金|合计|一般公共预算|政府性基金|非财政资金||||${PAIRS_OF_2}|服务对象满意度指标年度指标内容|服务对象满意度指标完成情况|……`,
      ],
    ],
    [
      'one row, each title in full',
      [
        `序号|部门名称|项目名称|项目年度预算金额-合计|项目年度预算金额-其中：财政拨款-一般公共预算|项目年度预算金额-政府性基金|项目年度预算金额（非财政资金）|实际支出金额：合计|实际支出金额·一般公共预算|实际支出金额/政府性基金|实际支出金额 非财政资金|执行率|年初绩效目标|整体完成情况|${PAIRS_OF_2.replaceAll('……', '')}|满意度指标年度指标内容|满意度指标完成情况||存在问题|整改情况`,
      ],
    ],
    [
      'four rows, some titles over two of them, a heading above the groups',
      [
        '序号|部门|项目|资金情况（万元）|||||||||绩效情况|||||||||||||||||||项目执行中|整改',
        '|名称|名称|项目年度预算金额||||实际支出金额||||预算支出|年初|绩效目标整体|产出目标|||||||效益目标|||||||满意度指标|||存在的问题|情况',
        '|||合计|其中：||非财政资金|合计|其中：||非财政资金|执行率|绩效目标|完成情况|数量指标||质量指标||时效指标||……|经济效益指标||社会效益指标||生态效益指标||……|服务对象满意度指标||……||',
        '||||一般公共预算|政府性基金|||一般公共预算|政府性基金|||||年度指标内容|完成情况|年度指标内容|完成情况|年度指标内容|完成情况||年度指标内容|完成情况|年度指标内容|完成情况|年度指标内容|完成情况||年度指标内容|完成情况|||',
      ],
    ],
  ])('%s', (_why, lines) => {
    const table = tableIn(sheetOfLines([...lines, LINE]));
    const { form, rows } = table;
    expect(table).toMatchObject({
      form: { id: 'longgang-2021' },
      ...{ missingColumns: [], misnamedColumns: [], repeatedColumns: [], unknownColumns: [] },
    });
    const texts = leaves(form.columns).map(({ field }) => rows[0]?.entries[field]?.text ?? '');
    expect(texts.join('|')).toBe(LINE);
  });

  test('a line that numbers the columns belongs to the header', () => {
    const numbers = Array.from({ length: 33 }, (_, index) => String(index + 1));
    const fields = leaves(longgang2021.columns).map(({ field }) => field);
    const numbered = Object.fromEntries(
      fields.map((field, index) => [field, numbers[index] ?? '']),
    );
    expect(textsIn(sheetOf([numbered, FULL_ROW]))).toEqual(EXPECTED);
    expect(textsIn(sheetOf([{ ...numbered, budgetTotal: '4=5+6+7' }, FULL_ROW]))).toEqual(EXPECTED);
    const letters = fields.map((field, index) => [field, String.fromCharCode(65 + (index % 26))]);
    expect(textsIn(sheetOf([Object.fromEntries(letters), FULL_ROW]))).toEqual(EXPECTED);
    const marked = fields.map((field, index) => [
      field,
      index < 3 ? '甲乙丙'[index]! : `${index - 2}`,
    ]);
    expect(textsIn(sheetOf([Object.fromEntries(marked), FULL_ROW]))).toEqual(EXPECTED);
    const { unitName, projectName, ...rest } = numbered;
    expect([unitName, projectName]).toEqual(['2', '3']);
    expect(textsIn(sheetOf([{ ...rest, serial: '栏次' }, FULL_ROW]))).toEqual(EXPECTED);
  });

  test('a line of units below the titles belongs to the header', () => {
    const units = ['budgetTotal', 'budgetGeneral', 'budgetFund', 'actualTotal', 'actualGeneral'];
    const line = Object.fromEntries(units.map((field) => [field, '（万元）']));
    expect(textsIn(sheetOf([line, FULL_ROW]))).toEqual(EXPECTED);
    expect(tableIn(sheetOf([line, FULL_ROW])).leftOut).toEqual([]);
  });

  test('a bare 合计 right below, and a line of labels right above, are none of it', () => {
    const sheet = sheetOf([{ serial: '合计' }, FULL_ROW]);
    typeInto(sheet, 2, 1, '单位名称');
    typeInto(sheet, 2, 3, '某局');
    expect(textsIn(sheet)).toEqual(EXPECTED);
  });
});

describe('however the titles are written', () => {
  test.each<[string, readonly (readonly [number, number, string])[]]>([
    [
      'line breaks and spaces',
      [
        [3, 12, '预算支出\n执行率'],
        [3, 3, '项　目　名　称'],
        [3, 1, '序 号'],
      ],
    ],
    [
      'widths of brackets and colons',
      [
        [4, 5, '其中:财政拨款'],
        [4, 9, '(其中）财政拨款'],
      ],
    ],
    [
      'units',
      [
        [3, 4, '项目年度预算金额（万元）'],
        [3, 8, '实际支出金额(单位：万元)'],
        [3, 12, '执行率（%）'],
        [4, 4, '合计，万元'],
      ],
    ],
    [
      'numbering, stars and remarks',
      [
        [3, 3, '*项目名称（全称）'],
        [3, 15, '一、产出目标'],
        [4, 15, '1.数量指标'],
        [3, 32, '项目执行中存在的问题（没有填“无”）'],
      ],
    ],
    ['other names for the unit', [[3, 2, '单位名称']]],
    ['other names for the unit', [[3, 2, '实施单位']]],
    [
      'common variants',
      [
        [4, 5, '财政拨款'],
        [3, 4, '项目预算金额'],
        [3, 8, '实际支出'],
        [3, 15, '产出指标'],
        [3, 22, '效益指标'],
        [3, 13, '年初设定绩效目标'],
        [5, 15, '指标内容'],
        [5, 16, '实际完成情况'],
      ],
    ],
  ])('%s: %j', (_why, cells) => {
    expect(textsIn(typedOver(...cells))).toEqual(EXPECTED);
  });

  test('a header text typed into a cell of the table is no header', () => {
    const row = { ...FULL_ROW, satisfactionTarget: '服务对象满意度指标' };
    expect(tableIn(sheetOf([row, { ...row, serial: 2 }])).rows).toHaveLength(2);
  });

  test('a group in other words does not matter where what stands below is certain', () => {
    const [{ outputExtra: _dots, ...rest } = {}] = EXPECTED;
    expect(textsIn(typedOver([3, 15, '绩效']))).toEqual([rest]);
  });

  test('a remark that says which money is no mere remark', () => {
    for (const title of [
      '实际支出金额（财政拨款）',
      '实际支出金额（元）',
      '实际支出金额（年初）',
    ]) {
      expect(findTable([typedOver([3, 8, title])], FORMS).found).toBe(false);
    }
  });

  test('another meaning is another column', () => {
    for (const title of ['项目经费', '项目编码', '全年预算数']) {
      expect(findTable([typedOver([3, 3, title])], FORMS).found).toBe(false);
    }
  });
});

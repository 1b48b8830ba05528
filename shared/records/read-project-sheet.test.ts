import { expect, test } from 'vitest';
import { readWorkbook } from '../cells/read-workbook.ts';
import { readProjectSheet } from './read-project-sheet.ts';

const CODES = new Map([
  ['LG-FGJ', 'LG-FGJ'],
  ['发展和改革局', 'LG-FGJ'],
  ['投资推广署', 'LG-TZTGS'],
]);

const read = async (...lines: readonly string[]) => {
  const result = await readWorkbook(new TextEncoder().encode(lines.join('\n')));
  if (!result.ok) throw new Error(result.refusal.kind);
  return readProjectSheet(result.sheets, CODES);
};

test('a list of final accounts is read by its titles, amounts in the unit that they state', async () => {
  const { projects, faults } = await read(
    '2021年项目清单,,,,,,,,',
    '项目编码,单位名称,项目名称,调整后预算数（万元）,决算支出（元）,一般公共预算支出,政府性基金支出,其他资金',
    'P-1,发展和改革局,甲项目,1424.79,986400,98.64,,',
    ',投资推广署,乙项目,10,,,,',
    ',,合计,1434.79,,,,',
  );
  expect(faults).toEqual([]);
  expect(projects).toEqual([
    {
      projectCode: 'P-1',
      unit: 'LG-FGJ',
      name: '甲项目',
      amounts: { budgetTotal: 1_424_790_000, actualTotal: 98_640_000, actualGeneral: 98_640_000 },
    },
    { unit: 'LG-TZTGS', name: '乙项目', amounts: { budgetTotal: 10_000_000 } },
  ]);
});

test('what cannot be used is told with its row', async () => {
  const { faults } = await read(
    '单位代码,项目名称,预算数',
    'LG-FGJ,甲,1',
    'LG-NONE,乙,1',
    'LG-FGJ,丙,一百',
  );
  expect(faults.map(({ row, says }) => [row, says.zh])).toEqual([
    [3, '名册里没有单位“LG-NONE”'],
    [4, '金额“一百”不是数'],
  ]);
  expect((await read('甲,乙', '1,2')).faults[0]?.says.zh).toContain('没有找到表头');
});

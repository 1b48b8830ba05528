import { expect, test } from 'vitest';
import { readWorkbook } from '../cells/read-workbook.ts';
import { readRegisterSheet } from './read-register-sheet.ts';

const read = async (csv: string) => {
  const result = await readWorkbook(new TextEncoder().encode(csv));
  if (!result.ok) throw new Error(result.refusal.kind);
  return readRegisterSheet(result.sheets);
};

test('a list of an office is read by its titles, a department by its name', async () => {
  const { units, faults } = await read(
    [
      '2022年预算单位名册,,,,,',
      '序号,单位编码,单位名称,主管部门,联系人,联系电话',
      '1,LG-GXJ,龙岗区工业和信息化局,,王五,0755-2',
      '2,LG-TZTGS,投资推广署,龙岗区工业和信息化局,,',
      ',,,,,',
      '3,LG-FGJ,发展和改革局,,,',
    ].join('\n'),
  );
  expect(faults).toEqual([]);
  expect(units).toEqual([
    {
      code: 'LG-GXJ',
      name: '龙岗区工业和信息化局',
      aliases: [],
      parent: null,
      contact: '王五',
      phone: '0755-2',
    },
    { code: 'LG-TZTGS', name: '投资推广署', aliases: [], parent: 'LG-GXJ' },
    { code: 'LG-FGJ', name: '发展和改革局', aliases: [], parent: null },
  ]);
});

test('our own CSV is read, aliases too', async () => {
  const { units } = await read('code,name,aliases,parent\nAA,甲局,甲;旧甲,\nBB,乙局,,AA\n');
  expect(units).toEqual([
    { code: 'AA', name: '甲局', aliases: ['甲', '旧甲'], parent: null },
    { code: 'BB', name: '乙局', aliases: [], parent: 'AA' },
  ]);
});

test('what cannot be used is told with its row', async () => {
  const { faults } = await read('代码,名称\naa,甲局\nBB,\nCC,丙局\nCC,丁局\n');
  expect(faults.map(({ row, says }) => [row, says.zh])).toEqual([
    [2, '代码“aa”应为 2–32 位大写字母、数字或短横'],
    [3, '缺单位名称'],
    [5, '代码 CC 重复'],
  ]);
  expect((await read('甲,乙\n1,2\n')).faults[0]?.says.zh).toContain('没有找到表头');
});

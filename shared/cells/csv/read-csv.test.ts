import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../read-workbook.ts';
import { parseCsv } from './parse-csv.ts';

async function textsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const result = await readWorkbook(bytes);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return [...(result.sheets[0]?.rows.values() ?? [])].map((row) =>
    [...row.values()].map(({ at, text, cleaned: _, ...more }) => {
      expect(more).toEqual({});
      return `${at.cell} ${text}`;
    }),
  );
}

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding));

/** “项目,执行率\n储备𠮷,0.9233679\n” as Excel saves it in China. */
const GB18030 = Uint8Array.from([
  0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0xd6, 0xb4, 0xd0, 0xd0, 0xc2, 0xca, 0x0a, 0xb4, 0xa2, 0xb1, 0xb8,
  0x95, 0x34, 0xb2, 0x35, 0x2c, 0x30, 0x2e, 0x39, 0x32, 0x33, 0x33, 0x36, 0x37, 0x39, 0x0a,
]);
const TEXT = '项目,执行率\n储备𠮷,0.9233679\n';

describe('whatever a text file is written in', () => {
  test.each([
    ['UTF-8', bytesOf(TEXT)],
    ['UTF-8 with a mark', bytesOf(`\uFEFF${TEXT}`)],
    ['GB18030', GB18030],
    ['UTF-16 with a mark', bytesOf(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16 without a mark', bytesOf(TEXT, 'utf16le')],
    [
      'UTF-16, the large byte first',
      new Uint8Array(Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()),
    ],
    ['the same without a mark', new Uint8Array(Buffer.from(TEXT, 'utf16le').swap16())],
    ['lines ended by Windows', bytesOf(TEXT.replaceAll('\n', '\r\n'))],
    ['lines ended by an old Mac', bytesOf(TEXT.replaceAll('\n', '\r'))],
    ['tabs', bytesOf(TEXT.replaceAll(',', '\t'))],
    ['semicolons', bytesOf(TEXT.replaceAll(',', ';'))],
    ['quotes', bytesOf('"项目","执行率"\n"储备𠮷","0.9233679"')],
  ])('%s', async (_what, bytes) => {
    expect(await textsOf(bytes)).toEqual([
      ['A1 项目', 'B1 执行率'],
      ['A2 储备𠮷', 'B2 0.9233679'],
    ]);
  });
});

describe('one odd character in a text costs that character and no more', () => {
  const MANY = TEXT.repeat(5);
  test.each([
    ['a half in UTF-16', bytesOf(`\uFEFF${MANY}注,\uD83D半`, 'utf16le'), '\uFFFD半'],
    ['a half in UTF-16 without a mark', bytesOf(`${MANY}注,\uD83D半`, 'utf16le'), '\uFFFD半'],
    ['a nought in UTF-16', bytesOf(`\uFEFF${MANY}注,\0半`, 'utf16le'), '半'],
    ['a nought in UTF-16 without a mark', bytesOf(`${MANY}注,\0半`, 'utf16le'), '半'],
    ['a nought in UTF-8', bytesOf(`${MANY}注,\0半`), '半'],
    [
      'a half in UTF-8',
      Buffer.concat([bytesOf(`${MANY}注,`), bytesOf('半').subarray(1)]),
      '\uFFFD\uFFFD',
    ],
    ['a nought in GB18030', Buffer.concat([...Array(5).fill(GB18030), Buffer.from('a,\0b')]), 'b'],
  ])('%s', async (_what, bytes, last) => {
    const rows = await textsOf(bytes);
    expect(rows.slice(0, 2)).toEqual([
      ['A1 项目', 'B1 执行率'],
      ['A2 储备𠮷', 'B2 0.9233679'],
    ]);
    expect(rows.at(-1)?.at(-1)).toBe(`B11 ${last}`);
  });
});

test('fields stay as typed: separators, line breaks and quotes in quotes, no dates, no formulas', async () => {
  const text =
    '序号,目标\n1,"一、完成,\n二、""全部""完成"\n2,1-2\n3,=1+1\n4,12"寸\n5,"a"b\n6,"没有结束';
  expect(await textsOf(bytesOf(text))).toEqual([
    ['A1 序号', 'B1 目标'],
    ['A2 1', 'B2 一、完成,\n二、"全部"完成'],
    ['A3 2', 'B3 1-2'],
    ['A4 3', 'B4 =1+1'],
    ['A5 4', 'B5 12"寸'],
    ['A6 5', 'B6 ab'],
    ['A7 6', 'B7 "没有结束'],
  ]);
});

test('titles and notes of one field around the table do not make it a text', async () => {
  const lines = [
    '2021年度自评表',
    '单位：万元',
    '序号,项目,金额',
    '1,储备,3',
    '2,质检,4',
    '3,其他,5',
    '注：略',
  ];
  expect(await textsOf(bytesOf(lines.join('\n')))).toHaveLength(7);
});

test('what is quoted by the rules is read back, field by field', () => {
  const field = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '字', ' ', 'a') });
  const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { minLength: 1 });
  fc.assert(
    fc.property(rows, (table) => {
      const text = table
        .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
        .join('\r\n');
      const read: string[][] = [];
      parseCsv(text, ',', (row, column, value) => {
        const line = read[row - 1] ?? [];
        line[column - 1] = value;
        read[row - 1] = line;
      });
      expect(read).toEqual(table);
    }),
  );
});

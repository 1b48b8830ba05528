import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFont } from './make-font.ts';
import { RARE_NAMES, UNPRINTABLE } from './rare-names.ts';
import { readPdf } from './read-pdf.ts';
import { commandLine, PUBLISHED_2021 } from './run-jixiao.ts';

/* `--fonts`: check and report know the same fonts. */

const { inFolder, jixiao, remove } = commandLine();
afterAll(remove);

beforeAll(async () => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(PUBLISHED_2021);
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.text === '粮食储备费用') cell.value = `${RARE_NAMES}${UNPRINTABLE}`;
      }),
    ),
  );
  await workbook.xlsx.writeFile(inFolder('表.xlsx'));
  for (const name of ['good', 'bad']) {
    mkdirSync(inFolder(name));
    writeFileSync(inFolder(`${name}/fonts.json`), '{"extra": ["b.ttf"]}');
  }
  const sketch = { name: 'ExtB', glyphs: { [UNPRINTABLE]: '龍' } };
  writeFileSync(inFolder('good/b.ttf'), await makeFont(sketch));
  writeFileSync(inFolder('bad/b.ttf'), await makeFont({ ...sketch, rights: 0x0002 }));
});

test('check without them tells the character, with them it does not', async () => {
  const without = await jixiao('check', '表.xlsx');
  expect(without.code).toBe(1);
  expect(without.stdout).toContain('𪚥（U+2A6A5）');
  const given = await jixiao('check', '表.xlsx', '--fonts', 'good');
  expect({ code: given.code, stderr: given.stderr }).toEqual({ code: 0, stderr: '' });
});

test('report prints with them', async () => {
  const { code } = await jixiao('report', '表.xlsx', '--fonts', 'good', '--out', 'out');
  expect(code).toBe(0);
  const { texts } = await readPdf(new Uint8Array(readFileSync(inFolder('out/表.pdf'))));
  const joined = texts.map(({ text }) => text).join('');
  for (const name of [...RARE_NAMES.split('，'), UNPRINTABLE]) expect(joined).toContain(name);
});

test('a font that may not be embedded is told in one line, with exit code 2', async () => {
  const { code, stderr } = await jixiao('report', '表.xlsx', '--fonts', 'bad', '--out', 'never');
  expect(code).toBe(2);
  expect(stderr).toMatch(/^jixiao: b\.ttf：字体声明不许嵌入文件（fsType 0x0002）.*\n$/);
});

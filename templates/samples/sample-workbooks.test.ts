import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { OFFICIAL_SHEET } from '../../shared/sheets/official-table.ts';
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts';
import { leaves } from '../form.ts';
import { longgang2020 } from '../longgang-2020/form.ts';
import { longgang2021 } from '../longgang-2021/form.ts';
import { sampleTable, sampleText } from './sample-data.ts';
import { sampleWorkbooks } from './sample-workbooks.ts';

const committed = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));

/** The texts of a committed workbook as a reader of the sheet sees them, row by row. */
function shownTexts(path: string): string[][] {
  const sheet = read(committed(path)).Sheets[OFFICIAL_SHEET];
  if (sheet === undefined) throw new Error(`${path} has no sheet ${OFFICIAL_SHEET}`);
  return utils.sheet_to_json(sheet, { header: 1, raw: false, defval: '' });
}

const PUBLISHED_2020 = './2020/LG-GXJ/2020年部门预算项目绩效自评表.xlsx';
const MENDED_2020 = './2020/LG-GXJ/2020年部门预算项目绩效自评表（更正）.xlsx';
const PUBLISHED_2021 = './2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx';

describe('sample workbooks', () => {
  test.each(sampleWorkbooks())('$path is what the script writes', async ({ path, model }) => {
    const written = Buffer.from(await writeWorkbook(model));
    expect(written.equals(committed(`./${path}`))).toBe(true);
  });

  test.each([
    { path: PUBLISHED_2020, name: '2020-LG-GXJ', form: longgang2020, header: 5 },
    { path: PUBLISHED_2021, name: '2021-LG-FGJ', form: longgang2021, header: 6 },
  ] as const)('$path shows every cell as published', ({ path, name, form, header }) => {
    const table = sampleTable(name);
    const published = table.rows.map((row) =>
      leaves(form.columns).map(({ field }) => sampleText(row, field)),
    );
    expect(shownTexts(path).slice(header)).toEqual(published);
  });

  test('the mended table of 2020 differs in one cell: the rate of project 9', () => {
    const published = shownTexts(PUBLISHED_2020).flat();
    const differing = shownTexts(MENDED_2020)
      .flat()
      .flatMap((text, index) => (text === published[index] ? [] : [[published[index], text]]));
    expect(differing).toEqual([['0.9581458', '0.9584458']]);
  });

  test('figures are numbers, so that the table can be calculated with', () => {
    const sheet = read(committed(PUBLISHED_2021)).Sheets[OFFICIAL_SHEET];
    expect(sheet?.['D9']).toMatchObject({ t: 'n', v: 1424.79 });
    expect(sheet?.['L11']).toMatchObject({ t: 'n', v: 0.9951 });
  });

  test('the published table of 2020 is sent before the mended one', () => {
    expect([MENDED_2020, PUBLISHED_2020].sort()).toEqual([PUBLISHED_2020, MENDED_2020]);
  });
});

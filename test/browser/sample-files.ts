import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import { findTable } from '../../shared/rows/find-table.ts';
import { correctedWorkbook } from '../../shared/sheets/corrected.ts';
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts';
import { FORMS } from '../../templates/forms.ts';

/** A published table with one wrong rate: 0.9581458 at I14, where 0.9584458 should stand. */
export const SAMPLE_2020 = fileURLToPath(
  new URL('../../templates/samples/2020/LG-GXJ/2020年部门预算项目绩效自评表.xlsx', import.meta.url),
);

/** A published table without errors. */
export const SAMPLE_2021 = fileURLToPath(
  new URL(
    '../../templates/samples/2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx',
    import.meta.url,
  ),
);

/** A file as a page's file field takes it. */
export type ChosenFile = Parameters<Page['setInputFiles']>[1];

/** Three projects of it, the wrong rate among them. */
export async function shortSample(): Promise<ChosenFile> {
  const read = await readWorkbook(readFileSync(SAMPLE_2020));
  const found = read.ok ? findTable(read.sheets, FORMS) : undefined;
  if (found?.found !== true) throw new Error('no table in the sample');
  const table = { ...found.table, rows: found.table.rows.slice(7, 10), leftOut: [] };
  const model = correctedWorkbook({ correction: { table, changes: [] }, fileName: '表.xlsx' });
  const buffer = Buffer.from(await writeWorkbook(model));
  return { name: '三个项目.xlsx', mimeType: '', buffer };
}

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import { findTable } from '../../shared/rows/find-table.ts';
import { firstOfficialRow, OFFICIAL_SHEET } from '../../shared/sheets/official-table.ts';
import { leaves } from '../../templates/form.ts';
import { FORMS } from '../../templates/forms.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { GOOD_ROW } from '../make-sheet.ts';
import { PASSWORD } from './running-system.ts';
import { SAMPLE_2021 } from './sample-files.ts';

/* What units send and what they get, as files. */

/** What a button has the browser save. */
export const saved = async (page: Page, button: string): Promise<Uint8Array> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).first().click(),
  ]);
  return new Uint8Array(readFileSync(await download.path()));
};

/** The official table that a workbook holds. */
export const tableIn = async (bytes: Uint8Array) => {
  const read = await readWorkbook(bytes);
  const found = read.ok ? findTable(read.sheets, FORMS) : undefined;
  if (found?.found !== true) throw new Error('no table');
  return found.table;
};

/** The template with one project, in which some fields say something else; else its rate is wrong. */
export async function filledIn(
  template: Uint8Array,
  changes: Readonly<Record<string, string | number>> = { executionRate: 0.5 },
) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(template.slice().buffer);
  const form = longgang2021;
  const row = workbook
    .getWorksheet(OFFICIAL_SHEET)
    ?.getRow(firstOfficialRow({ form, attachment: form.attachment }));
  for (const [index, { field }] of leaves(form.columns).entries()) {
    const typed = changes[field] ?? GOOD_ROW[field];
    if (typeof typed === 'string' || typeof typed === 'number') {
      Object.assign(row?.getCell(index + 1) ?? {}, { value: typed });
    }
  }
  const buffer = Buffer.from(await workbook.xlsx.writeBuffer());
  return { name: '自评表.xlsx', mimeType: '', buffer };
}

/** The table of 2021 with a picture that does not compress: a file of so many bytes. */
export function largeFile(bytes: number) {
  const parts = unzipSync(readFileSync(SAMPLE_2021));
  const withPicture = (size: number): Uint8Array =>
    zipSync({ ...parts, 'xl/media/image1.png': new Uint8Array(randomBytes(size)) }, { level: 0 });
  const others = withPicture(1).length - 1;
  const buffer = Buffer.from(withPicture(bytes - others));
  return { name: '带图片的自评表.xlsx', mimeType: '', buffer };
}

/** Sends the table of 2021 through the API, without a page. */
export async function sendAs(account: string, origin: string): Promise<void> {
  const asked = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password: PASSWORD }),
  });
  const { token } = (await asked.json()) as { token: string };
  const sent = await fetch(
    `${origin}/api/periods/2021/units/LG-FGJ/uploads?confirmed=true&fileName=${encodeURIComponent('又一版.xlsx')}`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
      body: readFileSync(SAMPLE_2021),
    },
  );
  expect(sent.status).toBe(201);
}

import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fontPrinter } from '../../functions/render/printer.ts';
import { workbooks } from '../../functions/workbooks.ts';
import { carriedTable } from '../../portal/site/carried-table.ts';
import { sourcePlaces } from '../../templates/fonts/load-fonts.ts';
import { FORMS } from '../../templates/forms.ts';
import { sheetsOf } from '../../test/read-sheets.ts';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import { printedTable } from '../records/printed-table.ts';
import { toRecords } from '../records/to-records.ts';
import { findTable } from '../rows/find-table.ts';
import { sha256 } from '../sha256.ts';
import { siteAsset } from '../site.ts';
import { maskedRecords } from './mask-records.ts';
import { publicFiles } from './public-files.ts';
import { readTable } from './table-schema.ts';

const asset = siteAsset('site', 'css', new TextEncoder().encode('body{margin:0}'));
const ports = {
  printer: fontPrinter(sourcePlaces()),
  workbooks,
  site: { name: '公开', address: null, footer: [] },
  assets: { style: asset, search: asset, verify: asset, icon: asset },
};

const OWN = { period: '2021', submitter: 'LG-FGJ' };

describe.each([
  ['2020', sample2020()],
  ['2021', sample2021()],
])('the public files of %s', (_, { recordSet, form }) => {
  const made = publicFiles(OWN, maskedRecords(recordSet, [], form), form, ports);

  test('are the same bytes again', async () => {
    const again = await publicFiles(OWN, maskedRecords(recordSet, [], form), form, ports);
    expect(again.map(({ file }) => file)).toEqual((await made).map(({ file }) => file));
  });

  test('lie apart from those of another submission, were they the same', async () => {
    const other = { ...OWN, submitter: 'LG-JJFZ' };
    const others = await publicFiles(other, maskedRecords(recordSet, [], form), form, ports);
    const keys = new Set((await made).map(({ file }) => file.key));
    expect(others.filter(({ file }) => keys.has(file.key))).toEqual([]);
  });

  test('the package holds them all, and their sums', async () => {
    const files = await made;
    const zip = files.find(({ file }) => file.kind === 'zip')?.content ?? new Uint8Array();
    const { SHA256SUMS: sums, ...entries } = unzipSync(zip);
    const lines = Object.entries(entries).map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
    expect(new TextDecoder().decode(sums)).toBe(lines.join(''));
    for (const { file } of files.filter(({ file: { kind } }) => kind !== 'zip')) {
      expect(lines).toContain(`${file.sha256}  table.${file.kind}\n`);
    }
    expect(Object.keys(entries)).toContain('table.html');
  });

  test('the PDF carries what the JSON file says, for the page that verifies copies', async () => {
    const files = await made;
    const [pdf, json] = (['pdf', 'json'] as const).map(
      (kind) => files.find(({ file }) => file.kind === kind)?.content ?? new Uint8Array(),
    );
    expect(carriedTable(pdf ?? new Uint8Array())).toEqual(readTable(json ?? new Uint8Array()));
    expect(carriedTable(json ?? new Uint8Array())).toBeNull();
  });

  test('the workbook reads back as the same table', async () => {
    const xlsx = (await made).find(({ file }) => file.kind === 'xlsx')?.content;
    const found = findTable(await sheetsOf(xlsx ?? new Uint8Array()), FORMS);
    if (!found.found) throw new Error('no table found');
    const read = { ...recordSet, records: toRecords(found.table, null) };
    expect(printedTable(read, form)).toEqual(printedTable(recordSet, form));
  });
});

import fc from 'fast-check';
import { decodePDFRawStream, PDFDocument, PDFName, type PDFRawStream } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { layOutReport } from '../../shared/layout/lay-out-report.ts';
import { paintReport } from '../../shared/paint/paint-report.ts';
import { printedTable } from '../../shared/records/printed-table.ts';
import type { RecordSet } from '../../shared/records/record.ts';
import { loadFonts } from '../../templates/fonts/load-fonts.ts';
import type { FormDefinition } from '../../templates/form.ts';
import { randomRecord } from '../../test/random-records.ts';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import { NoReportError } from './read-report.ts';
import { verifyReport } from './verify-report.ts';

const fonts = loadFonts();

const paint = (set: RecordSet, form: FormDefinition, draft = false): Promise<Uint8Array> =>
  paintReport(layOutReport(set, form, fonts.metrics, { draft }), fonts);

describe.each([
  ['2020', sample2020()],
  ['2021', sample2021()],
])('the report of the published table of %s', (_, { recordSet, form, published }) => {
  test('carries its rows, and they are what its pages show', async () => {
    const verified = await verifyReport(await paint(recordSet, form));
    expect(verified?.differences).toEqual([]);
    expect(verified?.data.records).toHaveLength(published.length);
    const { columns, rows } = printedTable(recordSet, form);
    expect(
      verified?.data.records.map((record) => columns.map(({ field }) => record[field])),
    ).toEqual(rows);
  });
});

test('any table can be taken out again', async () => {
  const { recordSet, form } = sample2021();
  await fc.assert(
    fc.asyncProperty(fc.array(randomRecord, { maxLength: 3 }), async (records) => {
      const verified = await verifyReport(await paint({ ...recordSet, records }, form));
      expect(verified?.differences).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

/** The report with every content stream rewritten. */
async function changed(bytes: Uint8Array, change: (content: string) => string) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const { node } of document.getPages()) {
    const content = node.lookup(PDFName.of('Contents')) as PDFRawStream;
    const text = Buffer.from(decodePDFRawStream(content).decode()).toString('latin1');
    const stream = document.context.stream(Buffer.from(change(text), 'latin1'));
    node.set(PDFName.of('Contents'), document.context.register(stream));
  }
  return document.save();
}

describe('a report that was changed', () => {
  const { recordSet, form } = sample2021();
  const records = recordSet.records.slice(0, 1);
  const small = { ...recordSet, records };

  test('in its figures is told, with the cell', async () => {
    const report = await paint(small, form);
    // The first glyph of the first cell of figures becomes another of the font.
    const bytes = await changed(report, (content) =>
      content.replace(/(\/TD<<\/MCID 54>>BDC\n.*?<)[\dA-F]{4}/, '$10001'),
    );
    const verified = await verifyReport(bytes);
    expect(verified?.differences).toHaveLength(1);
    expect(verified?.differences[0]).toContain('第 1 行');
  });

  test('by another program is not vouched for', async () => {
    const bytes = await changed(await paint(small, form), (content) =>
      content.replace('BT 0 g', 'BT 3 Tr 0 g'),
    );
    await expect(verifyReport(bytes)).rejects.toThrow(NoReportError);
  });
});

test('a draft carries no data', async () => {
  const { recordSet, form } = sample2021();
  expect(await verifyReport(await paint(recordSet, form, true))).toBeNull();
});

test.each([
  ['a text', new TextEncoder().encode('绩效')],
  ['nothing', new Uint8Array()],
])('%s is no report', async (_, bytes) => {
  await expect(verifyReport(bytes)).rejects.toThrow(NoReportError);
});

test("another program's PDF is no report", async () => {
  const document = await PDFDocument.create();
  document.addPage();
  await expect(verifyReport(await document.save())).rejects.toThrow(NoReportError);
});

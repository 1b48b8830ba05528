import fc from 'fast-check';
import { decodePDFRawStream, PDFDocument, PDFName, type PDFRawStream } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { checkCode } from '../../shared/check-code.ts';
import type { LayoutOptions } from '../../shared/layout/frame.ts';
import { layOutList } from '../../shared/layout/lay-out-list.ts';
import { layOutReport } from '../../shared/layout/lay-out-report.ts';
import { paintReport } from '../../shared/paint/paint-report.ts';
import { printedTable } from '../../shared/records/printed-table.ts';
import type { RecordSet } from '../../shared/records/record.ts';
import { stampOf } from '../../shared/stamp-of.ts';
import { loadFonts } from '../../templates/fonts/load-fonts.ts';
import type { FormDefinition } from '../../templates/form.ts';
import { randomRecord } from '../../test/random-records.ts';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import { NoReportError } from './read-report.ts';
import { verifyReport } from './verify-report.ts';

const fonts = loadFonts();

const LAYOUTS = { table: layOutReport, lists: layOutList } as const;
type Arrangement = keyof typeof LAYOUTS;

const paint = (
  set: RecordSet,
  form: FormDefinition,
  options: LayoutOptions = {},
  arrangement: Arrangement = 'table',
): Promise<Uint8Array> =>
  paintReport(LAYOUTS[arrangement](set, form, fonts.metrics, options), fonts);

describe.each([
  ['2020', 'table', sample2020()],
  ['2021', 'table', sample2021()],
  ['2020', 'lists', sample2020()],
  ['2021', 'lists', sample2021()],
] as const)('the report of the published table of %s as %s', (_, arrangement, sample) => {
  const { recordSet, form, published } = sample;
  const stamp = stampOf(recordSet, form, 3);

  test.each([
    ['public', {}],
    ['stamped', { stamp }],
  ])('carries its rows, and they are what the pages of its %s copy show', async (_, options) => {
    const verified = await verifyReport(await paint(recordSet, form, options, arrangement));
    expect(verified?.differences).toEqual([]);
    expect(verified?.data.records).toHaveLength(published.length);
    const { columns, rows } = printedTable(recordSet, form);
    expect(
      verified?.data.records.map((record) => columns.map(({ field }) => record[field])),
    ).toEqual(rows);
    expect(verified?.table).toEqual(printedTable(recordSet, form));
    expect(verified && checkCode(verified.table, 3)).toBe(stamp.code);
  });
});

test.each(['table', 'lists'] as const)('any records can be taken out again of %s', async (as) => {
  const { recordSet, form } = sample2021();
  await fc.assert(
    fc.asyncProperty(fc.array(randomRecord, { maxLength: 3 }), async (records) => {
      const set = { ...recordSet, records };
      const verified = await verifyReport(await paint(set, form, {}, as));
      expect(verified?.differences).toEqual([]);
      expect(verified?.table.rows).toEqual(printedTable(set, form).rows);
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

  // The first glyph of an element becomes another of its font.
  test.each([
    ['a heading', 'H2'],
    ['a title', 'TH'],
    ['a text', 'TD'],
  ])('in %s of its lists is told', async (_, type) => {
    const first = new RegExp(`(/${type}<</MCID \\d+>>BDC\\n.*?<)[\\dA-F]{4}`);
    let isChanged = false;
    const bytes = await changed(await paint(small, form, {}, 'lists'), (content) => {
      const before = isChanged ? content : content.replace(first, '$10001');
      isChanged ||= before !== content;
      return before;
    });
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
  expect(await verifyReport(await paint(recordSet, form, { draft: true }))).toBeNull();
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

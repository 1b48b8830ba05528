import { readFileSync } from 'node:fs';
import { PDFDict, PDFDocument, PDFName, type PDFObject } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { loadFonts } from '../../templates/fonts/load-fonts.ts';
import { type FoundText, readPdf } from '../../test/read-pdf.ts';
import { type Sample, sample2020, sample2021 } from '../../test/sample-records.ts';
import { layOutReport } from '../layout/lay-out-report.ts';
import type { ReportPages } from '../layout/pages.ts';
import { PRODUCER, paintReport } from './paint-report.ts';

const files = loadFonts();

const layOut = ({ recordSet, form }: Sample): ReportPages =>
  layOutReport(recordSet, form, files.metrics);

const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

/** The texts of a record's cells as a PDF reader finds them: by their place on the page alone. */
function cellsFound(
  report: ReportPages,
  texts: readonly FoundText[],
  record: number,
): Readonly<Record<string, string>> {
  const parts = report.pages.flatMap((page) =>
    page.rows.filter((row) => row.record === record).map((row) => ({ page: page.number, ...row })),
  );
  const marks = report.pages.flatMap(({ number, furniture }) =>
    furniture.map((line) => `${number} ${line.x} ${line.y}`),
  );
  const found = report.columns.map(({ field, left, right }) => {
    const inside = parts.flatMap(({ page, top, bottom }) =>
      texts.filter(
        (text) =>
          text.page === page &&
          text.x >= left &&
          text.x < right &&
          text.y > top &&
          text.y <= bottom &&
          !marks.includes(`${page} ${round(text.x)} ${round(text.y)}`),
      ),
    );
    return [field, withoutSpace(inside.map(({ text }) => text).join(''))];
  });
  return Object.fromEntries(found);
}

const round = (points: number): number => Math.round(points * 100) / 100;

/** The font descriptors of a PDF. */
async function descriptors(bytes: Uint8Array): Promise<readonly PDFDict[]> {
  const document = await PDFDocument.load(bytes);
  const objects: readonly PDFObject[] = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object);
  return objects.filter(
    (object): object is PDFDict =>
      object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor'),
  );
}

/** The 2021 table with another text in one cell. */
function withText(text: string): Sample {
  const sample = sample2021();
  const [first] = sample.recordSet.records;
  if (first === undefined) throw new Error('the sample has no rows');
  const record = { ...first, texts: { ...first.texts, projectName: text } };
  return { ...sample, recordSet: { ...sample.recordSet, records: [record] } };
}

describe('paintReport', () => {
  describe.each([
    ['2020', sample2020()],
    ['2021', sample2021()],
  ])('the published table of %s', (_, sample) => {
    const report = layOut(sample);

    test('can be read back cell by cell', async () => {
      const { texts, pages } = await readPdf(await paintReport(report, files));
      expect(pages).toBe(report.pages.length);
      for (const [record, published] of sample.published.entries()) {
        const found = cellsFound(report, texts, record);
        const expected = Object.fromEntries(
          report.columns.map(({ field }) => [field, withoutSpace(published[field] ?? '')]),
        );
        expect(found).toEqual(expected);
      }
    });

    test('gives the same bytes again', async () => {
      const once = await paintReport(report, files);
      const again = await paintReport(layOut(sample), files);
      expect(Buffer.compare(once, again)).toBe(0);
    });

    test('embeds subsets of its fonts', async () => {
      const bytes = await paintReport(report, files);
      const embedded = await descriptors(bytes);
      // The table of 2020 has no attachment mark, which is in a font of its own.
      expect(embedded).toHaveLength(sample.recordSet.attachment === null ? 3 : 4);
      for (const descriptor of embedded) {
        expect(String(descriptor.get(PDFName.of('FontName')))).toMatch(
          /^\/[A-Z]{6}\+NotoS(?:erif|ans)SC-/,
        );
        expect(descriptor.has(PDFName.of('FontFile2'))).toBe(true);
      }
      expect(bytes.byteLength).toBeLessThan(300 * 1024);
    });
  });

  test('says its title, language and toolchain', async () => {
    const bytes = await paintReport(layOut(sample2021()), files);
    const { title, language } = await readPdf(bytes);
    expect(title).toBe('2021年度深圳市龙岗区发展和改革局部门预算项目绩效自评表');
    expect(language).toBe('zh-CN');
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(document.getProducer()).toBe(PRODUCER);
    expect(document.getCreationDate()).toBeUndefined();
  });

  test('says what it conforms to, in metadata that needs no unpacking', async () => {
    const text = Buffer.from(await paintReport(layOut(sample2021()), files)).toString('utf8');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toContain('<rdf:li>深圳市龙岗区发展和改革局</rdf:li>');
  });

  test('names the versions that the project is pinned to', () => {
    const file = new URL('../../package.json', import.meta.url);
    const { version, dependencies } = JSON.parse(readFileSync(file, 'utf8'));
    const made = `pdf-lib ${dependencies['pdf-lib']}, harfbuzzjs ${dependencies.harfbuzzjs}`;
    expect(PRODUCER).toBe(`Jixiao ${version} (${made})`);
  });

  test.each([
    ['names of people and places', '㙍𠅤𫖯䶮村', 4],
    ['characters outside the core, in the full font', '龍崗𤨁村', 5],
    ['characters that share a glyph', '年\uf98e⼒力', 5],
  ])('prints %s as they were typed', async (_, name, fonts) => {
    const report = layOut(withText(name));
    const bytes = await paintReport(report, files);
    const { texts } = await readPdf(bytes);
    expect(cellsFound(report, texts, 0)['projectName']).toBe(name);
    expect(await descriptors(bytes)).toHaveLength(fonts);
  });

  test('throws for a character that no font has', async () => {
    await expect(paintReport(layOut(withText('𪚥')), files)).rejects.toThrow('U+2A6A5');
  });

  test('another record gives another id', async () => {
    const idOf = async (text: string): Promise<string> => {
      const document = await PDFDocument.load(await paintReport(layOut(withText(text)), files));
      return String(document.context.trailerInfo.ID);
    };
    expect(await idOf('规划')).toBe(await idOf('规划'));
    expect(await idOf('规划')).not.toBe(await idOf('规画'));
  });
});

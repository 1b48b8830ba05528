import type { FontFiles } from '../../templates/fonts/load-fonts.ts';
import type { ListPages } from '../layout/list-pages.ts';
import type { ReportPages } from '../layout/pages.ts';
import { attachedData } from './attached-data.ts';
import { contentStream, type PaintContext } from './content-stream.ts';
import { cutFonts } from './cut-fonts.ts';
import { listStructure } from './list-structure.ts';
import { writeInfo, writeMetadata, writeOutputIntent } from './metadata.ts';
import { openFonts } from './open-fonts.ts';
import { writeOutline } from './outline.ts';
import { type PdfFile, pdfFile, type Reference } from './pdf-file.ts';
import { openPen } from './pen.ts';
import { embedReportFonts, usedCodePoints } from './report-fonts.ts';
import type { ReportStructure } from './structure.ts';
import { tableStructure } from './table-structure.ts';
import { StructureWriter } from './write-structure.ts';

/** The toolchain that equal bytes are promised for. */
export const PRODUCER = 'Jixiao 0.1.0 (pdf-lib 1.17.1, harfbuzzjs 1.6.4)';

/**
 * Paints laid-out pages as a PDF/A-3a and PDF/UA-1: tagged, with its fonts embedded. The same pages give the same bytes:
 * there is no date in the file, and its id is made from its content.
 * Throws for a character that no font has, which intake has refused, and when a text of the report
 * was not painted whole.
 */
export async function paintReport(
  report: ReportPages | ListPages,
  files: FontFiles,
): Promise<Uint8Array> {
  const cut = cutFonts(await openFonts(files), files.stack, usedCodePoints(report));
  const file = pdfFile();
  const writer = new StructureWriter(file);
  const structure = reportStructure(report, writer);
  const fonts = embedReportFonts(file, cut);
  // Long to pack: other threads do it while the pages are painted.
  const data = attachedData(file, report);
  const context: PaintContext = {
    pageHeight: report.height,
    digitPitch: report.digitPitch,
    choose: fonts.choose,
    structure,
    writer,
    pen: openPen(),
  };
  const { tree, pages } = await writePages(file, report, fonts.resources, context);
  structure.end();
  const root = writer.end();
  const outline = writeOutline(file, report.bookmarks, pages, report.height);
  const { title, submitter: author } = report.table;
  const about = { title, author, producer: PRODUCER };
  const catalog = file.add(
    `<</Type/Catalog/Pages ${tree}/Lang(zh-CN)/MarkInfo<</Marked true>>/StructTreeRoot ${root}` +
      data +
      '/ViewerPreferences<</DisplayDocTitle true>>' +
      `/Metadata ${writeMetadata(file, about)}/OutputIntents[${writeOutputIntent(file)}]` +
      `${outline === null ? '' : `/Outlines ${outline}`}>>`,
  );
  return file.toBytes(catalog, writeInfo(file, about));
}

/** The logical structure of a report in its arrangement. */
const reportStructure = (
  report: ReportPages | ListPages,
  writer: StructureWriter,
): ReportStructure =>
  report.kind === 'table' ? tableStructure(report, writer) : listStructure(report, writer);

/** Writes page by page: few pages wait to be packed at any time, however many there are. */
async function writePages(
  file: PdfFile,
  { width, height, pages: placed }: ReportPages | ListPages,
  fonts: Readonly<Record<string, Reference>>,
  context: PaintContext,
): Promise<{ readonly tree: Reference; readonly pages: readonly Reference[] }> {
  const tree = file.reserve();
  const named = Object.entries(fonts).map(([name, font]) => `/${name} ${font}`);
  const resources = file.add(`<</Font<<${named.join('')}>>>>`);
  const pages: Reference[] = [];
  for (const [index, page] of placed.entries()) {
    const self = file.reserve();
    context.writer.turnTo(self);
    const contents = file.addStream(contentStream(page, context));
    context.writer.endPage();
    file.set(
      self,
      `<</Type/Page/Parent ${tree}/MediaBox[0 0 ${width} ${height}]/Resources ${resources}` +
        `/Contents ${contents}/StructParents ${index}/Tabs/S>>`,
    );
    pages.push(self);
    await file.room();
  }
  file.set(tree, `<</Type/Pages/Kids[${pages.join(' ')}]/Count ${pages.length}>>`);
  return { tree, pages };
}

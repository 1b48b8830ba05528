import { createHash } from 'node:crypto';
import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import type { FontFiles } from '../../templates/fonts/load-fonts.ts';
import type { ReportPages } from '../layout/pages.ts';
import { contentStream, type PaintContext } from './content-stream.ts';
import { cutFonts, type UsedCodePoints } from './cut-fonts.ts';
import { openFonts } from './open-fonts.ts';
import { embedReportFonts, usedCodePoints } from './report-fonts.ts';
import { addStream } from './streams.ts';

/** The toolchain that equal bytes are promised for. */
export const PRODUCER = 'Jixiao 0.1.0 (pdf-lib 1.17.1, harfbuzzjs 1.6.4)';

/**
 * Paints laid-out pages as a PDF with its fonts embedded. The same pages give the same bytes: there
 * is no date in the file, and its id is made from its content.
 * Throws for a character that no font has; intake has refused those.
 */
export async function paintReport(report: ReportPages, files: FontFiles): Promise<Uint8Array> {
  const used = usedCodePoints(report.pages);
  const cut = cutFonts(await openFonts(files), used);
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(report.title, { showInWindowTitleBar: true });
  document.setLanguage('zh-CN');
  document.setProducer(PRODUCER);
  const { context } = document;
  const fonts = embedReportFonts(context, cut);
  const resources = context.obj({ Font: fonts.resources });
  const paint: PaintContext = {
    pageHeight: report.height,
    digitPitch: report.digitPitch,
    choose: fonts.choose,
  };
  const contents = report.pages.map((page) => contentStream(page, paint));
  for (const content of contents) {
    const { node } = document.addPage([report.width, report.height]);
    node.set(PDFName.of('Resources'), resources);
    node.set(PDFName.of('Contents'), addStream(context, Buffer.from(content, 'latin1')));
  }
  const id = PDFHexString.of(contentId(report.title, used, contents));
  context.trailerInfo.ID = context.obj([id, id]);
  return document.save({ objectsPerTick: Number.POSITIVE_INFINITY });
}

/** 16 bytes in hexadecimal that stand for what the document says and shows. */
function contentId(title: string, used: UsedCodePoints, contents: readonly string[]): string {
  const hash = createHash('sha256').update(title);
  // Content streams number their characters; the characters themselves belong to the content.
  for (const points of [used.regular, used.bold]) hash.update(`\n${[...points].join(' ')}`);
  for (const content of contents) hash.update(`\n${content}`);
  return hash.digest('hex').slice(0, 32);
}

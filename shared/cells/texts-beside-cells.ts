import type { WorkbookPacker } from './workbook-packer.ts';
import type { ZipPackage } from './zip/zip-package.ts';

/*
 * What a reader of the workbook sees beside its cells: headers and footers, comments, text boxes, the
 * document's properties. None of it is the table's; it is looked at for a classification mark only, so
 * only short lines that may be one are kept.
 */

/** Comments and drawings of Excel and WPS, properties, and what .ods keeps beside its content. */
const PARTS =
  /^(?:xl\/(?:comments|threadedcomments|drawings)[^_]*\.xml|docprops\/[^/]+\.xml|meta\.xml|styles\.xml)$/i;

/** Parts looked at, and bytes of each: a mark stands near the beginning of a small one. */
const MOST_PARTS = 100;
const MOST_BYTES = 256 * 1024;

/** Keeps what may be a mark in the parts of a package that hold no cells; a part that is broken is passed over. */
export function keepTextsBesideCells(file: ZipPackage, packer: WorkbookPacker): void {
  const names = file.names().filter((name) => PARTS.test(name));
  for (const name of names.slice(0, MOST_PARTS)) {
    const part = file.intactPart(name);
    if (part === undefined) continue;
    const xml = new TextDecoder().decode(part.subarray(0, MOST_BYTES));
    for (const line of linesOf(xml)) packer.keepBesideCells(line);
  }
}

/** The runs of a paragraph belong together; whatever else ends, ends a line. */
const linesOf = (xml: string): readonly string[] =>
  xml
    .replace(/<\/(?:\w+:)?(?:t|r|rPr|span)>|[\r\n]/g, '')
    .replace(/<\/[^<>]*>/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .split('\n');

/** The sections of a header or footer, without the codes for their fonts, sizes and fields. */
export const headerLines = (typed: string): readonly string[] =>
  typed.replace(/&"[^"]*"|&K[0-9A-Fa-f]{6}|&\d{1,3}|&[BIUESXYPNDTZFAG]/g, '').split(/&[LCR]|\n/);

import { damaged, Refused } from '../refused.ts';
import type { WorkbookPacker } from '../workbook-packer.ts';
import type { ZipPackage } from '../zip/zip-package.ts';
import { type Relationship, relationshipsOf } from './relationships.ts';
import { SharedStrings } from './shared-strings.ts';
import { readCellFormats } from './styles-part.ts';
import { type ListedSheet, readWorkbookPart } from './workbook-part.ts';
import { readWorksheet, type WorkbookParts } from './worksheet-part.ts';

/** Name of the part that is the workbook: as the package says, else where it usually stands. */
export function workbookPartOf(file: ZipPackage, packer: WorkbookPacker): string {
  const named = relationshipsOf(file, '', packer.limits).find(
    ({ type, target }) => type === 'officeDocument' && file.has(target),
  );
  return named?.target ?? 'xl/workbook.xml';
}

/**
 * Reads a workbook of Office Open XML, transitional or strict, whatever prefixes and part names its
 * producer chose: values only. Formulas, drawings, comments, links and macros are never looked at.
 */
export function readXlsx(file: ZipPackage, workbookName: string, packer: WorkbookPacker): void {
  const { limits } = packer;
  const relationships = relationshipsOf(file, workbookName, limits);
  const partOf = (type: string, usual: string): Uint8Array | undefined =>
    file.part(targetOf(relationships, type) ?? usual);
  const workbookPart = file.part(workbookName);
  if (workbookPart === undefined) throw damaged('broken');
  const { sheets, date1904 } = readWorkbookPart(workbookPart, relationships, limits);
  packer.date1904 = date1904;
  const parts: WorkbookParts = {
    packer,
    strings: new SharedStrings(partOf('sharedStrings', 'xl/sharedStrings.xml'), packer),
    formats: readCellFormats(partOf('styles', 'xl/styles.xml'), limits),
  };
  for (const listed of sheets) readSheet(file, listed, parts);
}

const targetOf = (relationships: readonly Relationship[], type: string): string | undefined =>
  relationships.find((relationship) => relationship.type === type)?.target;

function readSheet(file: ZipPackage, { name, hidden, part }: ListedSheet, parts: WorkbookParts) {
  const bytes = file.part(part);
  if (bytes === undefined) throw damaged('broken');
  const sheet = parts.packer.startSheet(name, hidden);
  try {
    readWorksheet(bytes, sheet, parts);
  } catch (error) {
    if (!hidden || !isBeyondSheet(error)) throw error;
    // Nobody means a hidden sheet to be read as the table: its first part does.
  }
  parts.packer.endSheet(sheet);
}

/** Too many rows or columns: what a list of choices on a hidden sheet may well have. */
const isBeyondSheet = (error: unknown): boolean =>
  error instanceof Refused &&
  error.refusal.kind === 'too-heavy' &&
  (error.refusal.why === 'rows' || error.refusal.why === 'columns');

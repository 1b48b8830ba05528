import { joined } from './byte-pieces.ts';
import { fileName } from './file-name.ts';
import type { OutputFile } from './ports.ts';
import type { RevisionKey } from './upload.ts';

/*
 * Where outputs lie in the outputs bucket, and what they are saved as. Whatever belongs to an upload
 * lies under its own revision, so a retry replaces only what it wrote itself.
 */

/** A folder of the outputs bucket, without a slash at its end. */
export type OutputFolder = string;

/** For what belongs to a revision; its number is padded so that names sort. */
export const revisionFolder = ({ period, submitter, revision }: RevisionKey): OutputFolder =>
  `submissions/${period}/${submitter}/${String(revision).padStart(4, '0')}`;

/** For an upload whose key names no submission. */
export const unfiledFolder = (uploadId: string): OutputFolder => `unfiled/${uploadId}`;

/**
 * Where it is said that an upload failed. An attempt that was given up may still be at work, and write
 * what it makes of the file into the folder itself.
 */
export const failureFolder = (folder: OutputFolder): OutputFolder => `${folder}/failed`;

/**
 * For an attempt that judged from something else than the first one did, since the rules, the register
 * or the bucket changed in between: neither writes over the other, whichever decides.
 */
export const otherBasisFolder = (folder: OutputFolder, basis: string): OutputFolder =>
  `${folder}/${basis.slice(0, 16)}`;

/** The findings as JSON: a `FindingsReport`. */
export const findingsKey = (folder: OutputFolder): string => `${folder}/findings.json`;

/** The unit's own table with its findings marked; only where a table was found. */
export const feedbackKey = (folder: OutputFolder): string => `${folder}/feedback.xlsx`;

/** The unit's own table with its certain mistakes mended; only where there are any. */
export const correctedKey = (folder: OutputFolder): string => `${folder}/corrected.xlsx`;

/** The records as JSON: a `RecordSet`. */
export const recordsKey = (folder: OutputFolder): string => `${folder}/records.json`;

/** The report in the official format; written by a later stage than the rest. */
export const reportKey = (folder: OutputFolder): string => `${folder}/report.pdf`;

/** The stamped copy of the report: the same, tied to its record by a check code; never published. */
export const stampedKey = (folder: OutputFolder): string => `${folder}/stamped.pdf`;

/** What a summary is written as. */
export type SummaryKind = 'xlsx' | 'csv' | 'json';

/** Folder of everything that is a period's summary. */
export const summaryFolder = (period: string): string => `summaries/${period}/`;

/** The summary of one generation; its number is padded so that names sort. */
export const summaryKey = (
  period: string,
  generation: number,
  kind: SummaryKind = 'xlsx',
): string => `${summaryFolder(period)}${String(generation).padStart(8, '0')}.${kind}`;

/** The newest summary of a period, under a name that does not change. */
export const newestSummaryKey = (period: string, kind: SummaryKind = 'xlsx'): string =>
  `${summaryFolder(period)}summary.${kind}`;

/** What summary.json holds, as a JSON Schema document beside it. */
export const schemaKey = (period: string): string => `${summaryFolder(period)}summary.schema.json`;

/** Folder of the files that hold the rows of a large period, submitter by submitter. */
export const detailsFolder = (period: string): string => `${summaryFolder(period)}details/`;

/** What the keys of the files with the rows of one revision begin with. */
export const detailsPrefix = ({ period, submitter, revision }: RevisionKey): string =>
  `${detailsFolder(period)}${submitter}/${String(revision).padStart(4, '0')}-`;

/**
 * The rows of one revision in a large period. Written once: a revision never changes, and `make` names
 * what the file is made like.
 */
export const detailsKey = (key: RevisionKey, make: string, kind: SummaryKind = 'xlsx'): string =>
  `${detailsPrefix(key)}${make}.${kind}`;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/*
 * Of the next ones `downloadName` comes without its extension, and may be shortened; `mark` is added to it
 * whole, so that files made of one upload are told apart.
 */

/** A JSON file in UTF-8. */
export const jsonFile = (downloadName: string, mark = ''): OutputFile => ({
  contentType: 'application/json; charset=utf-8',
  downloadName: fileName(downloadName, `${mark}.json`),
});

/** An .xlsx workbook. */
export const workbookFile = (downloadName: string, mark = ''): OutputFile => ({
  contentType: XLSX,
  downloadName: fileName(downloadName, `${mark}.xlsx`),
});

/** A CSV file in UTF-8. */
export const csvFile = (downloadName: string): OutputFile => ({
  contentType: 'text/csv; charset=utf-8',
  downloadName: fileName(downloadName, '.csv'),
});

/** A PDF. */
export const pdfFile = (downloadName: string, mark = ''): OutputFile => ({
  contentType: 'application/pdf',
  downloadName: fileName(downloadName, `${mark}.pdf`),
});

/**
 * Bytes of an object as JSON, indented so that people can read it too. Its lists are written element by
 * element: as one string, the findings of a large table would take several times the memory, or be too
 * long for a string.
 */
export function jsonBytes(value: object): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const write = (text: string): void => void pieces.push(encoder.encode(text));
  const properties = Object.entries(value).filter(([, content]) => content !== undefined);
  for (const [index, [name, content]] of properties.entries()) {
    write(`${index === 0 ? '{' : ','}\n  ${JSON.stringify(name)}: `);
    if (Array.isArray(content) && content.length > 0) writeList(content, write);
    else write(indented(content, '  '));
  }
  write(properties.length === 0 ? '{}\n' : '\n}\n');
  return joined(pieces);
}

/** Elements written at once. */
const AT_ONCE = 500;

function writeList(list: readonly unknown[], write: (text: string) => void): void {
  for (let from = 0; from < list.length; from += AT_ONCE) {
    const texts = list
      .slice(from, from + AT_ONCE)
      .map((element) => `\n    ${indented(element ?? null, '    ')}`);
    write(`${from === 0 ? '[' : ','}${texts.join(',')}`);
  }
  write('\n  ]');
}

/** As JSON inside something that is indented itself. No text holds a line break: JSON escapes them. */
const indented = (value: unknown, indent: string): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);

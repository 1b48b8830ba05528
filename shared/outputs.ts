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

/** The summary of one generation; its number is padded so that names sort. */
export const summaryKey = (period: string, generation: number): string =>
  `summaries/${period}/${String(generation).padStart(8, '0')}.xlsx`;

/** The newest summary of a period, under a name that does not change. */
export const newestSummaryKey = (period: string): string => `summaries/${period}/summary.xlsx`;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A JSON file in UTF-8; `downloadName` comes without its extension. */
export const jsonFile = (downloadName: string): OutputFile => ({
  contentType: 'application/json; charset=utf-8',
  downloadName: `${downloadName}.json`,
});

/** An .xlsx workbook; `downloadName` comes without its extension. */
export const workbookFile = (downloadName: string): OutputFile => ({
  contentType: XLSX,
  downloadName: `${downloadName}.xlsx`,
});

/** A PDF; `downloadName` comes without its extension. */
export const pdfFile = (downloadName: string): OutputFile => ({
  contentType: 'application/pdf',
  downloadName: `${downloadName}.pdf`,
});

/** Bytes of a value as JSON, indented so that people can read it too. */
export const jsonBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

import { fileName } from './file-name.ts';
import type { OutputFolder } from './outputs.ts';
import type { OutputFile } from './ports.ts';
import type { ScanFile, ScanType } from './scan.ts';
import type { RevisionKey } from './upload.ts';

/*
 * Where scans of the sealed paper lie in the outputs bucket, and what they are saved as.
 */

const MEDIA_TYPES: Readonly<Record<ScanType, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

const ENDINGS: Readonly<Record<ScanType, string>> = { pdf: '.pdf', jpeg: '.jpg', png: '.png' };

/** Where a scan lies, in the folder of its revision: with that, a purge takes it out. */
export const scanKey = (
  folder: OutputFolder,
  { sha256, type }: Pick<ScanFile, 'sha256' | 'type'>,
): string => `${folder}/scans/${sha256}${ENDINGS[type]}`;

/** How a scan is handed out. `title` is that of the table, without an ending. */
export const scanOutput = (type: ScanType, title: string): OutputFile => ({
  contentType: MEDIA_TYPES[type],
  downloadName: fileName(title, `（盖章扫描件）${ENDINGS[type]}`),
});

/**
 * Where scans are posted for a revision before anybody has looked at them. What nobody tells of is cleared
 * away after a day.
 */
export const incomingFolder = ({ period, submitter, revision }: RevisionKey): OutputFolder =>
  `incoming/${period}/${submitter}/${String(revision).padStart(4, '0')}`;

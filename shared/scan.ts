import { fileName } from './file-name.ts';
import type { OutputFolder } from './outputs.ts';
import type { OutputFile } from './ports.ts';
import type { RevisionKey } from './upload.ts';

/*
 * The sealed paper as a file (盖章扫描件): kept as it came and told by its first bytes. Nobody reads what
 * is on it but people.
 */

/** What a scan may be. */
export const SCAN_TYPES = ['pdf', 'jpeg', 'png'] as const;
export type ScanType = (typeof SCAN_TYPES)[number];

/** Bytes of the largest scan: a table of some pages, in colour. */
export const MAX_SCAN_BYTES = 20 * 1024 * 1024;

/** A scan as a file. */
export interface ScanFile {
  readonly type: ScanType;
  readonly bytes: number;
  /** Of its bytes, hex; names it among the scans of its revision. */
  readonly sha256: string;
}

/** What files of each type begin with. */
const BEGINNINGS: Readonly<Record<ScanType, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};

/** What a file is by its first bytes, whatever it is called; null for none of the types. */
export const scanTypeOf = (bytes: Uint8Array): ScanType | null =>
  SCAN_TYPES.find((type) => BEGINNINGS[type].every((byte, at) => bytes[at] === byte)) ?? null;

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

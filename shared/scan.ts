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

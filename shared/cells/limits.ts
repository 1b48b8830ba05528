/*
 * What a file may hold, in one place; docs/limits.md says it for operators. A real return is some 30
 * rows in 20 to 60 KB. The limits leave room for the largest table anybody could mean and stop what
 * only an attacker or an accident produces.
 */

/** Bounds of reading one file; sizes in bytes, texts in UTF-16 characters. */
export interface ReadLimits {
  readonly fileBytes: number;
  /** All parts of a package together, once inflated, opened or not. */
  readonly inflatedBytes: number;
  /** One part, which is held in memory whole. */
  readonly partBytes: number;
  /** Inflated against packed; looked at only beyond `ratioFromBytes`, as small files harm nobody. */
  readonly inflationRatio: number;
  readonly ratioFromBytes: number;
  readonly zipEntries: number;
  readonly sheets: number;
  /** Number of the last row that may hold something. */
  readonly sheetRows: number;
  /** Number of the last column that may hold something. */
  readonly sheetColumns: number;
  /** Filled cells of a workbook. */
  readonly cells: number;
  /** Fields of a text file, filled or not. */
  readonly fields: number;
  /** Filled cells of a workbook that the vendor reads (.xls, .et, .xlsb), at ten times the memory. */
  readonly vendorCells: number;
  /** The parts of an .xlsb once inflated, which the vendor holds several times over. */
  readonly vendorBytes: number;
  /** Numbers whose format only the vendor knows: it takes a microsecond or ten for each. */
  readonly oddFormats: number;
  /** Merged ranges of a sheet. */
  readonly merges: number;
  /** Cells that the merged ranges of a sheet cover, as far as the sheet is filled. */
  readonly mergedCells: number;
  readonly sharedStrings: number;
  /** Cell formats and number formats. */
  readonly styles: number;
  readonly cellCharacters: number;
  /** The texts of all cells, a shared one as often as it is shown. */
  readonly textCharacters: number;
}

/** Bytes of an upload. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/**
 * Projects accepted as one table. With every cell of 5,000 rows in error, judging and writing the
 * feedback takes 6 s and 0.8 GB, of 20,000 rows 100 s and 2.2 GB: more than a function has.
 */
export const MAX_TABLE_ROWS = 5_000;

/**
 * Characters of a table's projects, those of a merged cell in each of its rows. 5,000 projects as full
 * of text as the published ones have 6 million; each more is read by every rule and printed.
 */
export const MAX_TABLE_CHARACTERS = 8_000_000;

const MEBIBYTE = 1024 * 1024;

/** The bounds unless the caller has others. */
export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: MAX_FILE_BYTES,
  inflatedBytes: 128 * MEBIBYTE,
  partBytes: 80 * MEBIBYTE,
  // Spreadsheet XML reaches some 30, deflate at its most 1,032.
  inflationRatio: 200,
  ratioFromBytes: 16 * MEBIBYTE,
  zipEntries: 2_000,
  sheets: 200,
  // A table of 20,000 rows and its surroundings.
  sheetRows: 25_000,
  // Ten times the widest form.
  sheetColumns: 400,
  cells: 1_000_000,
  fields: 8_000_000,
  vendorCells: 300_000,
  vendorBytes: 16 * MEBIBYTE,
  oddFormats: 100_000,
  merges: 20_000,
  mergedCells: 2_000_000,
  sharedStrings: 500_000,
  // Excel itself holds 65,490 cell formats.
  styles: 66_000,
  // Excel holds 32,767 characters a cell.
  cellCharacters: 65_536,
  textCharacters: 32_000_000,
};

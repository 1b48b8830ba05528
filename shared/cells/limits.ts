/*
 * What a file may hold. A real return is some 30 rows in 20 to 60 KB; the limits leave room for a
 * fifty times that and stop what only an attacker or an accident produces.
 */

/** Bytes of an upload. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Bytes a package may have once inflated, all its parts together. */
export const MAX_INFLATED_BYTES = 96 * 1024 * 1024;

/** Inflated size against packed size; spreadsheet XML reaches some 30. */
export const MAX_INFLATION_RATIO = 200;

/** Entries of a zip package. */
export const MAX_ZIP_ENTRIES = 2_000;

/**
 * Rows read of a sheet; one more and the file is refused rather than read in part. With every cell of
 * 5,000 rows in error, the feedback takes 47 s and 2 GB to write: more than a function has.
 */
export const MAX_SHEET_ROWS = 2_000;

/** Columns read of a sheet: five times the widest form. Text further right is not looked at. */
export const MAX_SHEET_COLUMNS = 200;

/** Filled cells of a workbook. */
export const MAX_CELLS = 1_000_000;

/** Merged ranges of a sheet. */
export const MAX_MERGES = 20_000;

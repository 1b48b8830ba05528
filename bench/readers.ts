import type { ReadResult } from '../shared/cells/read-result.ts';

/** Reads a workbook as far as its values, and says how many rows it found; null when it refuses. */
export type ReadRows = (bytes: Uint8Array) => Promise<number | null>;

/*
 * What each reader is asked: the values of every cell of the first sheet. Modules of peers are named
 * at run time, since they are installed only where the bench runs.
 */

const peer = async <T>(module: string): Promise<T> => (await import(module)) as T;

interface Exceljs {
  readonly default: {
    readonly Workbook: new () => {
      readonly xlsx: { load(bytes: ArrayBufferLike): Promise<unknown> };
      readonly worksheets: readonly { eachRow(visit: (row: { values: unknown }) => void): void }[];
    };
  };
}

interface Hucre {
  readXlsx(bytes: Uint8Array): Promise<{ sheets: readonly { rows: readonly unknown[] }[] }>;
}

interface ReadExcelFile {
  readSheet(bytes: Buffer): Promise<readonly unknown[]>;
}

interface SheetJs {
  read(
    bytes: Uint8Array,
    options: { dense: boolean },
  ): { SheetNames: string[]; Sheets: Record<string, { '!data'?: readonly unknown[] }> };
}

const rowsOf = (read: ReadResult): number | null =>
  read.ok ? (read.sheets[0]?.rows.size ?? 0) : null;

/** Name of a reader → loads it; loading is measured apart. */
export const READERS: Readonly<Record<string, () => Promise<ReadRows>>> = {
  'jixiao: sheets': async () => {
    const { readWorkbook } = await import('../shared/cells/read-workbook.ts');
    return async (bytes) => rowsOf(await readWorkbook(bytes));
  },
  'jixiao: findings and records': async () => {
    const { readWorkbook } = await import('../shared/cells/read-workbook.ts');
    const { judged } = await import('./judged.ts');
    return async (bytes) => {
      const read = await readWorkbook(bytes);
      const { recordSet, findings } = judged(read, () => true);
      return read.ok && findings.length > 0 ? (recordSet?.records.length ?? 0) : null;
    };
  },
  exceljs: async () => {
    const { default: exceljs } = await peer<Exceljs>('exceljs');
    return async (bytes) => {
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.load(new Uint8Array(bytes).buffer);
      let rows = 0;
      workbook.worksheets[0]?.eachRow(({ values }) => {
        rows += Number(Array.isArray(values));
      });
      return rows;
    };
  },
  hucre: async () => {
    const { readXlsx } = await peer<Hucre>('hucre/xlsx');
    return async (bytes) => (await readXlsx(bytes)).sheets[0]?.rows.length ?? 0;
  },
  'read-excel-file': async () => {
    const { readSheet } = await peer<ReadExcelFile>('read-excel-file/node');
    return async (bytes) => (await readSheet(Buffer.from(bytes))).length;
  },
  '@e965/xlsx': async () => {
    const { read } = await peer<SheetJs>('@e965/xlsx');
    return async (bytes) => {
      const { SheetNames, Sheets } = read(bytes, { dense: true });
      return Sheets[SheetNames[0] ?? '']?.['!data']?.length ?? 0;
    };
  },
};

import type { Cell, Sheet } from '../shared/cells/cell.ts';
import { readWorkbook } from '../shared/cells/read-workbook.ts';
import { packageBytes, sheetData } from './hostile/package-bytes.ts';
import type { MadeEntry } from './hostile/zip-bytes.ts';

/** The sheets of a file that must be read. */
export async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const result = await readWorkbook(bytes);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.sheets;
}

/** What became of a file: why it was refused, or that it was read. */
export const refusalOf = async (bytes: Uint8Array) => {
  const result = await readWorkbook(bytes);
  return result.ok ? 'read' : result.refusal;
};

/** The cells of a sheet by address, without the address again. */
export const cellsIn = (sheet: Sheet | undefined): Readonly<Record<string, Omit<Cell, 'at'>>> =>
  Object.fromEntries(
    [...(sheet?.rows.values() ?? [])].flatMap((row) =>
      [...row.values()].map(({ at, ...cell }) => [at.cell, cell]),
    ),
  );

/** The cells of a file's first sheet. */
export const cellsOf = async (bytes: Uint8Array) => cellsIn((await sheetsOf(bytes))[0]);

/** A workbook whose only row holds these cells, with parts beside the sheet. */
export const inRow = (cells: string, parts: readonly MadeEntry[] = []): Uint8Array =>
  packageBytes({ sheet: sheetData(`<row r="1">${cells}</row>`), parts });

/** The part of shared texts. */
export const strings = (content: string): MadeEntry => ({
  name: 'xl/sharedStrings.xml',
  data: `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${content}</sst>`,
});

/** The part of number formats: each code is a style, then two date formats and a percentage. */
export const styles = (...codes: readonly string[]): MadeEntry => ({
  name: 'xl/styles.xml',
  data: `<styleSheet><numFmts>${codes
    .map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code}"/>`)
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${codes
    .map((_, index) => `<xf numFmtId="${170 + index}"/>`)
    .join('')}<xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="10"/></cellXfs></styleSheet>`,
});

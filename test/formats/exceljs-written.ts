import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type CellObject, utils, type WorkBook } from '@e965/xlsx';
import exceljs from 'exceljs';

/** A workbook by exceljs: every text in two runs of their own fonts, every figure a formula's result. */
export async function excelWritten(source: WorkBook): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('自评表');
  const { cells, merges } = contentOf(source);
  for (const { row, column, cell } of cells) {
    const place = sheet.getCell(row, column);
    if (cell.t === 'n') {
      place.value = { formula: `${cell.v}+0`, result: Number(cell.v) };
      place.numFmt = String(cell.z ?? 'General');
    } else {
      place.value = { richText: runsOf(String(cell.v)) };
    }
  }
  for (const merge of merges) sheet.mergeCells(merge);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The same by its streaming writer: no shared strings, sizes only after each entry of the package. */
export async function streamWritten(source: WorkBook): Promise<Uint8Array> {
  const stream = new PassThrough();
  const written = buffer(stream);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useSharedStrings: false,
    useStyles: true,
  });
  const sheet = workbook.addWorksheet('自评表');
  const { cells, merges } = contentOf(source);
  for (const { row, column, cell } of cells) {
    const place = sheet.getCell(row, column);
    place.value = cell.t === 'n' ? Number(cell.v) : String(cell.v);
    if (cell.t === 'n') place.numFmt = String(cell.z ?? 'General');
  }
  for (const merge of merges) sheet.mergeCells(merge);
  sheet.commit();
  await workbook.commit();
  return new Uint8Array(await written);
}

function runsOf(text: string): exceljs.RichText[] {
  const half = Math.ceil(text.length / 2);
  return [
    { text: text.slice(0, half), font: { name: '宋体', size: 10 } },
    ...(text.length > 1 ? [{ text: text.slice(half), font: { name: '仿宋', bold: true } }] : []),
  ];
}

interface Content {
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly cell: CellObject;
  }[];
  /** As `A1:B2`. */
  readonly merges: readonly string[];
}

/** The filled cells of the first sheet, row by row, and its merges. */
function contentOf(source: WorkBook): Content {
  const sheet = source.Sheets[source.SheetNames[0] ?? ''] ?? {};
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  const cells: { row: number; column: number; cell: CellObject }[] = [];
  for (let row = range.s.r; row <= range.e.r; row += 1) {
    for (let column = range.s.c; column <= range.e.c; column += 1) {
      const cell = sheet[utils.encode_cell({ r: row, c: column })] as CellObject | undefined;
      if (cell?.v !== undefined) cells.push({ row: row + 1, column: column + 1, cell });
    }
  }
  return { cells, merges: (sheet['!merges'] ?? []).map((merge) => utils.encode_range(merge)) };
}

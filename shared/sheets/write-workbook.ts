import type { CellValue, Workbook, Worksheet } from 'exceljs';
import { unzipSync, type Zippable, zipSync } from 'fflate/browser';
import { columnLetter } from '../cells/cell.ts';
import { addCharts, type Package } from './add-charts.ts';
import { styleOf } from './cell-styles.ts';
import { addDataBars, stretchDataBars } from './data-bars.ts';
import { isSheetName, MAX_CELL_TEXT, MAX_ROW_HEIGHT } from './excel-limits.ts';
import { freeHeights } from './free-heights.ts';
import { placeNotes } from './note-boxes.ts';
import { addNames, addValidations, keepPromptLines } from './validations.ts';
import type { CellContent, PrintSetup, SheetModel, WorkbookModel } from './workbook-model.ts';

/** Stands in the file's properties: same records and same writer, same bytes. */
export const WRITER = 'exceljs 4.4.0';

const PRODUCT = '绩效 Jixiao';

/** Every workbook says it was made then: its bytes depend on what it holds and on nothing else. */
const DATE = new Date(Date.UTC(2000, 0, 1));

/** Zip entries carry local time: the same time on the wall is another instant in each time zone. */
const entryTime = (): Date => new Date(2000, 0, 1);

const MILLIMETRES_PER_INCH = 25.4;

/** Excel's numbers for paper sizes. */
const PAPER: Readonly<Record<PrintSetup['paper'], number>> = { A3: 8, A4: 9 };

/**
 * The one exit of every workbook: the same model gives the same bytes, at any time and in any time
 * zone. Throws RangeError for a model beyond Excel's limits: those are met where models are made.
 */
export async function writeWorkbook(model: WorkbookModel): Promise<Uint8Array> {
  return zipped(await packageOf(model));
}

/** Every part of a workbook's package by its name, finished: what `writeWorkbook` packs. */
export async function packageOf(model: WorkbookModel): Promise<Package> {
  // Loaded when first needed: it takes some 200 ms, and many invocations write no workbook.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  describe(workbook, model);
  for (const sheet of model.sheets) addSheet(workbook, sheet);
  addNames(workbook, model.names ?? []);
  const packed = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return finished(addCharts(unzipSync(new Uint8Array(packed)), model.sheets), model);
}

function describe(workbook: Workbook, model: WorkbookModel): void {
  workbook.title = model.title;
  workbook.creator = PRODUCT;
  workbook.lastModifiedBy = PRODUCT;
  workbook.description = WRITER;
  workbook.created = DATE;
  workbook.modified = DATE;
}

/** What exceljs leaves to be done to an entry of the package; each looks at its own and no other. */
const FINISHES = [placeNotes, freeHeights, keepPromptLines, stretchDataBars];

/** Finishes the parts of the package and sorts them. */
function finished(parts: Package, model: WorkbookModel): Package {
  const sorted: Record<string, Uint8Array> = {};
  for (const name of Object.keys(parts).sort()) {
    let bytes = parts[name];
    if (bytes === undefined || name.endsWith('/')) continue;
    for (const finish of FINISHES) bytes = finish(name, bytes, model.sheets);
    sorted[name] = bytes;
  }
  return sorted;
}

/** The package with fixed times. */
function zipped(parts: Package): Uint8Array {
  const mtime = entryTime();
  const entries = Object.entries(parts).map(([name, bytes]) => [name, [bytes, { mtime }]]);
  return zipSync(Object.fromEntries(entries) as Zippable, { level: 6 });
}

function addSheet(workbook: Workbook, model: SheetModel): void {
  if (!isSheetName(model.name)) throw new RangeError(`no name for a sheet: "${model.name}"`);
  const sheet = workbook.addWorksheet(model.name);
  setView(sheet, model);
  setPrint(sheet, model);
  if (model.hidden === true) sheet.state = 'veryHidden';
  const unseen = new Set(model.hiddenColumns ?? []);
  sheet.columns = model.widths.map((width, index) => ({ width, hidden: unseen.has(index + 1) }));
  if (model.rows.some(({ folded }) => folded)) foldable(sheet);
  for (const [index, row] of model.rows.entries()) {
    const target = sheet.getRow(index + 1);
    if (row.height !== null) target.height = checkedHeight(row.height, model.name, index + 1);
    if (row.folded === true) Object.assign(target, { outlineLevel: 1, hidden: true });
    for (const [column, cell] of row.cells.entries()) {
      const place = target.getCell(column + 1);
      place.value = cellValue(
        cell.content,
        `${model.name}!${columnLetter(column + 1)}${index + 1}`,
      );
      place.style = styleOf(cell);
      if (cell.note !== undefined) place.note = cell.note;
    }
  }
  // Cells keep their own styles (borders), where a plain merge would copy the first one's.
  for (const { top, left, bottom, right } of model.merges) {
    sheet.mergeCellsWithoutStyle(top, left, bottom, right);
  }
  addValidations(sheet, model.validations ?? []);
  addDataBars(sheet, model.dataBars ?? []);
}

/** The sign that unfolds rows stands beside the row above them, which says what they are. */
function foldable(sheet: Worksheet): void {
  sheet.properties.outlineLevelRow = 1;
  sheet.properties.outlineProperties = { summaryBelow: false, summaryRight: false };
}

/** The height, unless no program would show it. */
export function checkedHeight(height: number, sheet: string, row: number): number {
  if (height > MAX_ROW_HEIGHT) throw new RangeError(`row ${row} of ${sheet} is ${height} pt tall`);
  return height;
}

function cellValue(content: CellContent, address: string): CellValue {
  switch (content.kind) {
    case 'blank':
      return null;
    case 'text':
      return storedText(content.text, address);
    case 'number':
      return content.number;
    case 'formula':
      return { formula: content.formula, result: content.result };
  }
}

/**
 * The text as a workbook stores it: `_x000D_` would be read back as a control character unless its
 * first underscore is written as one itself, and two code points are no characters of XML.
 */
export function storedText(text: string, address: string): string {
  if (text.length > MAX_CELL_TEXT) {
    throw new RangeError(`${address} holds ${text.length} characters`);
  }
  return text.replace(/[\uFFFE\uFFFF]/g, '').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function setView(sheet: Worksheet, { frozen, zoom, filter }: SheetModel): void {
  const isFrozen = frozen.rows > 0 || frozen.columns > 0;
  sheet.views = [
    {
      showGridLines: false,
      zoomScale: zoom,
      ...(isFrozen ? { state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows } : {}),
    },
  ];
  if (filter !== null) {
    sheet.autoFilter = {
      from: { row: filter.top, column: filter.left },
      to: { row: filter.bottom, column: filter.right },
    };
  }
}

function setPrint(sheet: Worksheet, { print, rows }: SheetModel): void {
  const { top, right, bottom, left } = print.margin;
  sheet.pageSetup = {
    paperSize: PAPER[print.paper],
    orientation: print.orientation,
    fitToPage: true,
    fitToWidth: print.pagesWide,
    fitToHeight: print.onePage === true ? 1 : 0,
    horizontalCentered: true,
    ...(print.monochrome === true ? { blackAndWhite: true } : {}),
    margins: {
      top: top / MILLIMETRES_PER_INCH,
      right: right / MILLIMETRES_PER_INCH,
      bottom: bottom / MILLIMETRES_PER_INCH,
      left: left / MILLIMETRES_PER_INCH,
      header: 0.3,
      footer: 0.3,
    },
    ...(print.titleRows === null
      ? {}
      : { printTitlesRow: `${print.titleRows.from}:${print.titleRows.to}` }),
    ...(print.titleColumns === 0
      ? {}
      : { printTitlesColumn: `A:${columnLetter(print.titleColumns)}` }),
    ...(print.columns === null
      ? {}
      : // exceljs makes the columns of a print area absolute, but not its rows.
        { printArea: `A$1:${columnLetter(print.columns)}$${print.rows ?? rows.length}` }),
  };
  sheet.headerFooter = { oddFooter: '&C第 &P 页，共 &N 页' };
}

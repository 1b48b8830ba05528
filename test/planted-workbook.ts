import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';

/** A workbook in which every cell of a kind bears a text that stands nowhere else. */
export interface PlantedWorkbook {
  readonly bytes: Buffer;
  /** All that was planted, and the amounts, as they would be printed or logged. */
  readonly planted: readonly string[];
}

const SAMPLE = new URL(
  '../templates/samples/2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx',
  import.meta.url,
);
const UNIT = '深圳市龙岗区发展和改革局';
const FIRST_ROW = 7;
/** Figures shorter than this stand in log lines for other reasons: 12.78 may be a number of milliseconds. */
const TELLING_FIGURE = 8;
const FEN_IN_WAN_YUAN = 1_000_000;

/**
 * The published table of 2021 with a mark in each text cell of its projects, and people named below it
 * and in a comment; with `wrong`, which is no amount, in the place of one, it is returned.
 */
export async function plantedWorkbook(wrong?: string): Promise<PlantedWorkbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(readFileSync(SAMPLE) as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('the sample has no sheet');
  const planted = new Set<string>(PEOPLE);
  const last = sheet.rowCount;
  for (let row = FIRST_ROW; row <= last; row += 1) {
    sheet.getRow(row).eachCell((cell) => {
      for (const text of plantIn(cell)) planted.add(text);
    });
  }
  sheet.getCell(last + 1, 1).value =
    `填表人：${PEOPLE[0]}  审核人：${PEOPLE[1]}  联系电话：${PEOPLE[2]}`;
  sheet.getCell(FIRST_ROW, 3).note = PEOPLE[3];
  if (wrong !== undefined) {
    sheet.getCell(FIRST_ROW, 4).value = wrong;
    planted.add(wrong);
  }
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  return { bytes, planted: [...planted] };
}

const PEOPLE = ['植甲某', '植乙某', '0755-28991177', '植丙某的批注'] as const;

/** Plants a mark in a text; a figure is its own. */
function plantIn(cell: ExcelJS.Cell): readonly string[] {
  const { value } = cell;
  if (typeof value === 'number') {
    const fen = String(Math.round(value * FEN_IN_WAN_YUAN));
    return [String(value), fen].filter((figure) => figure.length >= TELLING_FIGURE);
  }
  if (typeof value !== 'string' || value === UNIT) return [];
  const mark = `植${cell.address}串`;
  cell.value = `${value}${mark}`;
  return [mark];
}

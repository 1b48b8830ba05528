import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { addressOf, type Cell, type Sheet } from '../shared/cells/cell.ts';

/*
 * The published table of 2021 with its 26 projects repeated, as bytes and as sheets: the serials count
 * on, everything else is repeated as it is.
 */

/** First row of the sample that holds a project. */
export const FIRST = 7;
const PROJECTS = 26;

const SHEET = 'xl/worksheets/sheet1.xml';

/** The sample with so many projects, written as the sample is. */
export function longWorkbook(sample: Uint8Array, projects: number): Uint8Array {
  const parts = unzipSync(sample);
  const sheet = strFromU8(parts[SHEET] ?? new Uint8Array());
  const rows = [...sheet.matchAll(/<row r="(\d+)".*?<\/row>/gs)]
    .filter(([, number]) => Number(number) >= FIRST)
    .map(([row]) => row);
  if (rows.length !== PROJECTS) throw new Error(`the sample holds ${rows.length} projects`);
  const repeated = Array.from({ length: projects }, (_, index) =>
    movedTo(FIRST + index, index + 1, rows[index % PROJECTS] ?? ''),
  );
  parts[SHEET] = strToU8(
    sheet
      .replace(/<row r="7".*<\/row>/s, () => repeated.join(''))
      .replace(/(<dimension ref="A1:AG)\d+/, `$1${FIRST + projects - 1}`),
  );
  return zipSync(parts, { level: 6 });
}

const movedTo = (row: number, serial: number, xml: string): string =>
  xml
    .replace(/(<row r=")\d+/, `$1${row}`)
    .replace(/(<c r="[A-Z]+)\d+/g, `$1${row}`)
    .replace(/(<c r="A\d+"[^>]*><v>)\d+/, `$1${serial}`);

/** The sheet of the sample with so many projects. */
export function longSheet(sheet: Sheet, projects: number): Sheet {
  const rows = new Map([...sheet.rows].filter(([row]) => row < FIRST));
  for (let index = 0; index < projects; index += 1) {
    const source = sheet.rows.get(FIRST + (index % PROJECTS)) ?? new Map<number, Cell>();
    const row = FIRST + index;
    const serial = index + 1;
    const cells = [...source].map(([column, cell]): [number, Cell] => [
      column,
      {
        ...cell,
        at: addressOf(sheet.name, row, column),
        ...(column === 1 ? { text: String(serial), number: serial } : {}),
      },
    ]);
    rows.set(row, new Map(cells));
  }
  return { ...sheet, rows };
}

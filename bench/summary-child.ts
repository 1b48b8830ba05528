import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { Writable } from 'node:stream';
import exceljs from 'exceljs';
import { workbooks } from '../functions/workbooks.ts';
import { styleOf } from '../shared/sheets/cell-styles.ts';
import { summaryWorkbook } from '../shared/sheets/summary.ts';
import type { SummaryDetail, SummaryInput } from '../shared/sheets/summary-input.ts';
import type { RowModel } from '../shared/sheets/workbook-model.ts';
import { writeWorkbook } from '../shared/sheets/write-workbook.ts';
import { loadDetails } from '../shared/summarise/load-details.ts';
import { loadSummary } from '../shared/summarise/load-summary.ts';
import { rebuildSummary } from '../shared/summarise/rebuild-summary.ts';
import { summaryWorld } from './summary-store.ts';

/*
 * One way of making the summary of a period, in a process of its own: `summary-child.ts <way>
 * <submissions>`. Prints what it took as a line of JSON.
 */

const [way = '', count = ''] = process.argv.slice(2);
const world = summaryWorld(Number(count), way === 'one more');
const ports = { ...world.ports, workbooks };

/** All runs of a rebuild, as messages would bring them about. */
async function rebuild(): Promise<void> {
  for (let runs = 0; runs <= world.asked(); runs += 1)
    await rebuildSummary({ period: '2021' }, ports);
}

/** All heads, and no limit to the rows of one workbook. */
const everything = (): Promise<SummaryInput> =>
  loadSummary(
    { id: '2021', forms: [], budgetBasis: '未注明' },
    1,
    Number.POSITIVE_INFINITY,
    ports.submissions,
  );

const WAYS: Readonly<Record<string, () => Promise<void>>> = {
  // Every row for the first time.
  whole: rebuild,
  // What one more upload costs after that.
  async 'one more'() {
    world.sendAgain(0);
    await rebuildSummary({ period: '2021' }, ports);
    if (world.asked() > 0) throw new Error('one upload took more than one run');
  },
  // The same rows through exceljs' own writer of streams, a row at a time.
  async exceljs() {
    const input = await everything();
    let bytes = 0;
    const stream = new Writable({
      write(piece: Uint8Array, _, done) {
        bytes += piece.length;
        done();
      },
    });
    const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
    const sheets = summaryWorkbook(input).sheets.map((sheet) => ({
      sheet,
      target: book.addWorksheet(sheet.name),
      rows: 0,
    }));
    const write = (to: (typeof sheets)[number], rows: Iterable<RowModel>): void => {
      for (const { cells, height } of rows) {
        to.rows += 1;
        const row = to.target.getRow(to.rows);
        if (height !== null) row.height = height;
        for (const [index, cell] of cells.entries()) {
          const place = row.getCell(index + 1);
          const { content } = cell;
          if (content.kind === 'text') place.value = content.text;
          else if (content.kind === 'number') place.value = content.number;
          else if (content.kind === 'formula') place.value = content;
          place.style = styleOf(cell);
        }
        row.commit();
      }
    };
    for (const each of sheets) write(each, [...each.sheet.rows, ...(each.sheet.below?.() ?? [])]);
    for await (const detail of loadDetails(input, ports)) {
      for (const each of sheets) {
        if ('linesOf' in each.sheet) write(each, each.sheet.linesOf(detail, each.rows + 1));
      }
    }
    await book.commit();
    world.written.files += 1;
    world.written.bytes += bytes;
  },
  // The same sheets, everything loaded first and handed to exceljs as a whole.
  async naive() {
    const input = await everything();
    const details: SummaryDetail[] = [];
    for await (const detail of loadDetails(input, ports)) details.push(detail);
    const model = summaryWorkbook(input);
    const sheets = model.sheets.map((sheet) => {
      const grown = [...sheet.rows, ...(sheet.below?.() ?? [])];
      if ('linesOf' in sheet) {
        for (const detail of details) grown.push(...sheet.linesOf(detail, grown.length + 1));
      }
      return { ...sheet, rows: grown };
    });
    const bytes = await writeWorkbook({ ...model, sheets });
    world.written.files += 1;
    world.written.bytes += bytes.length;
  },
};

const work = WAYS[way];
if (work === undefined) throw new Error(`no way “${way}”`);
const start = performance.now();
await work();
const seconds = (performance.now() - start) / 1000;
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const took = {
  seconds,
  cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
  peakMiB: maxRSS / 1024,
  runs: 1 + world.asked(),
};
process.stdout.write(`${JSON.stringify({ ...took, ...world.written })}\n`);

import { readWorkbook } from '../shared/cells/read-workbook.ts';
import { findTable } from '../shared/rows/find-table.ts';
import { FORMS } from '../templates/forms.ts';
import { judged, sampleBytes } from './judged.ts';
import { longSheet } from './long-table.ts';
import { measure, type Timing } from './measure.ts';

/** Times the search for the table and the whole judgement on sheets in memory, short and long. */
export async function timeRules(): Promise<readonly Timing[]> {
  const read = await readWorkbook(sampleBytes());
  const sheet = read.ok ? read.sheets[0] : undefined;
  if (sheet === undefined) throw new Error('the sample was not read');
  const timings: Timing[] = [];
  for (const projects of [26, 1_000, 10_000]) {
    const sheets = [longSheet(sheet, projects)];
    const rows = `${projects.toLocaleString('en')} rows`;
    timings.push(
      await measure(`sheets → table, ${rows}`, () => findTable(sheets, FORMS)),
      await measure(`sheets → findings and records, ${rows}`, () =>
        judged({ ok: true, sheets }, () => true),
      ),
    );
  }
  return timings;
}

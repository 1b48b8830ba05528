import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import { summaryBytes } from '../summary-bytes.ts';
import { SUMMARY_CASES } from '../summary-cases.ts';
import { throughLibreOffice, withoutResults } from './recalculate.ts';
import { reportSamples, type SampleOutputs } from './sample-outputs.ts';
import { describeWith } from './tools.ts';

/* Our workbooks in LibreOffice: it must compute what we stored as the results of our formulas. */

const WORKBOOKS = [
  'summary-2020.xlsx',
  'summary-2021.xlsx',
  '2020年部门预算项目绩效自评表.feedback.xlsx',
  '2020年部门预算项目绩效自评表（更正）.feedback.xlsx',
  '2021年度部门预算项目绩效自评表.feedback.xlsx',
];
const SUMMARIES = Object.keys(SUMMARY_CASES);

describeWith('LibreOffice', 'workbooks, recalculated by LibreOffice', () => {
  let outputs: SampleOutputs;
  const written = new Map<string, Uint8Array>();
  const recalculated = new Map<string, Uint8Array>();

  beforeAll(async () => {
    outputs = await reportSamples();
    for (const name of WORKBOOKS) written.set(name, readFileSync(outputs.file(name)));
    for (const [name, source] of Object.entries(SUMMARY_CASES)) {
      written.set(name, await summaryBytes(source()));
    }
    const names = [...written.keys()];
    const stripped = [...written.values()].map((bytes) => withoutResults(bytes).bytes);
    for (const [index, bytes] of (await throughLibreOffice(stripped)).entries()) {
      recalculated.set(names[index]!, bytes);
    }
  });
  afterAll(() => outputs.remove());

  test.each([...WORKBOOKS, ...SUMMARIES])('%s: the results are the same', async (name) => {
    const bytes = written.get(name)!;
    expect(withoutResults(bytes).formulas).toBeGreaterThan(0);
    const before = await valuesOf(bytes);
    expect(before.size).toBeGreaterThan(100);
    expect(await valuesOf(recalculated.get(name)!)).toEqual(before);
  });

  test('without LibreOffice the results would be missing', async () => {
    const bytes = written.get('several submitters')!;
    expect(await valuesOf(withoutResults(bytes).bytes)).not.toEqual(await valuesOf(bytes));
  });
});

/** Digits that survive sums of doubles in another order. */
const SAFE_DIGITS = 12;

/** `sheet!cell` → its figure or text. */
async function valuesOf(bytes: Uint8Array): Promise<ReadonlyMap<string, number | string>> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(`not read: ${read.refusal.kind}`);
  return new Map(
    read.sheets.flatMap(({ rows }) =>
      [...rows.values()].flatMap((row) =>
        [...row.values()].map(({ at, number, text }) => [
          `${at.sheet}!${at.cell}`,
          number === undefined ? text : Number(number.toPrecision(SAFE_DIGITS)),
        ]),
      ),
    ),
  );
}

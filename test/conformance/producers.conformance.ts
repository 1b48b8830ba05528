import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rateNumber } from '../../shared/rate.ts';
import {
  bytesOf,
  type Outcome,
  outcomeOf,
  SAMPLE_FILES,
  type SampleFile,
} from '../formats/read-sample.ts';
import { throughLibreOffice } from './recalculate.ts';
import { outputOf } from './run-tool.ts';
import { describeWith, INSTALLED } from './tools.ts';

/*
 * The samples as other programs write them: the same records, in the same rows, with findings in the
 * same cells. A CSV of cells as shown loses nothing, since a rate is taken as shown; one of cells as
 * stored loses the zeroes at the ends of rates, 100.00% being 100% there, and nothing else.
 */

const csv = (separator: number, encoding: number, asShown: boolean): string =>
  `csv:Text - txt - csv (StarCalc):${separator},34,${encoding},1,,0,false,true,${asShown}`;

const COMMA = 44;
const TAB = 9;
/** LibreOffice's numbers for encodings. */
const UTF_8 = 76;
const GB18030 = 85;
const UTF_16 = 65_535;

/** Name of a format → what LibreOffice is told to convert to. */
const FORMATS: Readonly<Record<string, string>> = {
  '.xlsx': 'xlsx',
  '.xls': 'xls',
  '.ods': 'ods',
  '.csv, UTF-8, as shown': csv(COMMA, UTF_8, true),
  '.csv, GB18030, as shown': csv(COMMA, GB18030, true),
  '.csv, UTF-16, tabs, as shown': csv(TAB, UTF_16, true),
};

describeWith('LibreOffice', 'the samples written by LibreOffice', () => {
  describe.each(Object.entries(FORMATS))('as %s', (_, format) => {
    let written: readonly Uint8Array[] = [];
    beforeAll(async () => {
      written = await throughLibreOffice(SAMPLE_FILES.map(bytesOf), format);
    });

    test.each(SAMPLE_FILES.map((sample, index) => ({ ...sample, index })))(
      '$name',
      ({ index, ...sample }) => expectSame(written[index], sample),
    );
  });

  test('as .csv, as stored: only the stated precision of rates is less', async () => {
    const format = csv(COMMA, UTF_8, false);
    const written = await throughLibreOffice(SAMPLE_FILES.map(bytesOf), format);
    for (const [index, sample] of SAMPLE_FILES.entries()) {
      const read = await outcomeOf(written[index]!, sample);
      const expected = await outcomeOf(bytesOf(sample), sample);
      expect(read).not.toEqual(expected);
      expect(withoutPrecision(read)).toEqual(withoutPrecision(expected));
    }
  });
});

/** Rates as the numbers they are. */
const withoutPrecision = ({ records, ...rest }: Outcome) => ({
  ...rest,
  records: records.map(({ rates, ...record }) => ({
    ...record,
    rates: Object.entries(rates).map(([field, rate]) => [field, rate && rateNumber(rate)]),
  })),
});

const SCRIPT = fileURLToPath(new URL('write_with_openpyxl.py', import.meta.url));

describeWith('openpyxl', 'the samples written by openpyxl', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-openpyxl-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  describe.each([
    ['as a whole', []],
    ['row by row', ['--rows']],
  ] as const)('%s', (_, options) => {
    test.each(SAMPLE_FILES)('$name', async (sample) => {
      const [from, to] = [path.join(folder, 'in.xlsx'), path.join(folder, 'out.xlsx')];
      writeFileSync(from, bytesOf(sample));
      await outputOf(path.join(INSTALLED, 'venv/bin/python'), [SCRIPT, from, to, ...options]);
      await expectSame(readFileSync(to), sample);
    });
  });
});

async function expectSame(bytes: Uint8Array | undefined, sample: SampleFile): Promise<void> {
  const expected = await outcomeOf(bytesOf(sample), sample);
  expect(expected.records.length).toBeGreaterThan(20);
  expect(await outcomeOf(new Uint8Array(bytes ?? []), sample)).toEqual(expected);
}

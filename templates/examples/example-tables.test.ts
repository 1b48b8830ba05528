import { expect, test } from 'vitest';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import { judge } from '../../shared/judge.ts';
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts';
import { loadMetrics } from '../fonts/load-fonts.ts';
import { exampleTable, makesMistake } from './example-tables.ts';
import { EXAMPLE_UNITS, type ExampleUnit, exampleRegister } from './example-units.ts';

const YEAR = '2025';
const { has: canPrint } = loadMetrics();

async function judged(unit: ExampleUnit, mended: boolean) {
  const read = await readWorkbook(await writeWorkbook(exampleTable(unit, YEAR, mended)));
  return judge(read, {
    period: YEAR,
    submitter: unit.code,
    fileName: '自评表.xlsx',
    periods: [{ id: YEAR, forms: ['longgang-2021'], budgetBasis: '年初' }],
    register: exampleRegister(),
    previous: null,
    lastYear: null,
    today: null,
    canPrint,
  });
}

const errorsOf = async (unit: ExampleUnit, mended: boolean): Promise<number> =>
  (await judged(unit, mended)).findings.filter(({ severity }) => severity === 'error').length;

test('nobody takes a made-up unit for a real one', () => {
  for (const { name } of EXAMPLE_UNITS) expect(name).toMatch(/^示例区/);
  expect(new Set(EXAMPLE_UNITS.map(({ code }) => code)).size).toBe(EXAMPLE_UNITS.length);
});

test('their tables hold no error and no warning, but where a mistake is made on purpose', async () => {
  for (const unit of EXAMPLE_UNITS) {
    const { findings } = await judged(unit, true);
    const grave = findings.filter(({ severity }) => severity !== 'hint' && severity !== null);
    expect(grave, unit.code).toEqual([]);
    expect((await errorsOf(unit, false)) > 0, unit.code).toBe(makesMistake(unit));
  }
});

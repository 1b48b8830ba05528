import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../shared/cells/read-workbook.ts';
import { judge } from '../shared/judge.ts';
import { readRegister } from '../shared/register-file.ts';
import { PERIODS } from '../templates/periods.ts';

/*
 * What the judgements say of the published tables, rule by rule, as 序号 and cell: checked by hand
 * against the tables. A rule that begins to say more of them shows here.
 */

const SAMPLES = new URL('../templates/samples/', import.meta.url);
const register = readRegister(new Uint8Array(readFileSync(new URL('units.csv', SAMPLES))));

const JUDGEMENTS = [
  'low-execution-explained',
  'notable-remainder-explained',
  'slight-remainder-noted',
  'projects-distinct',
  'project-names-distinct',
  'unit-names-consistent',
  'long-texts-distinct',
  'amounts-plausible',
  'brackets-closed',
  'numbering-uniform',
  'secrecy-not-mentioned',
  'personal-data-absent',
  'payments-not-to-one-person',
  'adverse-facts-absent',
];

async function hitsIn(period: string, submitter: string, name: string) {
  const bytes = readFileSync(new URL(`${period}/${submitter}/${name}.xlsx`, SAMPLES));
  const { findings } = judge(await readWorkbook(new Uint8Array(bytes)), {
    period,
    submitter,
    periods: PERIODS,
    register,
    previous: null,
    lastYear: null,
    today: null,
    canPrint: () => true,
  });
  const hits: Record<string, string[]> = {};
  for (const { rule, at } of findings) {
    if (!JUDGEMENTS.includes(rule)) continue;
    hits[rule] = [...(hits[rule] ?? []), `${at.serial} ${at.cell}`];
  }
  return Object.fromEntries(
    Object.entries(hits).map(([rule, places]) => [rule, places.join(', ')]),
  );
}

const HITS_2020 = {
  'low-execution-explained': '6 Z11',
  'notable-remainder-explained': '15 Z16, 29 Z30, 36 Z37',
  'slight-remainder-noted':
    '1 Z6, 3 Z8, 5 Z10, 7 Z12, 8 Z13, 9 Z14, 10 Z15, 17 Z18, 18 Z19, 19 Z20, 20 Z21, 21 Z22, 25 Z26, 26 Z27, 28 Z29, 31 Z32, 34 Z35',
  'project-names-distinct': '27 C28',
  'long-texts-distinct':
    '18 T19, 19 T20, 20 T21, 21 T22, 22 T23, 23 T24, 24 T25, 27 J28, 28 U29, 29 J30',
  'payments-not-to-one-person': '35 M36',
  'adverse-facts-absent': '36 J37, 36 K37',
};

describe('the published tables', () => {
  test.each(['2020年部门预算项目绩效自评表', '2020年部门预算项目绩效自评表（更正）'])(
    '%s',
    async (name) => {
      expect(await hitsIn('2020', 'LG-GXJ', name)).toEqual(HITS_2020);
    },
  );

  test('2021年度部门预算项目绩效自评表', async () => {
    expect(await hitsIn('2021', 'LG-FGJ', '2021年度部门预算项目绩效自评表')).toEqual({
      'slight-remainder-noted':
        '5 AF11, 8 AF14, 11 AF17, 12 AF18, 13 AF19, 14 AF20, 15 AF21, 16 AF22, 18 AF24, 19 AF25, 20 AF26, 23 AF29',
      'numbering-uniform': '14 P20',
      'secrecy-not-mentioned': '4 P10',
      'adverse-facts-absent': '26 AF32',
    });
  });
});

import { expect, test } from 'vitest';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import { unitInTwoTables } from '../../test/summary-cases.ts';
import { filled, findRow, sheetsOfSummary, submissionOf } from '../../test/summary-sheets.ts';
import type { SummaryInput } from './summary-input.ts';
import { listedLines } from './summary-listed-lines.ts';
import { summaryOfRecords } from './summary-of-records.ts';

const PERIOD = { id: '2021', budgetBasis: '未注明' } as const;
const WAN = 1_000_000;

/** Both samples as of one period; 工业和信息化局 has rows of its subordinate 投资推广署. */
function summary() {
  const samples = [sample2020(), sample2021()].map((sample) =>
    submissionOf({ ...sample, recordSet: { ...sample.recordSet, period: '2021' } }),
  );
  return summaryOfRecords(PERIOD, samples);
}

const LISTED: NonNullable<SummaryInput['listed']> = [
  {
    department: 'LG-FGJ',
    name: '发展和改革局',
    units: ['LG-FGJ'],
    share: { projects: 28, budget: 25_000 * WAN, actual: 23_000 * WAN },
  },
  {
    department: 'LG-GXJ',
    name: '工业和信息化局',
    units: ['LG-GXJ', 'LG-TZTGS'],
    share: { projects: 33, budget: 93_885.57 * WAN, actual: 90_329.94 * WAN },
  },
  {
    department: 'LG-JYJ',
    name: '教育局',
    units: ['LG-JYJ'],
    share: { projects: 4, budget: 100 * WAN, actual: 90 * WAN },
  },
];

test('核对 says by department what the list holds, what was reported and what is between', async () => {
  const { input, details } = summary();
  const sheets = await sheetsOfSummary({ input: { ...input, listed: LISTED }, details });
  const sheet = sheets['核对'];
  expect(filled(findRow(sheet, 1, '发展和改革局')).slice(2, 8)).toEqual([
    28,
    26,
    26 / 28,
    25_000,
    24_271.73,
    728.27,
  ]);
  expect(filled(findRow(sheet, 1, '工业和信息化局')).slice(2, 8)).toEqual([
    33, 33, 1, 93_885.57, 93_885.57, 0,
  ]);
  expect(filled(findRow(sheet, 1, '教育局')).slice(2, 6)).toEqual([4, 0, 0, 100]);
  const [, total, listed, reported] = findRow(sheet, 1, '合计');
  expect([total, listed, reported]).toEqual(['合计', 65, 59]);
});

test('what stands in the table of a unit and in its department’s is counted once, and told', () => {
  const { input } = summaryOfRecords(PERIOD, unitInTwoTables());
  const [, line, ...others] = listedLines({ ...input, listed: LISTED });
  // One more than the department lists, and one with a budget that is larger by 1 万元.
  const added = input.submissions[2]!.current!.units[0]!.totals.budget.total;
  const [listed] = input.submissions[0]!.current!.units.slice(1);
  const own = input.submissions[0]!.current!.units[0]!.totals.budget.total;
  expect(line?.reported.projects).toBe(28 + 1 + 5);
  expect(line?.reported.budget).toBe(own + listed!.totals.budget.total + added);
  expect(line?.conflicts).toHaveLength(1);
  expect(line?.conflicts[0]).toContain('4 个项目另列在深圳市龙岗区工业和信息化局的表中');
  expect(others.flatMap(({ conflicts }) => conflicts)).toEqual([]);
});

test('without a list there is no such sheet', async () => {
  expect((await sheetsOfSummary(summary()))['核对']).toBeUndefined();
});

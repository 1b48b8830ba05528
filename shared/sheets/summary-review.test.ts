import { describe, expect, test } from 'vitest';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import {
  filled,
  findRow,
  rowsOf,
  sheetsOfSummary,
  submissionOf,
} from '../../test/summary-sheets.ts';
import type { SummaryReview } from './summary-input.ts';
import { summaryOfRecords } from './summary-of-records.ts';

const approved: SummaryReview = {
  stateName: { zh: '已公开', en: '' },
  isApproved: true,
  hasWaiting: true,
};
const pending: SummaryReview = {
  stateName: { zh: '待审核', en: '' },
  isApproved: false,
  hasWaiting: false,
};

/** Both samples as of one period, with what was decided of each. */
function summaryWith(...reviews: readonly (SummaryReview | undefined)[]) {
  const samples = [sample2020(), sample2021()].map((sample) =>
    submissionOf({ ...sample, recordSet: { ...sample.recordSet, period: '2021' } }),
  );
  const { input, details } = summaryOfRecords({ id: '2021', budgetBasis: '未注明' }, samples);
  const submissions = input.submissions.map((submission, index) => {
    const review = reviews[index];
    return review === undefined ? submission : { ...submission, review };
  });
  return sheetsOfSummary({ input: { ...input, submissions }, details });
}

describe('where people decided of something', () => {
  const sheets = summaryWith(pending, approved);

  test('the total of the period is stated twice: what passed the rules, and what is approved', async () => {
    const overview = (await sheets)['总览'];
    expect(filled(findRow(overview, 0, '2021年')).slice(1, 3)).toEqual([59, 118_157.3]);
    const [name, projects, budget, actual, unspent, rate] = filled(
      findRow(overview, 0, '其中审核通过'),
    );
    expect(name).toBe('其中审核通过\n1 个主体');
    expect([projects, budget, actual, unspent]).toEqual([26, 24_271.73, 22_737.95, 1_533.78]);
    expect(rate).toBeCloseTo(0.9368, 4);
  });

  test('报送进度 says where each stands, in its last column', async () => {
    const [, , header, ...lines] = rowsOf((await sheets)['报送进度']);
    expect(header?.at(-1)).toBe('审核\nReview');
    expect(lines.map((line) => line.at(-1))).toEqual(['待审核', '已公开，另有待审更正']);
  });
});

test('where nobody did, neither stands there', async () => {
  const sheets = await summaryWith();
  expect(() => findRow(sheets['总览'], 0, '其中审核通过')).toThrow(/no row/);
  const [, , header] = rowsOf(sheets['报送进度']);
  expect(header?.at(-1)).toBe('SHA-256\nof the file');
});

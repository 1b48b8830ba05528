import { beforeAll, describe, expect, test } from 'vitest';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import {
  filled,
  findRow,
  formulaAt,
  rowsOf,
  type SummarySheets,
  sheetsOfSummary,
  submissionOf,
} from '../../test/summary-sheets.ts';
import { REVIEW_STATE_NAMES, REVIEW_STATES } from '../review-state.ts';
import { projectsCsv, submissionsCsv } from './summary-csv.ts';
import type { SummaryReview, SummarySource } from './summary-input.ts';
import { summaryJson, summarySchema } from './summary-json.ts';
import { summaryOfRecords } from './summary-of-records.ts';
import { reviewWord } from './summary-review.ts';

const approved: SummaryReview = {
  state: 'published',
  stateName: { zh: '已公开', en: '' },
  isApproved: true,
  hasWaiting: true,
};
const pending: SummaryReview = {
  state: 'pending',
  stateName: { zh: '待审核', en: '' },
  isApproved: false,
  hasWaiting: false,
};

/** Both samples as of one period, 2020 first, with what was decided of each. */
function sourceWith(...reviews: readonly (SummaryReview | undefined)[]): SummarySource {
  const samples = [sample2020(), sample2021()].map((sample) =>
    submissionOf({ ...sample, recordSet: { ...sample.recordSet, period: '2021' } }),
  );
  const { input, details } = summaryOfRecords({ id: '2021', budgetBasis: '未注明' }, samples);
  const decided = <Submission extends (typeof input.submissions)[number]>(
    submission: Submission,
  ): Submission => {
    const review = reviews[input.submissions.indexOf(submission)];
    return review === undefined ? submission : { ...submission, review };
  };
  const submissions = input.submissions.map(decided);
  return {
    input: { ...input, submissions },
    async *details() {
      for await (const detail of details()) {
        yield { ...detail, submission: decided(detail.submission) };
      }
    },
  };
}

const textOf = async (pieces: AsyncIterable<string> | Iterable<string>): Promise<string> => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};

const titlesOf = (row: readonly unknown[] | undefined): readonly string[] =>
  (row ?? []).map((title) => String(title).split('\n')[0] ?? '');

// The expected figures are those of the published table of 2021, computed apart from the product.
describe('where finance approved one of two submissions', () => {
  const source = sourceWith(pending, approved);
  let sheets: SummarySheets;
  beforeAll(async () => {
    sheets = await sheetsOfSummary(source);
  });

  test('总览 states the total of the period twice, by formula', () => {
    const overview = sheets['总览'];
    expect(filled(findRow(overview, 0, '2021年')).slice(1, 3)).toEqual([59, 118_157.3]);
    const row = findRow(overview, 0, '其中审核通过');
    const [name, projects, budget, actual, unspent, rate, ...counts] = filled(row);
    expect(name).toBe('其中审核通过\n1 个主体');
    expect([projects, budget, actual, unspent]).toEqual([26, 24_271.73, 22_737.95, 1_533.78]);
    expect(rate).toBeCloseTo(0.9368, 4);
    expect(counts).toEqual([12, 1, 1]);
    expect(filled(findRow(overview, 0, '其中：审核通过'))).toEqual([
      ...['其中：审核通过', 1_500, 1_500, 1_500, 2, 2],
    ]);
    const at = rowsOf(overview).findIndex(([first]) => first === name) + 1;
    expect(formulaAt(overview, `F${at}`)).toBe(`'部门汇总'!E9`);
  });

  test('部门汇总 says of each submitter whether it is approved, and adds those that are', () => {
    const departments = sheets['部门汇总'];
    const [, , header, ...lines] = rowsOf(departments);
    const column = titlesOf(header).indexOf('审核');
    expect(lines.map((line) => line[column])).toEqual([
      '待审核',
      null,
      null,
      '审核通过',
      null,
      null,
    ]);
    expect(findRow(departments, 2, '合计（校验通过）')[4]).toBe(118_157.3);
    const total = findRow(departments, 2, '其中：审核通过');
    expect(total.slice(3, 13)).toEqual([
      ...[26, 24_271.73, 24_148.77, 122.96, 0],
      ...[22_737.95, 22_615.46, 122.49, 0, 1_533.78],
    ]);
    expect(formulaAt(departments, 'E9')).toBe(
      'SUMIFS(E$4:E$7,$B$4:$B$7,"报送主体",$V$4:$V$7,"审核通过")',
    );
  });

  test('资金来源 and 率段分布 have a second block of what is approved', () => {
    const sources = rowsOf(sheets['资金来源']);
    const block = sources.slice(sources.findIndex(([name]) => String(name).startsWith('其中：')));
    expect(block.map(([name, budget]) => [name, budget])).toEqual([
      ['其中：审核通过（1 个报送主体） Of these, approved by finance', null],
      ['一般公共预算', 24_148.77],
      ['政府性基金', 122.96],
      ['非财政资金', 0],
      ['未分来源', 0],
      ['合计（审核通过）', 24_271.73],
    ]);
    const bands = rowsOf(sheets['率段分布']);
    const first = bands.findIndex(([name]) => String(name).startsWith('其中：审核通过')) + 1;
    expect(bands.slice(first).map((row) => row[1])).toEqual([1, 0, 0, 1, 0, 12, 12, 0, 0, 26, 1]);
    expect(formulaAt(sheets['率段分布'], `B${first + 1}`)).toBe(
      `COUNTIFS('项目明细'!$AI$5:$AI$63,"零执行",'项目明细'!$AK$5:$AK$63,"审核通过")`,
    );
  });

  test('every project says whether it is approved, to filter by; sums count those that are', () => {
    const details = rowsOf(sheets['项目明细']);
    const column = titlesOf(details[3]).indexOf('审核');
    const words = details.slice(4).map((row) => row[column]);
    expect(words.filter((word) => word === '待审核')).toHaveLength(33);
    expect(words.filter((word) => word === '审核通过')).toHaveLength(26);
    expect(findRow(sheets['项目明细'], 0, '其中：审核通过')).toContain(24_271.73);
    expect(findRow(sheets['未达标清单'], 1, '其中：审核通过').slice(4, 7)).toEqual([
      1_500, 0, 1_500,
    ]);
    expect(findRow(sheets['问题整改台账'], 1, '其中：审核通过').slice(9, 11)).toEqual([2, 2]);
  });

  test('口径说明 finds nothing between the second totals', () => {
    const checks = rowsOf(sheets['口径说明']).filter(([name]) => /^核对/.test(String(name)));
    expect(checks.map((row) => row[1])).toEqual(checks.map(() => 0));
    expect(checks.filter(([name]) => /审核通过/.test(String(name)))).toHaveLength(2);
  });

  test('报送进度 says where each stands, in its last column', () => {
    const [, , header, ...lines] = rowsOf(sheets['报送进度']);
    expect(header?.at(-1)).toBe('审核\nReview');
    expect(lines.map((line) => line.at(-1))).toEqual(['待审核', '已公开，另有待审更正']);
  });

  test('CSV and JSON state it too', async () => {
    const csv = await textOf(projectsCsv(source.input, source.details()));
    expect(csv.match(/"审核通过"/g)).toHaveLength(26);
    expect((await textOf(submissionsCsv(source.input))).match(/"审核通过"/g)).toHaveLength(1);
    const json = JSON.parse(await textOf(summaryJson(source.input, source.details())));
    const { totals, submissions } = summarySchema.parse(json);
    expect(totals.accepted).toMatchObject({ submissions: 2, totals: { projects: 59 } });
    expect(totals.approved).toMatchObject({
      submissions: 1,
      totals: { projects: 26, budget: { total: 24_271_730_000 } },
      bands: { zero: { projects: 1 } },
    });
    expect(submissions.map(({ review }) => review)).toEqual([pending, approved]);
  });
});

test('where nothing is approved yet, the second totals are 0', async () => {
  const sheets = await sheetsOfSummary(sourceWith(pending, undefined));
  expect(findRow(sheets['部门汇总'], 2, '其中：审核通过').slice(3, 6)).toEqual([0, 0, '—']);
  expect(filled(findRow(sheets['总览'], 0, '其中审核通过')).slice(1)).toEqual([
    ...[0, 0, 0, 0, '—'],
    ...[0, 0, 0],
  ]);
});

test('where nobody decided of anything, nothing is stated twice', async () => {
  const source = sourceWith();
  const sheets = await sheetsOfSummary(source);
  for (const sheet of Object.values(sheets)) {
    expect(JSON.stringify(rowsOf(sheet))).not.toMatch(/其中：?审核通过|合计（校验通过）/);
    expect(rowsOf(sheet).flatMap(titlesOf)).not.toContain('审核');
  }
  const json = JSON.parse(await textOf(summaryJson(source.input, null)));
  expect(summarySchema.parse(json).totals.approved).toBeNull();
});

test('only what is approved is called so: formulas compare with the word', () => {
  const words = REVIEW_STATES.filter((state) => state !== 'approved').map((state) =>
    reviewWord({
      review: {
        state,
        stateName: REVIEW_STATE_NAMES[state],
        isApproved: false,
        hasWaiting: false,
      },
    }),
  );
  expect(words).not.toContain(reviewWord({ review: approved }));
});

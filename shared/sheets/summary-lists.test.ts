import { describe, expect, test } from 'vitest';
import { type Sample, sample2020, sample2021 } from '../../test/sample-records.ts';
import {
  findRow,
  formulaAt,
  rowOf,
  rowsOf,
  sheetsOfSummary,
  submissionOf,
  summaryOf,
} from '../../test/summary-sheets.ts';
import type { SummaryInput, SummarySource, SummarySubmission } from './summary-input.ts';
import { summaryOfRecords } from './summary-of-records.ts';

const PERIOD = { id: '2021', budgetBasis: '未注明' } as const;

/** A sample with texts of its first project replaced. */
const withTexts = (sample: Sample, texts: Readonly<Record<string, string>>): Sample => {
  const [first, ...rest] = sample.recordSet.records;
  const records = [{ ...first!, texts: { ...first!.texts, ...texts } }, ...rest];
  return { ...sample, recordSet: { ...sample.recordSet, records } };
};

describe('未达标清单', () => {
  test('2021: the one project below 80 %, what is said of it and where it stands', async () => {
    const low = (await summaryOf('2021', [submissionOf(sample2021())]))['未达标清单'];
    const row = rowOf(low, 5);
    expect([row[3], row[4], row[5], row[6], row[7], row[8], row[11]]).toEqual([
      '节能减排补助资金',
      1_500,
      0,
      1_500,
      0,
      '零执行',
      '已说明',
    ]);
    expect(row.slice(12, 16)).toEqual(['自评表.xlsx', 'Sheet1', 26, 1]);
    expect(formulaAt(low, 'H5')).toBe('IF(E5=0,"—",F5/E5)');
    expect(rowsOf(low)).toHaveLength(5);
  });

  test('2020: the one project below 80 % said nothing', async () => {
    const low = (await summaryOf('2020', [submissionOf(sample2020())]))['未达标清单'];
    const row = rowOf(low, 5);
    expect([row[3], row[4], row[6], row[8], row[11]]).toEqual([
      '外经贸管理',
      654.72,
      218.1,
      '60%–80%',
      '未说明',
    ]);
    expect(low['E3']).toMatchObject({ f: 'SUBTOTAL(9,E5:E5)', v: 654.72 });
  });
});

describe('问题整改台账', () => {
  test('2021: the two projects that tell of a problem; 无 and 不需要整改 do not count', async () => {
    const problems = (await summaryOf('2021', [submissionOf(sample2021())]))['问题整改台账'];
    expect(
      rowsOf(problems)
        .slice(4)
        .map((row) => row[3]),
    ).toEqual(['国际低碳城论坛筹备工作经费', '节能减排补助资金']);
    expect(problems['J3']).toMatchObject({ f: 'COUNTIF(J5:J6,"有")', v: 2 });
  });

  test('a remedy without a problem is listed too, and counted apart', async () => {
    const sample = withTexts(sample2021(), { problems: '无', rectification: '已追缴结余资金。' });
    const problems = (await summaryOf('2021', [submissionOf(sample)]))['问题整改台账'];
    expect(rowOf(problems, 5).slice(9, 11)).toEqual(['未说', '有']);
    expect([problems['J3'].v, problems['K3'].v]).toEqual([2, 3]);
  });

  test('2020: nobody tells of any', async () => {
    const problems = (await summaryOf('2020', [submissionOf(sample2020())]))['问题整改台账'];
    expect(rowOf(problems, 3)[1]).toBe('没有这样的项目');
    expect(rowsOf(problems)).toHaveLength(4);
  });
});

test('what a unit typed never becomes a formula', async () => {
  const bad = '=HYPERLINK("http://x","y")';
  const names = ['projectName', 'unitName', 'problems', 'rectification', 'annualGoal'];
  const sample = withTexts(sample2021(), Object.fromEntries(names.map((name) => [name, bad])));
  const [record, ...rest] = sample.recordSet.records;
  const amounts = { ...record!.amounts, actualTotal: 0 };
  const recordSet = {
    ...sample.recordSet,
    submitter: { code: 'LG-A', name: bad },
    records: [{ ...record!, amounts, source: { sheet: bad, row: 1 } }, ...rest],
  };
  const sheets = await summaryOf('2021', [
    submissionOf({ ...sample, recordSet }, { fileName: bad }),
  ]);
  let shown = 0;
  for (const sheet of Object.values(sheets)) {
    for (const [address, cell] of Object.entries(sheet)) {
      if (address.startsWith('!') || cell.v !== bad) continue;
      shown += 1;
      expect(cell).toMatchObject({ t: 's', v: bad });
      expect(cell.f).toBeUndefined();
    }
  }
  expect(shown).toBeGreaterThan(10);
});

/** What heads say of a second submission besides a sample's, made of `more`. */
function sourceWith(
  more: Partial<SummaryInput>,
  change: (submission: SummarySubmission) => SummarySubmission = (same) => same,
): SummarySource {
  const { input, details } = summaryOfRecords(PERIOD, [
    submissionOf(sample2021(), { revision: 2 }),
  ]);
  const submissions = [...input.submissions.map(change), ...(more.submissions ?? [])];
  return { input: { ...input, ...more, submissions }, details };
}

const unit = (code: string, name: string) => ({ code, name, parent: null });
const DUE = [
  unit('LG-FGJ', '深圳市龙岗区发展和改革局'),
  unit('LG-GXJ', '深圳市龙岗区工业和信息化局'),
  unit('LG-JYJ', '深圳市龙岗区教育局'),
];
const returned: SummarySubmission = {
  submitter: { code: 'LG-GXJ', name: '深圳市龙岗区工业和信息化局' },
  latest: {
    status: 'returned',
    revision: 1,
    receivedAt: '2022-05-07T01:00:00.000Z',
    outputs: { findings: 'submissions/2021/LG-GXJ/0001/findings.json' },
  },
  current: null,
};

describe('报送进度', () => {
  test('an answer in place of a table is a return; what was taken back is not', async () => {
    const at = '2022-05-07T01:00:00.000Z';
    const { submitter } = returned;
    const none = { latest: null, current: null };
    const submissions: readonly SummarySubmission[] = [
      { ...none, submitter, answer: { kind: 'not-public', revision: 1, reason: '按规定', at } },
      { ...none, submitter: { code: 'LG-JYJ', name: '深圳市龙岗区教育局' }, recalled: 2 },
    ];
    const sheets = await sheetsOfSummary(sourceWith({ due: DUE, submissions }));
    expect(
      rowsOf(sheets['报送进度'])
        .slice(3)
        .map((row) => [row[1], row[4], row[5]]),
    ).toEqual([
      ['LG-JYJ', '未报送', '第 2 版已由单位撤销，待重新报送'],
      ['LG-FGJ', '已接收', null],
      ['LG-GXJ', '已接收', '涉密不公开：按规定（2022-05-07 09:00 答复）'],
    ]);
  });

  test('who is due and sent nothing stands first, then who was returned', async () => {
    const source = sourceWith({ due: DUE, submissions: [returned], outputsAddress: '../../' });
    const sheets = await sheetsOfSummary(source);
    const progress = sheets['报送进度'];
    expect(
      rowsOf(progress)
        .slice(3)
        .map((row) => [row[1], row[3], row[4]]),
    ).toEqual([
      ['LG-JYJ', '应报', '未报送'],
      ['LG-GXJ', '应报', '退回待重报'],
      ['LG-FGJ', '应报', '已接收'],
    ]);
    expect(formulaAt(progress, 'O5')).toBe(
      'HYPERLINK("../../submissions/2021/LG-GXJ/0001/findings.json","校验结果")',
    );
    const tiles = rowOf(sheets['总览'], 5).filter((value) => value !== null);
    expect(tiles).toEqual([3, 1, 1, 0, 1, 1 / 3]);
    expect(rowOf(sheets['部门汇总'], 4)[2]).toBe('深圳市龙岗区发展和改革局');
  });

  test('a file returned after one was accepted: the accepted one stays', async () => {
    const latest = { ...returned.latest!, revision: 3 };
    const source = sourceWith({ due: DUE }, (submission) => ({ ...submission, latest }));
    const progress = (await sheetsOfSummary(source))['报送进度'];
    const row = findRow(progress, 1, 'LG-FGJ');
    expect(row[4]).toBe('已接收');
    expect(row[5]).toBe('最近一次上传（第 3 版）校验未通过，仍以第 2 版为准');
    expect(row.slice(7, 10)).toEqual([2, '2022-05-06 17:08', 26]);
  });

  test('who reports without being due is named, and does not count as due', async () => {
    const source = sourceWith({ due: DUE.slice(1) });
    const sheets = await sheetsOfSummary(source);
    expect(findRow(sheets['报送进度'], 1, 'LG-FGJ')[3]).toBe('非应报');
    expect(rowOf(sheets['总览'], 3)[0]).toContain('另有 1 个非应报主体报送');
    const tiles = rowOf(sheets['总览'], 5).filter((value) => value !== null);
    expect(tiles).toEqual([2, 0, 0, 0, 2, 0]);
  });

  test('without a register nobody is due', async () => {
    const sheets = await sheetsOfSummary(sourceWith({ submissions: [returned] }));
    const tiles = rowOf(sheets['总览'], 5).filter((value) => value !== null);
    expect(tiles).toEqual(['—', 1, 1, 0, '—', '—']);
  });
});

test('校验问题 counts by submitter and rule, the most first, and leads to each findings.json', async () => {
  const source = sourceWith({}, (submission) => ({
    ...submission,
    current: {
      ...submission.current!,
      countsByRule: { 'low-execution-explained': 1, 'brackets-closed': 3 },
      outputs: { findings: 'submissions/2021/LG-FGJ/0002/findings.json' },
    },
  }));
  const findings = (await sheetsOfSummary(source))['校验问题'];
  const lines = rowsOf(findings).slice(4);
  expect(lines.map((row) => [row[2], row[4], row[5]])).toEqual([
    ['W9', 'brackets-closed', 3],
    ['W0', 'low-execution-explained', 1],
  ]);
  expect(findings['F3']).toMatchObject({ f: 'SUBTOTAL(9,F5:F6)', v: 4 });
  expect(formulaAt(findings, 'H5')).toContain('submissions/2021/LG-FGJ/0002/findings.json');
});

test('rows kept in another workbook: lines state what heads say, and lead there', async () => {
  const source = sourceWith({}, (submission) => ({
    ...submission,
    current: { ...submission.current!, detailsFile: 'summaries/2021/LG-FGJ.xlsx' },
  }));
  const { 部门汇总: departments, 率段分布: bands } = await sheetsOfSummary(source);
  expect([departments['E4'].v, departments['E4'].f]).toEqual([24_271.73, undefined]);
  expect([bands['B4'].v, bands['B4'].f]).toEqual([1, undefined]);
  expect(departments['E5'].f).toContain('SUMIF');
  expect(formulaAt(departments, 'X4')).toBe('HYPERLINK("summaries/2021/LG-FGJ.xlsx","明细")');
});

test('口径说明 checks sums made in two ways', async () => {
  const notes = (await summaryOf('2021', [submissionOf(sample2021())]))['口径说明'];
  const checks = rowsOf(notes).filter((row) => String(row[0]).startsWith('核对'));
  expect(checks.map((row) => row[1])).toEqual([0, 0, 0, 0, 0]);
});

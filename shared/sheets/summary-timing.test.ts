import { expect, test } from 'vitest';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import { rowsOf, sheetsOfSummary, submissionOf } from '../../test/summary-sheets.ts';
import type { SummarySubmission } from './summary-input.ts';
import { summaryOfRecords } from './summary-of-records.ts';

const PERIOD = { id: '2021', budgetBasis: '未注明' } as const;
const IN_TIME = '2022-05-31T15:00:00.000Z';
const LATE = '2022-06-03T02:00:00.000Z';

/** 报送进度 of both samples, each with something of its own, and a unit that sent nothing. */
async function progressOf(
  dates: { readonly dueOn?: string },
  closedAt: string | null,
  ...own: readonly Partial<SummarySubmission>[]
): Promise<readonly (readonly unknown[])[]> {
  const samples = [sample2020(), sample2021()].map((sample) =>
    submissionOf({ ...sample, recordSet: { ...sample.recordSet, period: '2021' } }),
  );
  const { input, details } = summaryOfRecords(PERIOD, samples);
  const submissions = input.submissions.map((submission, index) => ({
    ...submission,
    ...own[index],
  }));
  const due = submissions.map(({ submitter: { code, name } }) => ({
    code: code ?? '',
    name,
    parent: null,
  }));
  const missing = { code: 'LG-JYJ', name: '教育局', parent: null };
  const sheets = await sheetsOfSummary({
    input: {
      ...input,
      period: { ...PERIOD, ...dates },
      settled: { closedAt, extendedTo: { 'LG-JYJ': '2022-06-30' } },
      due: [missing, ...due],
      submissions,
    },
    details,
  });
  return rowsOf(sheets['报送进度']);
}

test('报送进度 says of each whether it came in time, and until when the others have', async () => {
  const [, note, header, ...lines] = await progressOf(
    { dueOn: '2022-05-31' },
    null,
    { first: { received: IN_TIME, accepted: IN_TIME } },
    { first: { received: LATE, accepted: LATE } },
  );
  expect(header?.at(-1)).toBe('时限\nIn time');
  expect(lines.map((line) => line.at(-1))).toEqual(['延期至 2022-06-30', '按时', '逾期 3 天']);
  expect(String(note?.[0])).toContain('报送截止 2022-05-31 24:00。');
});

test('and what came after the period was closed', async () => {
  const late = { revision: 2, receivedAt: LATE };
  const [, note, , ...lines] = await progressOf({}, '2022-06-01T02:00:00.000Z', { late });
  expect(lines.map((line) => line.at(-1))).toEqual([
    '延期至 2022-06-30',
    '期后报送第 2 版（2022-06-03 10:00），待财政受理',
    '—',
  ]);
  expect(String(note?.[0])).toContain('报送期已于 2022-06-01 10:00 关闭');
});

import type { ProjectRecord } from '../shared/records/record.ts';
import { REVIEW_STATE_NAMES, type ReviewState } from '../shared/review-state.ts';
import type {
  SummaryInput,
  SummaryRevision,
  SummarySource,
  SummarySubmission,
} from '../shared/sheets/summary-input.ts';
import { type SubmissionRecords, summaryOfRecords } from '../shared/sheets/summary-of-records.ts';
import { type Sample, sample2020, sample2021 } from './sample-records.ts';
import { submissionOf } from './summary-sheets.ts';

/*
 * Periods as the finance bureau meets them, to be looked at and recalculated.
 */

const PERIOD = { id: '2021', budgetBasis: '未注明' } as const;

const unit = (code: string, name: string) => ({ code, name, parent: null });

const DUE = [
  unit('LG-FGJ', '深圳市龙岗区发展和改革局'),
  unit('LG-GXJ', '深圳市龙岗区工业和信息化局'),
  unit('LG-JYJ', '深圳市龙岗区教育局'),
  unit('LG-WJJ', '深圳市龙岗区卫生健康局'),
];

const folder = (code: string, revision: number): string =>
  `submissions/2021/${code}/000${revision}/`;

/** A revision with everything that is kept of it. */
const kept = (current: SummaryRevision, code: string): SummaryRevision => ({
  ...current,
  source: { key: `uploads/2021/${code}/自评表.xlsx`, versionId: '3sL4kqtJlcpXroDTDmJ' },
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  outputs: {
    report: `${folder(code, 2)}report.pdf`,
    feedback: `${folder(code, 2)}feedback.xlsx`,
    findings: `${folder(code, 2)}findings.json`,
  },
  counts: { errors: 0, warnings: 4, hints: 3 },
  countsByRule: { 'low-execution-explained': 1, 'brackets-closed': 3, 'values-normalised': 3 },
});

/** LG-FGJ accepted and then returned, LG-GXJ returned, two that sent nothing, 2020 before them. */
function underWay(): SummarySource {
  const before = summaryOfRecords(PERIOD, [submissionOf(sample2020())]).input.submissions[0];
  const given = [submissionOf(sample2021(), { revision: 2 })];
  const { input, details } = summaryOfRecords(PERIOD, given);
  const figures = before?.current?.figures;
  const accepted = input.submissions.map(
    (submission): SummarySubmission => ({
      ...submission,
      latest: returned(3, 'LG-FGJ'),
      current: submission.current === null ? null : kept(submission.current, 'LG-FGJ'),
    }),
  );
  const none = {
    submitter: { code: 'LG-GXJ', name: '深圳市龙岗区工业和信息化局' },
    latest: returned(1, 'LG-GXJ'),
    current: null,
  };
  const more: SummaryInput = {
    ...input,
    generation: 7,
    due: DUE,
    submissions: [...accepted, none],
    lastYear:
      figures === undefined
        ? null
        : { period: '2020', submissions: 1, totals: figures.totals, bands: figures.bands },
    outputsAddress: '../../',
  };
  return {
    input: more,
    async *details() {
      for await (const { records, findings } of details()) {
        const [submission] = more.submissions;
        if (submission?.current)
          yield { submission: { ...submission, current: submission.current }, records, findings };
      }
    },
  };
}

const returned = (revision: number, code: string): SummarySubmission['latest'] => ({
  status: 'returned',
  revision,
  receivedAt: '2022-05-07T01:00:00.000Z',
  outputs: { findings: `${folder(code, revision)}findings.json` },
});

/** Forty submitters with parts of a sample, more than a chart can name. */
function forty(): SummarySource {
  const samples = [sample2021(), sample2020()];
  const many = Array.from({ length: 40 }, (_, index): SubmissionRecords => {
    const sample = samples[index % 2] as Sample;
    const { recordSet } = sample;
    const name = `${['街道办事处', '住房和建设局', '城市管理局', '教育局'][index % 4]}第${index + 1}单位`;
    const records = recordSet.records.slice(index % 7, 12 + (index % 11));
    const submitter = { code: `LG-${index + 10}`, name };
    return submissionOf({
      ...sample,
      recordSet: { ...recordSet, period: '2021', submitter, records },
    });
  });
  const due = Array.from({ length: 48 }, (_, index) => unit(`LG-${index + 10}`, `第${index}单位`));
  return summaryOfRecords(PERIOD, many, { due });
}

/** Both samples as of one period: several submitters, implementing units below one, two forms. */
const several = (): SummarySource =>
  summaryOfRecords(
    PERIOD,
    [sample2020(), sample2021()].map((sample) =>
      submissionOf({ ...sample, recordSet: { ...sample.recordSet, period: '2021' } }),
    ),
  );

const WAN = 1_000_000;

/**
 * 工业和信息化局 lists the five projects of 投资推广署, which sends four of them itself, one with another
 * budget, and one more.
 */
export function unitInTwoTables(): readonly SubmissionRecords[] {
  const [department, other] = [sample2020(), sample2021()].map((sample) =>
    submissionOf({ ...sample, recordSet: { ...sample.recordSet, period: '2021' } }),
  ) as [SubmissionRecords, SubmissionRecords];
  const records = department.recordSet.records.map((record) => ({
    ...record,
    implementingUnit: record.texts['unitName']?.includes('投资推广署') ? 'LG-TZTGS' : 'LG-GXJ',
  }));
  const [first, ...listed] = records.filter((each) => each.implementingUnit === 'LG-TZTGS');
  const own = listed.map((record, index) => ({ ...record, number: index + 1 }));
  const [changed, ...same] = own as [ProjectRecord, ...ProjectRecord[]];
  const amounts = { ...changed.amounts, budgetTotal: (changed.amounts['budgetTotal'] ?? 0) + WAN };
  const texts = { ...first?.texts, projectName: '只由单位填报的项目' };
  const alone = { ...(first as ProjectRecord), number: own.length + 1, texts };
  const submitter = { code: 'LG-TZTGS', name: '深圳市龙岗区投资推广署' };
  const sent = [{ ...changed, amounts }, ...same, alone];
  return [
    { ...department, recordSet: { ...department.recordSet, records } },
    other,
    { ...department, recordSet: { ...department.recordSet, submitter, records: sent } },
  ];
}

const twice = (): SummarySource => summaryOfRecords(PERIOD, unitInTwoTables());

/** What finance decided of some submissions of a period. */
function reviewed(source: SummarySource): SummarySource {
  const { input, details } = source;
  const states: readonly (ReviewState | null)[] = ['published', 'pending', 'approved', null];
  const submissions = input.submissions.map((submission, index): SummarySubmission => {
    const state = states[index % states.length] ?? null;
    if (state === null) return submission;
    const isApproved = state !== 'pending';
    return {
      ...submission,
      review: { state, stateName: REVIEW_STATE_NAMES[state], isApproved, hasWaiting: index === 0 },
    };
  });
  const byCode = new Map(submissions.map((each) => [each.submitter.code, each]));
  return {
    input: { ...input, submissions },
    async *details() {
      for await (const detail of details()) {
        const submission = byCode.get(detail.submission.submitter.code);
        yield {
          ...detail,
          submission: {
            ...detail.submission,
            ...(submission?.review && { review: submission.review }),
          },
        };
      }
    },
  };
}

/** The same period as if its rows lay in a workbook for each submission. */
function apart({ input }: SummarySource): SummarySource {
  const submissions = input.submissions.map((submission): SummarySubmission => {
    const { submitter, current } = submission;
    if (current === null) return submission;
    const detailsFile = `summaries/2021/details/${submitter.code}/0001-v2.xlsx`;
    return { ...submission, current: { ...current, detailsFile } };
  });
  return { input: { ...input, submissions, rowsApart: true }, async *details() {} };
}

/** Name of a period → what its summary is made from. */
export const SUMMARY_CASES: Readonly<Record<string, () => SummarySource>> = {
  'several submitters': several,
  'a period under way': underWay,
  'forty submitters': forty,
  'several submitters, one approved': () => reviewed(several()),
  'forty submitters, half approved': () => reviewed(forty()),
  'a large period': () => apart(reviewed(forty())),
  'a unit in two tables': () => reviewed(twice()),
  'a unit in two tables of a large period': () => apart(reviewed(twice())),
  'a period without any record': () => summaryOfRecords(PERIOD, [], { due: DUE }),
};

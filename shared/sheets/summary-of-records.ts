import type { FormDefinition } from '../../templates/form.ts';
import { countRowsOnce } from '../count-once.ts';
import { unitCodesIn } from '../records/double-rows.ts';
import type { RecordSet } from '../records/record.ts';
import { countByRule, countFindings } from '../rules/finding.ts';
import { figuresOf, unitTotalsOf } from '../submission-figures.ts';
import {
  type AcceptedSubmission,
  countedRevisionOf,
  type DueSubmitter,
  type SummaryFinding,
  type SummaryInput,
  type SummaryRevision,
  type SummarySource,
} from './summary-input.ts';

/** The records of a submission that are at hand, as on the command line. */
export interface SubmissionRecords {
  readonly form: FormDefinition;
  readonly recordSet: RecordSet;
  readonly revision: number | null;
  /** The upload's event time, ISO 8601; null where there is none. */
  readonly receivedAt: string | null;
  readonly fileName: string | null;
  /** What was found in the table; none where nothing is said of it. */
  readonly findings?: readonly SummaryFinding[];
  /** Files beside the summary; none where nothing else is written. */
  readonly outputs?: SummaryRevision['outputs'];
}

/** A summary of records that are at hand, in the order given; what they report twice is counted once. */
export function summaryOfRecords(
  period: SummaryInput['period'],
  all: readonly SubmissionRecords[],
  more: { readonly due?: readonly DueSubmitter[] } = {},
): SummarySource {
  const { submissions, doubles } = countedOnce(all);
  const times = all.flatMap(({ receivedAt }) => receivedAt ?? []);
  const input: SummaryInput = {
    period,
    generation: null,
    cutOff: [...times].sort().at(-1) ?? null,
    due: more.due ?? [],
    submissions,
    lastYear: null,
    ...(doubles.length === 0 ? {} : { doubles }),
    rowsApart: false,
    outputsAddress: '',
  };
  return {
    input,
    async *details() {
      for (const [index, { recordSet, findings = [] }] of all.entries()) {
        const submission = submissions[index];
        if (submission === undefined) continue;
        const { setAside } = submission.current;
        const records = recordSet.records.filter(({ number }) => !setAside?.numbers.has(number));
        yield { submission, records, findings };
      }
    },
  };
}

function countedOnce(all: readonly SubmissionRecords[]) {
  const tables = all.map((given) => {
    const { form, recordSet } = given;
    const { records } = recordSet;
    const unitCodes = unitCodesIn(records);
    const submission = submissionOf(given);
    const table = { submission, form, rows: records.length, unitCodes, isApproved: false };
    return { table: { ...table, submitter: recordSet.submitter.code }, records };
  });
  const { parts, doubles } = countRowsOnce(tables);
  const submissions = tables.map(({ table }): AcceptedSubmission => {
    const { submission } = table;
    const part = parts.get(table);
    if (part === undefined) return submission;
    return { ...submission, current: countedRevisionOf(submission.current, part) };
  });
  return { submissions, doubles };
}

function submissionOf(given: SubmissionRecords): AcceptedSubmission {
  const { form, recordSet, revision, receivedAt, fileName, findings = [], outputs = {} } = given;
  const { records, submitter } = recordSet;
  const current: SummaryRevision = {
    form,
    revision,
    receivedAt,
    fileName,
    source: null,
    sha256: null,
    outputs,
    rows: records.length,
    units: unitTotalsOf(records),
    figures: figuresOf(records, form),
    counts: countFindings(findings),
    countsByRule: countByRule(findings),
    detailsFile: null,
  };
  return {
    submitter,
    latest: { status: 'accepted', revision, receivedAt, outputs: {} },
    current,
  };
}

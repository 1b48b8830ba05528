import { type PrintedTable, printedTable } from '../../shared/records/printed-table.ts';
import type {
  SummaryDetail,
  SummaryInput,
  SummarySubmission,
} from '../../shared/sheets/summary-input.ts';
import type { AllPorts } from '../memory-ports.ts';

/*
 * Instead of PDFs and the summary workbook: all that would stand in them, as JSON, at once and without a
 * thread of its own, so that a seed takes the same turns each time.
 */

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** What the summary says of a submission. */
export type SummaryLine = Pick<SummarySubmission, 'review' | 'recalled'> & {
  readonly submitter: string | null;
  /** Null where it has no rows. */
  readonly revision: number | null;
  readonly projects: readonly (string | undefined)[];
  /** Revision and kind. */
  readonly answer?: string;
};

/** The ports with these in place of what they have. */
export const withStandIns = ({
  printer,
  workbooks,
}: AllPorts): Pick<AllPorts, 'printer' | 'workbooks'> => ({
  printer: { ...printer, print: async (recordSet, form) => encode(printedTable(recordSet, form)) },
  workbooks: { ...workbooks, summary: async (input, details) => summaryOf(input, details) },
});

/** Names of the projects in what stands in for a report. */
export function projectsPrinted(report: string): readonly (string | undefined)[] {
  const { columns, rows } = JSON.parse(report) as PrintedTable;
  const place = columns.findIndex(({ field }) => field === 'projectName');
  return rows.map((row) => row[place]);
}

/** That nothing was accepted yet may be told late: see `SummaryState.generation`. */
const isTold = ({ current, answer, recalled, review }: SummarySubmission): boolean =>
  [current ?? undefined, answer, recalled, review].some((each) => each !== undefined);

async function* summaryOf(
  { submissions }: SummaryInput,
  details: AsyncIterable<SummaryDetail>,
): AsyncGenerator<Uint8Array> {
  const projects = new Map<string | null, SummaryLine['projects']>();
  for await (const { submission, records } of details) {
    projects.set(
      submission.submitter.code,
      records.map(({ texts }) => texts['projectName']),
    );
  }
  yield encode(
    submissions.filter(isTold).map(
      ({ submitter: { code }, current, review, answer, recalled }): SummaryLine => ({
        submitter: code,
        revision: current?.revision ?? null,
        projects: projects.get(code) ?? [],
        ...(review === undefined ? {} : { review }),
        ...(answer === undefined ? {} : { answer: `${answer.revision} ${answer.kind}` }),
        ...(recalled === undefined ? {} : { recalled }),
      }),
    ),
  );
}

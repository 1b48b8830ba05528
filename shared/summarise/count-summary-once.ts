import { countOnce } from '../count-once.ts';
import {
  type AcceptedSubmission,
  countedRevisionOf,
  isAccepted,
  type SummaryInput,
  type SummarySubmission,
} from '../sheets/summary-input.ts';
import type { Submissions } from '../store/submissions.ts';
import { figuresOf } from '../submission-figures.ts';
import type { MostUnspent } from './most-unspent.ts';
import { unitCodesOf } from './rows-say.ts';

type Rows = Pick<Submissions, 'recordsOf'>;

/** Submissions of a period of which every project counts once, and what stands in two of them. */
export async function countSummaryOnce(
  period: string,
  submissions: readonly SummarySubmission[],
  most: MostUnspent,
  store: Rows,
): Promise<Pick<SummaryInput, 'submissions' | 'doubles'>> {
  const recordsOf = ({ submitter, current }: AcceptedSubmission) =>
    store.recordsOf(
      { period, submitter: submitter.code ?? '', revision: current.revision ?? 0 },
      current.rows,
    );
  const tables = [];
  for (const submission of submissions.filter(isAccepted)) {
    const { submitter, current, review } = submission;
    tables.push({
      submission,
      submitter: submitter.code,
      form: current.form,
      rows: current.rows,
      unitCodes: await unitCodesOf(current.units, () => recordsOf(submission)),
      isApproved: review?.isApproved ?? false,
    });
  }
  const { parts, doubles } = await countOnce(tables, ({ submission }) => recordsOf(submission));
  if (doubles.length === 0) return { submissions };
  const reduced = new Map<SummarySubmission, AcceptedSubmission>(
    [...parts].map(([{ submission }, part]) => [
      submission,
      { ...submission, current: countedRevisionOf(submission.current, part) },
    ]),
  );
  const counted = submissions.map((submission) => reduced.get(submission) ?? submission);
  return { doubles, submissions: await withMostUnspent(counted, most, recordsOf) };
}

/**
 * What was left out as not among the most unspent was held against rows that count no more: those that may
 * be among them after all are looked up again.
 */
async function withMostUnspent(
  submissions: readonly SummarySubmission[],
  most: MostUnspent,
  recordsOf: (submission: AcceptedSubmission) => Promise<Parameters<typeof figuresOf>[0]>,
): Promise<readonly SummarySubmission[]> {
  const shown = submissions.flatMap(({ current }) => current?.figures.unspent ?? []);
  const missing = most.leftOutOf(shown);
  const all: SummarySubmission[] = [];
  for (const submission of submissions) {
    const isWhole =
      !isAccepted(submission) ||
      submission.current.setAside !== undefined ||
      !missing.has(submission.submitter.code ?? '');
    if (isWhole) {
      all.push(submission);
      continue;
    }
    const { current } = submission;
    const { unspent } = figuresOf(await recordsOf(submission), current.form);
    all.push({ ...submission, current: { ...current, figures: { ...current.figures, unspent } } });
  }
  return all;
}

import { collected } from '../byte-pieces.ts';
import { inOrder } from '../in-order.ts';
import { csvFile, detailsFolder, detailsKey, jsonFile, workbookFile } from '../outputs.ts';
import type { SummarisePorts } from '../ports.ts';
import { projectsCsv } from '../sheets/summary-csv.ts';
import {
  type AcceptedSubmission,
  acceptedOf,
  filedRevision,
  type SummaryDetail,
  type SummaryInput,
  toldInFull,
} from '../sheets/summary-input.ts';
import { summaryJson } from '../sheets/summary-json.ts';
import { encoded } from './encoded.ts';
import { loadDetail, PACE } from './load-details.ts';
import { detailsMake, outputsAddress } from './output-addresses.ts';

/*
 * In a large period the rows of each submission lie in files of their own, written once for each
 * revision: an upload costs its own files and no others.
 */

/** What one run takes, so that it comes nowhere near the function's five minutes. */
export interface RunLimits {
  /** Submissions whose own files are written. */
  readonly files: number;
  /** Rows in these files; a single submission may have more. */
  readonly rows: number;
}

/** Where the schema of the period lies from the folder of a submission's own files. */
const UP_TO_PERIOD = '../../';

/** What became of the files. */
export interface WrittenDetails {
  /** The input with the key of each submission's workbook. */
  readonly input: SummaryInput;
  /** Submissions whose files are still to be written: there were more than one run takes. */
  readonly left: number;
}

/** Writes the files that are not there yet, as many as one run takes. */
export async function writeDetails(
  given: SummaryInput,
  most: RunLimits,
  ports: SummarisePorts,
): Promise<WrittenDetails> {
  const make = detailsMake(ports.portalOrigin);
  const input = {
    ...given,
    submissions: given.submissions.map((each) => withFile(given, each, make)),
  };
  const there = await keysBelow(detailsFolder(input.period.id), ports);
  const missing = acceptedOf(input).filter(
    ({ current }) => current.detailsFile !== null && !there.has(current.detailsFile),
  );
  const now = missing.slice(0, howMany(missing, most));
  const written = inOrder(now, PACE, (submission) => writeFiles(input, submission, ports));
  for await (const _ of written);
  return { input, left: missing.length - now.length };
}

function howMany(missing: readonly AcceptedSubmission[], { files, rows }: RunLimits): number {
  let taken = 0;
  let sum = 0;
  for (const { current } of missing) {
    sum += filedRevision(current).rows;
    if (taken === files || (taken > 0 && sum > rows)) break;
    taken += 1;
  }
  return taken;
}

function withFile<Each extends SummaryInput['submissions'][number]>(
  { period }: SummaryInput,
  submission: Each,
  make: string,
): Each {
  const { submitter, current } = submission;
  if (current === null || submitter.code === null || current.revision === null) return submission;
  const key = { period: period.id, submitter: submitter.code, revision: current.revision };
  return { ...submission, current: { ...current, detailsFile: detailsKey(key, make) } };
}

async function keysBelow(
  folder: string,
  { outputs }: Pick<SummarisePorts, 'outputs'>,
): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof outputs.pageOfOutputs>> = await outputs.pageOfOutputs(
      folder,
      after,
    );
    for (const key of page.keys) keys.add(key);
    after = page.next;
  } while (after !== null);
  return keys;
}

/** CSV, JSON and last the workbook: where that is, the others are. */
async function writeFiles(
  input: SummaryInput,
  standing: AcceptedSubmission,
  ports: SummarisePorts,
): Promise<void> {
  const { outputs, workbooks } = ports;
  const submission = asFiled(standing);
  const { detailsFile } = submission.current;
  if (detailsFile === null) return;
  const isTold = toldInFull([submission]).has(submission);
  const detail = await loadDetail(input.period.id, submission, isTold, ports);
  const alone = {
    ...aloneIn(input, submission),
    outputsAddress: outputsAddress(ports.portalOrigin, 4),
  };
  const name = `${input.period.id}年度${submission.submitter.name}项目明细`;
  const beside = (kind: string): string => detailsFile.replace(/xlsx$/, kind);
  const csv = await collected(encoded(projectsCsv(alone, only(detail))));
  await outputs.writeOutput(beside('csv'), csv, csvFile(name));
  const json = await collected(encoded(summaryJson(alone, only(detail), UP_TO_PERIOD)));
  await outputs.writeOutput(beside('json'), json, jsonFile(name));
  await outputs.writeOutput(
    detailsFile,
    await workbooks.details(alone, detail),
    workbookFile(name),
  );
}

/**
 * What a submission's own files are made from: nothing that changes while its revision stands, so that
 * the files of a revision are the same whoever writes them when.
 */
const aloneIn = (
  { doubles: _, ...input }: SummaryInput,
  submission: AcceptedSubmission,
): Omit<SummaryInput, 'outputsAddress'> => ({
  ...input,
  generation: null,
  cutOff: submission.current.receivedAt,
  due: [],
  lastYear: null,
  rowsApart: false,
  submissions: [submission],
});

/**
 * A table as it was filed. What was decided since, and which of its rows count in another, is told by the
 * summary, and by no file that is written once.
 */
const asFiled = ({ submitter, current }: AcceptedSubmission): AcceptedSubmission => ({
  submitter,
  latest: null,
  current: filedRevision(current),
});

async function* only(detail: SummaryDetail): AsyncGenerator<SummaryDetail> {
  yield detail;
}

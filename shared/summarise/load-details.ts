import * as z from 'zod';
import { inOrder, rowPace } from '../in-order.ts';
import type { SummaryOutputs } from '../ports.ts';
import {
  type AcceptedSubmission,
  acceptedOf,
  filedRevision,
  type SummaryDetail,
  type SummaryFinding,
  type SummaryInput,
  toldInFull,
} from '../sheets/summary-input.ts';
import type { Submissions } from '../store/submissions.ts';

/** What reading rows needs. */
export interface DetailPorts {
  readonly submissions: Pick<Submissions, 'recordsOf'>;
  readonly outputs: Pick<SummaryOutputs, 'readOutput'>;
}

/** Of submissions that are read, or whose files are written, at the same time. */
export const PACE = rowPace<AcceptedSubmission>(({ current }) => filedRevision(current).rows);

/**
 * The rows of every accepted submission that count in it, in order; the findings of as many as are told in
 * full.
 */
export function loadDetails(
  input: SummaryInput,
  ports: DetailPorts,
): AsyncGenerator<SummaryDetail> {
  const told = toldInFull(acceptedOf(input));
  return inOrder(acceptedOf(input), PACE, (submission) =>
    loadDetail(input.period.id, submission, told.has(submission), ports),
  );
}

/** The rows of one submission that count in it, with its findings unless they are too many. */
export async function loadDetail(
  period: string,
  submission: AcceptedSubmission,
  withFindings: boolean,
  { submissions, outputs }: DetailPorts,
): Promise<SummaryDetail> {
  const { submitter, current } = submission;
  if (submitter.code === null || current.revision === null) {
    throw new Error(`${submitter.name} has no rows in the store`);
  }
  const key = { period, submitter: submitter.code, revision: current.revision };
  const filed = await submissions.recordsOf(key, filedRevision(current).rows);
  const records = filed.filter(({ number }) => !current.setAside?.numbers.has(number));
  const file = current.outputs.findings;
  const findings =
    withFindings && file !== undefined ? findingsIn(await outputs.readOutput(file)) : null;
  return { submission, records, findings };
}

const text = z.string().nullable();
const findingsFile = z.object({
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(['error', 'warning', 'hint']),
      gate: z.literal(true).exactOptional(),
      at: z.object({
        sheet: text,
        cell: text,
        row: z.int().nullable(),
        column: text,
        field: text,
        serial: text,
        project: text,
      }),
      message: z.object({ zh: z.string(), en: z.string() }),
      suggestion: z.string().exactOptional(),
    }),
  ),
});

const findingsIn = (bytes: Uint8Array): readonly SummaryFinding[] =>
  findingsFile.parse(JSON.parse(new TextDecoder().decode(bytes))).findings;

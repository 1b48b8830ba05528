import * as z from 'zod';
import { inOrder, type Pace } from '../in-order.ts';
import type { SummaryOutputs } from '../ports.ts';
import {
  type AcceptedSubmission,
  acceptedOf,
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

/**
 * Submissions that are read, or whose files are written, at the same time: many small ones, but no more
 * rows than two of the largest have.
 */
export const PACE: Pace<AcceptedSubmission> = {
  atOnce: 16,
  weightOf: ({ current }) => current.rows,
  most: 10_000,
};

/** The rows of every accepted submission, in order; the findings of as many as are told in full. */
export function loadDetails(
  input: SummaryInput,
  ports: DetailPorts,
): AsyncGenerator<SummaryDetail> {
  const told = toldInFull(acceptedOf(input));
  return inOrder(acceptedOf(input), PACE, (submission) =>
    loadDetail(input.period.id, submission, told.has(submission), ports),
  );
}

/** The rows of one submission, with its findings unless they are too many. */
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
  const records = await submissions.recordsOf(key, current.rows);
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

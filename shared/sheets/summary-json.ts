import * as z from 'zod';
import { projectRecordSchema } from '../records/record-schema.ts';
import { REVIEW_STATES } from '../review-state.ts';
import { BANDS } from '../submission-figures.ts';
import { approvedPart, periodFigures, shareSetAside } from './summary-figures.ts';
import {
  isAccepted,
  type SummaryDetail,
  type SummaryInput,
  type SummaryReview,
  type SummaryRevision,
  type SummarySubmission,
} from './summary-input.ts';

/*
 * The summary as JSON for machines. Its shape is declared once, here; the schema that is written
 * beside it is made from this.
 */

const count = z.int().nonnegative();
const fen = z.int().describe('Amount in fen 分; 1 万元 = 1,000,000 fen');
const time = z.string().describe('ISO 8601, UTC');

const funds = z.object({
  total: fen,
  general: fen.nullable(),
  fund: fen.nullable(),
  nonFiscal: fen.nullable(),
});
const totals = z.object({ projects: count, budget: funds, actual: funds });
const share = z.object({ projects: count, budget: fen, actual: fen });
const bands = z
  .record(z.enum(BANDS), share)
  .describe('Projects by execution rate; a band ends right below the percent in its name');

const figures = z.object({ submissions: count, totals, bands });

const revision = z.object({
  form: z.string().describe('Id of the form 表式'),
  revision: count.nullable(),
  receivedAt: time.nullable(),
  fileName: z.string().nullable(),
  sha256: z.string().nullable(),
  totals,
  units: z.array(z.object({ code: z.string().nullable(), name: z.string(), totals })),
  bands,
  problems: count,
  rectified: count,
  counts: z.object({ errors: count, warnings: count, hints: count }),
  countsByRule: z.record(z.string(), count),
  outputs: z.record(z.string(), z.string()).describe('Keys in the outputs bucket'),
  detailsFile: z
    .string()
    .nullable()
    .describe('Key of the workbook that holds the projects, all that were filed'),
  setAside: share
    .exactOptional()
    .describe('What was filed in it and counts in another table 重复填报: see doubleReports'),
});

const submission = z.object({
  submitter: z.object({ code: z.string().nullable(), name: z.string() }),
  latest: z
    .object({ status: z.string(), revision: count.nullable(), receivedAt: time.nullable() })
    .nullable(),
  current: revision.nullable().describe('The accepted revision; null where there is none yet'),
  answer: z
    .object({
      kind: z.enum(['nil', 'not-public']),
      revision: count,
      reason: z.string(),
      at: time,
    })
    .exactOptional()
    .describe('What the unit said in place of a table 本年度无项目、涉密不公开'),
  review: z
    .object({
      state: z.enum(REVIEW_STATES),
      isApproved: z.boolean().describe('Counts among totals.approved'),
      hasWaiting: z.boolean().describe('A newer revision waits to be taken up 待审更正'),
    })
    .exactOptional()
    .describe('Of the revision that is counted; absent where nobody decided'),
  projects: z
    .array(projectRecordSchema)
    .nullable()
    .describe(
      'Those that count in it. Null where they lie in a file of their own: see current.detailsFile',
    ),
});

const reported = z.object({
  submitter: z.string().describe('Code of whose table it is'),
  number: count.describe('Place in the table, from 1'),
  at: z.object({ sheet: z.string(), row: count }),
  budget: fen,
  actual: fen,
});

const doubleReport = z.object({
  unit: z.object({ code: z.string(), name: z.string() }),
  project: z.string(),
  projectCode: z.string().exactOptional(),
  counted: reported.describe('The table that it counts in'),
  setAside: reported.describe('The table that it does not count in; not among its projects'),
});

/** summary.json. */
export const summarySchema = z.object({
  $schema: z.string(),
  period: z.string().describe('Fiscal year 年度'),
  budgetBasis: z.enum(['年初', '调整后', '未注明']),
  generation: count.nullable(),
  cutOff: time.nullable(),
  due: z.array(z.object({ code: z.string(), name: z.string(), parent: z.string().nullable() })),
  totals: z.object({
    accepted: figures.describe('Of all that passed the rules 校验通过'),
    approved: figures
      .nullable()
      .describe('Of that, what finance approved 审核通过; null where nobody decided of anything'),
  }),
  lastYear: figures.extend({ period: z.string() }).nullable(),
  doubleReports: z
    .array(doubleReport)
    .exactOptional()
    .describe('Projects that stand in two tables and count once 重复填报; absent where none does'),
  submissions: z.array(submission),
});

/** Name of the schema's file, beside the summaries it describes. */
const SCHEMA_FILE = 'summary.schema.json';

/** The schema as a JSON Schema document (2020-12). */
export const summarySchemaDocument = (): object => ({
  title: '部门预算项目绩效自评汇总 / summary of a period',
  ...z.toJSONSchema(summarySchema, { reused: 'ref' }),
});

type Written = z.infer<typeof summarySchema>;

/**
 * Pieces of summary.json. Without `details` the projects are left to files of their own. The schema lies
 * in the folder `schemaFolder` from here.
 */
export async function* summaryJson(
  input: SummaryInput,
  details: AsyncIterable<SummaryDetail> | null,
  schemaFolder = './',
): AsyncGenerator<string> {
  const rows = details?.[Symbol.asyncIterator]();
  yield `${JSON.stringify(headOf(input, schemaFolder)).slice(0, -1)},"submissions":[`;
  let separator = '\n';
  for (const each of input.submissions) {
    const next = isAccepted(each) && rows !== undefined ? await rows.next() : undefined;
    if (next?.done === true) throw new Error(`no rows came for ${each.submitter.name}`);
    const projects = rows === undefined ? null : (next?.value.records ?? []);
    yield separator + JSON.stringify({ ...submissionOf(each), projects });
    separator = ',\n';
  }
  // The end is asked for, too: whoever shares the rows waits for everyone to have them all.
  await rows?.next();
  yield '\n]}\n';
}

const headOf = (input: SummaryInput, schemaFolder: string): Omit<Written, 'submissions'> => ({
  $schema: schemaFolder + SCHEMA_FILE,
  period: input.period.id,
  budgetBasis: input.period.budgetBasis,
  generation: input.generation,
  cutOff: input.cutOff,
  due: input.due.map(({ code, name, parent }) => ({ code, name, parent })),
  totals: totalsOf(input),
  lastYear: input.lastYear as Written['lastYear'],
  ...(input.doubles === undefined ? {} : { doubleReports: [...input.doubles] }),
});

function totalsOf(input: SummaryInput): Written['totals'] {
  const approved = approvedPart(input);
  return {
    accepted: periodFigures(input) as Written['totals']['accepted'],
    approved: approved === null ? null : (periodFigures(approved) as Written['totals']['accepted']),
  };
}

const submissionOf = ({
  submitter: { code, name },
  latest,
  current,
  answer,
  review,
}: SummarySubmission): Omit<Written['submissions'][number], 'projects'> => ({
  submitter: { code, name },
  latest:
    latest === null
      ? null
      : { status: latest.status, revision: latest.revision, receivedAt: latest.receivedAt },
  current: current === null ? null : revisionOf(current),
  ...(answer === undefined ? {} : { answer }),
  ...(review === undefined ? {} : { review: reviewSaid(review) }),
});

const reviewSaid = ({ state, isApproved, hasWaiting }: SummaryReview) => ({
  ...{ state, isApproved, hasWaiting },
});

const revisionOf = (current: SummaryRevision): z.input<typeof revision> => ({
  form: current.form.id,
  revision: current.revision,
  receivedAt: current.receivedAt,
  fileName: current.fileName,
  sha256: current.sha256,
  totals: current.figures.totals,
  units: [...current.units],
  bands: current.figures.bands,
  problems: current.figures.problems,
  rectified: current.figures.rectified,
  counts: current.counts,
  countsByRule: current.countsByRule,
  outputs: current.outputs as Record<string, string>,
  detailsFile: current.detailsFile,
  ...(current.setAside === undefined ? {} : { setAside: shareSetAside(current) }),
});

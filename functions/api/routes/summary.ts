import * as z from 'zod';
import { summaryFolder } from '../../../shared/outputs.ts';
import { periodRoute } from '../guarded-routes.ts';
import { asSchema, OUTPUT_SAYS, outputAnswer } from '../output-answer.ts';
import type { Route } from '../route.ts';
import { downloadSchema } from '../schemas.ts';

/** Files of a summary: the newest, that of a generation, a submission's own in a large period, the schema. */
const FILE =
  /^(?:(?:summary|\d{8}|details\/[A-Z0-9-]{2,32}\/\d{4,}-v\d+(?:-[0-9a-f]{8})?)\.(?:xlsx|csv|json)|summary\.schema\.json)$/;

const query = z.object({
  /** Path below the period's summaries. */
  file: z.string().max(120).regex(FILE).default('summary.xlsx'),
  as: asSchema,
});

const TYPES = ['application/json', 'text/csv', 'application/octet-stream'] as const;

/** The finance bureau's summary of a period, as it is and as it was. */
export const summaryRoutes: readonly Route[] = [
  periodRoute({
    access: 'summary',
    method: 'get',
    path: '/api/periods/{period}/summary',
    title: { zh: '汇总表', en: 'The summary' },
    query,
    answer: { status: 200, says: OUTPUT_SAYS, schema: downloadSchema, types: TYPES },
    problems: ['not-there'],
    handle: ({ api: { ports }, period, query: { file, as } }) =>
      outputAnswer(summaryFolder(period.id) + file, as, ports),
  }),
];

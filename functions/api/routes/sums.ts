import * as z from 'zod';
import { boardOf } from '../access.ts';
import { json } from '../answer.ts';
import { periodRoute } from '../guarded-routes.ts';
import { periodSums } from '../period-sums.ts';
import type { Route } from '../route.ts';
import { sumsSchema } from '../sums-schemas.ts';

const query = z.object({
  /** Code of one department: its submitters instead of all departments. */
  department: z.string().min(1).max(32).exactOptional(),
});

/** What a period comes to. */
export const sumsRoutes: readonly Route[] = [
  periodRoute({
    access: 'board',
    method: 'get',
    path: '/api/periods/{period}/sums',
    title: { zh: '汇总数', en: 'What a period comes to' },
    query,
    answer: {
      status: 200,
      says: {
        zh: '按部门、资金来源、率段、规则汇总，金额为整数分；主管部门只见本部门及下属',
        en: 'Sums by department, source, band and rule, in whole fen; departments see their own and those below',
      },
      schema: sumsSchema,
    },
    problems: ['not-found'],
    handle: async ({ api: { ports }, caller, period, query: { department = null } }) =>
      json(
        sumsSchema,
        await periodSums(period, department, boardOf(caller) ?? [], ports.submissions),
      ),
  }),
];

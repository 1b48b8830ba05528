import { json } from '../answer.ts';
import { periodRoute } from '../guarded-routes.ts';
import { impactPageSchema, impactRequestSchema } from '../impact-schemas.ts';
import type { Route } from '../route.ts';
import { assertUsable } from '../usable-period.ts';

/** Trying a policy before it is saved. */
export const impactRoutes: readonly Route[] = [
  periodRoute({
    access: 'manage',
    method: 'post',
    path: '/api/periods/{period}/impact',
    title: { zh: '试算规则改动对已报各表的影响', en: 'What a policy would make of what was filed' },
    body: impactRequestSchema,
    isCostly: true,
    answer: {
      status: 200,
      says: {
        zh: '逐页：每页若干报送，按留存的文件重新校验；什么也不改、不存',
        en: 'Page by page: some submissions each, judged anew from the kept files; nothing is changed or kept',
      },
      schema: impactPageSchema,
    },
    problems: ['wrong-type', 'too-large'],
    async handle({ api: { ports }, period, body: { after, ...change } }) {
      const { policy: _, thresholds: __, ...rest } = period;
      assertUsable({ ...rest, ...change }, null);
      const page = await ports.impacts.onFiled({ period: period.id, change, after });
      return json(impactPageSchema, {
        ...page,
        tables: page.tables.map(({ impact, ...table }) => ({
          ...table,
          impact: impact === null ? null : { ...impact, rules: [...impact.rules] },
        })),
      });
    },
  }),
];

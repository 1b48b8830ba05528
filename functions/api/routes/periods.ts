import { leaves } from '../../../templates/form.ts';
import { FORMS } from '../../../templates/forms.ts';
import { json } from '../answer.ts';
import { callerRoute } from '../guarded-routes.ts';
import type { Route } from '../route.ts';
import { formsSchema, periodsSchema } from '../schemas.ts';

/** What is reported on, and with which tables. */
export const periodRoutes: readonly Route[] = [
  callerRoute({
    method: 'get',
    path: '/api/periods',
    title: { zh: '年度列表', en: 'Periods' },
    answer: { status: 200, says: { zh: '各年度', en: 'Every period' }, schema: periodsSchema },
    problems: [],
    async handle({ api }) {
      const periods = await api.ports.submissions.periods();
      return json(periodsSchema, {
        periods: periods.map(({ id, forms, budgetBasis, opensOn = null, dueOn = null }) => ({
          id,
          forms: [...forms],
          budgetBasis,
          opensOn,
          dueOn,
        })),
      });
    },
  }),
  callerRoute({
    method: 'get',
    path: '/api/forms',
    title: { zh: '表式列表', en: 'Forms' },
    answer: { status: 200, says: { zh: '各表式', en: 'Every form' }, schema: formsSchema },
    problems: [],
    handle: async () =>
      json(formsSchema, {
        forms: FORMS.map(({ id, version, titlePattern, columns }) => ({
          id,
          version,
          titlePattern,
          columns: leaves(columns).map(({ field, title, type }) => ({ field, title, type })),
        })),
      }),
  }),
];

import { checkBasis, openPeriods } from '../../../shared/check-basis.ts';
import { json } from '../answer.ts';
import { basisSchema, openBasisSchema } from '../basis-schemas.ts';
import { openRoute, unitRoute } from '../guarded-routes.ts';
import type { Route } from '../route.ts';

/** What a page checks a table by before it is sent, so that it says what the server will. */
export const checkBasisRoutes: readonly Route[] = [
  openRoute({
    method: 'get',
    path: '/api/check-basis',
    title: { zh: '自查依据：各年度', en: 'What anybody checks by: the periods' },
    answer: {
      status: 200,
      says: { zh: '各年度接受的表式和判断标准', en: 'Forms and thresholds of every period' },
      schema: openBasisSchema,
    },
    problems: [],
    handle: async ({ api }) =>
      json(openBasisSchema, { periods: [...(await openPeriods(api.ports.submissions))] }),
  }),
  unitRoute({
    access: 'read-unit',
    method: 'get',
    path: '/api/periods/{period}/units/{unit}/check-basis',
    title: { zh: '自查依据：一个单位', en: 'What a unit checks by' },
    answer: {
      status: 200,
      says: {
        zh: '年度、本单位及下属单位、现行版和上年的记录',
        en: 'Periods, the unit and those below it, the records that count now and of the year before',
      },
      schema: basisSchema,
    },
    problems: [],
    async handle({ api, submission }) {
      const basis = await checkBasis(submission, api.ports.submissions);
      return json(basisSchema, {
        ...basis,
        periods: [...basis.periods],
        register:
          basis.register?.map(({ code, name, aliases, parent }) => ({
            ...{ code, name, parent },
            aliases: [...aliases],
          })) ?? null,
      });
    },
  }),
];

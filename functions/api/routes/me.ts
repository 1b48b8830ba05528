import { json } from '../answer.ts';
import { callerRoute } from '../guarded-routes.ts';
import { knownUnit } from '../known-unit.ts';
import { meSchema } from '../people-schemas.ts';
import type { Route } from '../route.ts';

/** Who asks. */
export const meRoutes: readonly Route[] = [
  callerRoute({
    method: 'get',
    path: '/api/me',
    title: { zh: '我是谁', en: 'Who I am' },
    answer: { status: 200, says: { zh: '登录人', en: 'The caller' }, schema: meSchema },
    problems: [],
    async handle({ api, caller }) {
      const known = caller.units.map((code) => knownUnit(code, api.ports.submissions));
      const units = (await Promise.all(known)).map(({ code, name }) => ({ code, name }));
      const { sub, name, groups, mustChangePassword } = caller;
      return json(meSchema, {
        sub,
        name,
        groups: [...groups],
        units,
        mustChangePassword,
        expiresAt: new Date(caller.expiresAt * 1000).toISOString(),
        signIn: api.own === null ? 'provider' : 'own',
      });
    },
  }),
];

import { json } from '../answer.ts';
import type { Api } from '../api.ts';
import { bearerToken } from '../bearer-token.ts';
import { openRoute } from '../guarded-routes.ts';
import type { OwnAccounts } from '../identity/own-accounts.ts';
import type { OwnCaller } from '../identity/own-tokens.ts';
import { passwordChangeSchema, sessionSchema, signInSchema } from '../people-schemas.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';

const SIGNED_IN = {
  status: 200,
  says: { zh: '令牌及其有效期', en: 'A token and how long it is good for' },
  schema: sessionSchema,
} as const;

/** Signing in, where the installation has accounts of its own. */
export const sessionRoutes: readonly Route[] = [
  openRoute({
    method: 'post',
    path: '/api/session',
    title: { zh: '登录', en: 'Sign in' },
    body: signInSchema,
    takesPassword: true,
    answer: SIGNED_IN,
    problems: ['sign-in-failed', 'signs-in-elsewhere'],
    handle: async ({ api, body }) =>
      json(sessionSchema, await ownOf(api).signIn(body.account, body.password)),
  }),
  openRoute({
    method: 'post',
    path: '/api/session/renew',
    title: { zh: '延长登录', en: 'Renew the token' },
    answer: SIGNED_IN,
    problems: ['not-signed-in', 'signs-in-elsewhere'],
    async handle({ api, request }) {
      const own = ownOf(api);
      return json(sessionSchema, await own.renew(await ownCaller(own, request)));
    },
  }),
  openRoute({
    method: 'post',
    path: '/api/password',
    title: { zh: '修改自己的密码', en: 'Change one’s own password' },
    body: passwordChangeSchema,
    takesPassword: true,
    answer: SIGNED_IN,
    problems: ['not-signed-in', 'sign-in-failed', 'password-too-weak', 'signs-in-elsewhere'],
    async handle({ api, request, body }) {
      const own = ownOf(api);
      const caller = await ownCaller(own, request);
      return json(sessionSchema, await own.changePassword(caller, body.current, body.next));
    },
  }),
];

function ownOf({ own }: Api): OwnAccounts {
  if (own === null) throw new Refusal('signs-in-elsewhere');
  return own;
}

/** Whose token it is. Also before the first password is changed, which is what these routes are for. */
async function ownCaller(own: OwnAccounts, request: Request): Promise<OwnCaller> {
  const token = bearerToken(request);
  const caller = token === null ? null : await own.verify(token);
  if (caller === null) throw new Refusal('not-signed-in');
  return caller;
}

import { json } from '../answer.ts';
import type { Api } from '../api.ts';
import { bearerToken } from '../bearer-token.ts';
import { openRoute } from '../guarded-routes.ts';
import type { OwnAccounts } from '../identity/own-accounts.ts';
import type { OwnCaller } from '../identity/own-tokens.ts';
import type { SignInAnswer } from '../identity/provider-sign-in.ts';
import {
  passwordChangeSchema,
  type Session,
  type SignInWay,
  sessionSchema,
  signInCodeSchema,
  signInSchema,
  signInWaySchema,
} from '../people-schemas.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';

const SIGNED_IN = {
  status: 200,
  says: { zh: '令牌及其有效期', en: 'A token and how long it is good for' },
  schema: sessionSchema,
} as const;

/** Signing in: with accounts of the installation's own, or at an identity provider. */
export const sessionRoutes: readonly Route[] = [
  openRoute({
    method: 'get',
    path: '/api/sign-in',
    title: { zh: '登录方式', en: 'How people sign in' },
    answer: {
      status: 200,
      says: {
        zh: '本系统账号，或统一身份认证的地址',
        en: 'Own accounts, or where the provider is',
      },
      schema: signInWaySchema,
    },
    problems: [],
    handle: async ({ api }) => json(signInWaySchema, await signInWay(api)),
  }),
  openRoute({
    method: 'post',
    path: '/api/sign-in',
    title: { zh: '统一身份认证后换取令牌', en: 'A token for the code of the provider' },
    body: signInCodeSchema,
    takesPassword: true,
    answer: SIGNED_IN,
    problems: ['sign-in-failed', 'signs-in-elsewhere'],
    handle: async ({ api, body }) => json(sessionSchema, await sessionFrom(api, body)),
  }),
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

async function signInWay({ own, signIn }: Api): Promise<SignInWay> {
  if (own !== null) return { kind: 'own' };
  if (signIn === null) return { kind: 'elsewhere' };
  return { kind: 'provider', ...(await signIn.start()) };
}

/** The provider's own token; it lasts as long as the provider says, and is renewed by signing in again. */
async function sessionFrom({ signIn, verify }: Api, answer: SignInAnswer): Promise<Session> {
  if (signIn === null) throw new Refusal('signs-in-elsewhere');
  const token = await signIn.finish(answer);
  const caller = token === null ? null : await verify(token);
  if (token === null || caller === null) throw new Refusal('sign-in-failed');
  const expiresAt = new Date(caller.expiresAt * 1000).toISOString();
  return { token, expiresAt, renewableUntil: expiresAt, mustChangePassword: false };
}

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

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An identity provider of a test's own, on this machine: signs one person in, by code and PKCE alone. */
export interface FakeIssuer {
  readonly issuer: string;
  readonly keysUrl: string;
  /** Codes that were given and not taken yet → what their sender must show. */
  readonly codes: Map<string, Given>;
  readonly close: () => Promise<void>;
}

interface Given {
  readonly challenge: string;
  readonly redirectUri: string;
}

/** The pages, as this provider knows them. */
export const CLIENT = 'jixiao-pages';

/** Starts a provider whose tokens say this of the person. */
export async function startIssuer(claims: Readonly<Record<string, unknown>>): Promise<FakeIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' };
  const codes = new Map<string, Given>();
  let issuer = '';
  const token = (): Promise<string> =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setSubject('u-1')
      .setIssuer(issuer)
      .setAudience(CLIENT)
      .setIssuedAt()
      .setExpirationTime('10 minutes')
      .sign(privateKey);
  const answers: Readonly<Record<string, Answer>> = {
    '/.well-known/openid-configuration': (_, response) =>
      sendJson(response, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
      }),
    '/keys': (_, response) => sendJson(response, { keys: [jwk] }),
    '/authorize': (request, response) =>
      authorize(new URL(request.url ?? '', issuer), codes, response),
    '/token': async (request, response) => {
      const asked = new URLSearchParams(await text(request));
      if (!isGood(asked, codes)) return sendJson(response, { error: 'invalid_grant' }, 400);
      const signed = await token();
      sendJson(response, { access_token: signed, id_token: signed, token_type: 'Bearer' });
    },
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void answers[pathname]?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { issuer, keysUrl: `${issuer}/keys`, codes, close };
}

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

function sendJson(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The provider's own page: whoever clicks is signed in and sent back. */
function authorize(
  { searchParams }: URL,
  codes: Map<string, Given>,
  response: ServerResponse,
): void {
  const redirectUri = searchParams.get('redirect_uri') ?? '';
  const code = `code-${codes.size + 1}`;
  codes.set(code, { challenge: searchParams.get('code_challenge') ?? '', redirectUri });
  const back = new URL(redirectUri);
  back.searchParams.set('code', code);
  back.searchParams.set('state', searchParams.get('state') ?? '');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><a href="${back.href.replaceAll('&', '&amp;')}">以张三的身份登录</a>`,
  );
}

/** A code is good once, for who sent its challenge and for the same address. */
function isGood(asked: URLSearchParams, codes: Map<string, Given>): boolean {
  const code = asked.get('code') ?? '';
  const given = codes.get(code);
  codes.delete(code);
  const challenge = createHash('sha256')
    .update(asked.get('code_verifier') ?? '')
    .digest('base64url');
  return (
    given?.challenge === challenge &&
    given.redirectUri === asked.get('redirect_uri') &&
    asked.get('client_id') === CLIENT
  );
}

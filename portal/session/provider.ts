import type { SignInCode, SignInWay } from '../../functions/api/people-schemas.ts';

/** Where people sign in, and by what. */
type Provider = Extract<SignInWay, { kind: 'provider' }>;

/** A sign-in that was begun: kept until the browser comes back, whichever tab it comes back in. */
interface Begun {
  readonly verifier: string;
  /** Where the person was; null: in another tab, which waits. */
  readonly returnTo: string | null;
}

/** What came of a sign-in at the provider. */
export type Arrival =
  | { readonly kind: 'code'; readonly answer: SignInCode; readonly returnTo: string | null }
  | { readonly kind: 'refused'; readonly reason: string }
  /** Not begun in this browser, or used already: somebody else's link, or the back button. */
  | { readonly kind: 'unknown' };

const KEPT_AS = 'jixiao-sign-in-';

/** Where the provider sends the browser back to. */
const redirectUri = (): string => `${window.location.origin}/sign-in`;

/** Begins to sign in (RFC 7636); the address to go to. Without storage nobody could come back: it throws. */
export async function beginSignIn(
  { authorizeUrl, clientId, scope }: Provider,
  returnTo: string | null,
): Promise<string> {
  // Loaded here: it calls as it loads what browsers of 2020 lack, and the page has given them by now.
  const { sha256 } = await import('@noble/hashes/sha2.js');
  const [state, verifier] = [randomText(), randomText()];
  const begun: Begun = { verifier, returnTo };
  window.localStorage.setItem(KEPT_AS + state, JSON.stringify(begun));
  const url = new URL(authorizeUrl);
  const asked = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri(),
    scope,
    state,
    // Not by the browser's own crypto, which pages without TLS do not have.
    code_challenge: base64Url(sha256(new TextEncoder().encode(verifier))),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
}

/** What the browser came back with, `search` being the query of its address; good once. */
export function arrivalIn(search: string): Arrival {
  const query = new URLSearchParams(search);
  const begun = takeBegun(query.get('state'));
  if (begun === null) return { kind: 'unknown' };
  const code = query.get('code');
  if (code === null) {
    const reason = query.get('error_description') ?? query.get('error') ?? '';
    return { kind: 'refused', reason };
  }
  const { verifier, returnTo } = begun;
  const answer = { code, verifier, redirectUri: redirectUri(), issuer: query.get('iss') };
  return { kind: 'code', answer, returnTo };
}

function takeBegun(state: string | null): Begun | null {
  if (state === null) return null;
  const kept = window.localStorage.getItem(KEPT_AS + state);
  window.localStorage.removeItem(KEPT_AS + state);
  return kept === null ? null : (JSON.parse(kept) as Begun);
}

/** 256 bits of chance, which is what RFC 7636 asks of a verifier. */
const randomText = (): string => base64Url(crypto.getRandomValues(new Uint8Array(32)));

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

import * as oauth from 'oauth4webapi';

/** The pages as an identity provider knows them: a public client, which has no secret to keep. */
export interface SignInClient {
  readonly issuer: string;
  readonly audience: string;
  readonly clientId: string;
  /** What is asked for, with spaces between. */
  readonly scope: string;
}

/** Where a browser goes to sign in. */
export interface SignInStart {
  readonly authorizeUrl: string;
  readonly clientId: string;
  readonly scope: string;
}

/** What a browser came back with. */
export interface SignInAnswer {
  readonly code: string;
  /** What the challenge that the browser had sent was made of (RFC 7636). */
  readonly verifier: string;
  /** Where it came back to. */
  readonly redirectUri: string;
  /** `iss` of the answer (RFC 9207), null where the provider says none. */
  readonly issuer: string | null;
}

/** Signing in at an identity provider: the authorization code flow with PKCE. */
export interface ProviderSignIn {
  readonly start: () => Promise<SignInStart>;
  /** The token for a code; null for a code that the provider does not take. */
  readonly finish: (answer: SignInAnswer) => Promise<string | null>;
}

/**
 * Signs people in at a provider on behalf of the pages, which so send no request to another origin. What
 * cannot be fetched is the provider's fault or our own, and throws.
 */
export function providerSignIn(client: SignInClient): ProviderSignIn {
  const server = discovered(client.issuer);
  return {
    async start() {
      const { authorization_endpoint: authorizeUrl } = await server();
      if (authorizeUrl === undefined) throw new Error(`${client.issuer} lets nobody sign in`);
      return { authorizeUrl, clientId: client.clientId, scope: client.scope };
    },
    finish: async (answer) => tokenFor(answer, await server(), client),
  };
}

/** What the provider says of itself, asked once; again where it could not be had. */
function discovered(issuer: string): () => Promise<oauth.AuthorizationServer> {
  let known: Promise<oauth.AuthorizationServer> | null = null;
  const ask = async (): Promise<oauth.AuthorizationServer> => {
    const url = new URL(issuer);
    return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, over(issuer)));
  };
  return () => {
    known ??= ask().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
}

async function tokenFor(
  { code, verifier, redirectUri, issuer }: SignInAnswer,
  server: oauth.AuthorizationServer,
  { issuer: address, audience, clientId }: SignInClient,
): Promise<string | null> {
  const client = { client_id: clientId };
  const came = new URLSearchParams({ code, ...(issuer !== null && { iss: issuer }) });
  const answer = validAnswer(server, client, came);
  if (answer === null) return null;
  try {
    const response = await oauth.authorizationCodeGrantRequest(
      ...[server, client, oauth.None(), answer, redirectUri, verifier, over(address)],
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response);
    // A token that names the pages themselves is the one about the person.
    return (audience === clientId ? tokens.id_token : tokens.access_token) ?? null;
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError && error.status < 500) return null;
    throw error;
  }
}

/** Null for an answer that another provider gave. The page has compared the state with its own. */
function validAnswer(
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  came: URLSearchParams,
): URLSearchParams | null {
  try {
    return oauth.validateAuthResponse(server, client, came, oauth.skipStateCheck);
  } catch (error) {
    if (error instanceof oauth.OperationProcessingError) return null;
    if (error instanceof oauth.AuthorizationResponseError) return null;
    throw error;
  }
}

/** Only a provider on this very machine is asked without TLS. */
const over = (issuer: string) => ({
  [oauth.allowInsecureRequests]: new URL(issuer).hostname === '127.0.0.1',
});

import { createRemoteJWKSet } from 'jose';
import type { ApiPorts, Drafts } from '../../shared/api-ports.ts';
import { awsClients } from '../aws-clients.ts';
import { dynamoAccounts } from '../dynamo/accounts.ts';
import { dynamoSendings } from '../dynamo/sendings.ts';
import { dynamoSubmissions } from '../dynamo/submissions.ts';
import type { Environment } from '../environment.ts';
import { s3Downloads } from '../s3-downloads.ts';
import { s3Scans } from '../s3-scans.ts';
import { s3Sending } from '../s3-sending.ts';
import { systemClock } from '../system-clock.ts';
import type { Api } from './api.ts';
import { ownAccounts } from './identity/own-accounts.ts';
import type { ProviderSignIn } from './identity/provider-sign-in.ts';
import { type Provider, providerVerifier } from './identity/provider-tokens.ts';

/** The API on AWS: with an identity provider where one is named, else with accounts of its own. */
export function liveApi(environment: Environment): Api {
  const ports = apiPorts(environment);
  const portalOrigin = environment.PORTAL_ORIGIN?.replace(/\/$/, '') ?? null;
  const provider = providerIn(environment);
  if (provider !== null) {
    const verify = providerVerifier(provider, ports.clock);
    const signIn = signInAt(provider, environment);
    return { ports, portalOrigin, own: null, verify, signIn };
  }
  const own = ownAccounts(ports.accounts, ports.clock);
  return { ports, portalOrigin, own, verify: own.verify, signIn: null };
}

function apiPorts(environment: Environment): ApiPorts {
  const { documents, s3 } = awsClients();
  const table = { documents, name: environment.TABLE_NAME };
  // Loaded when first needed: most requests wake nobody.
  const pipeline = async () => (await import('../live-ports.ts')).livePorts(environment);
  const submissions = dynamoSubmissions(documents, environment.TABLE_NAME);
  const drafts = keptDrafts(environment, submissions);
  return {
    submissions,
    accounts: dynamoAccounts(table),
    sendings: dynamoSendings(table),
    sending: s3Sending(s3, environment.UPLOADS_BUCKET),
    downloads: s3Downloads(s3, environment.OUTPUTS_BUCKET),
    scans: s3Scans(s3, environment.OUTPUTS_BUCKET),
    // Loaded when first needed: the writer of workbooks is large.
    templates: {
      template: async (input) => (await import('../workbooks.ts')).templates.template(input),
    },
    drafts: { print: async (file) => (await drafts()).print(file) },
    outputs: { readOutput: async (key) => (await pipeline()).outputs.readOutput(key) },
    jobs: {
      render: async (job) => (await pipeline()).jobs.render(job),
      summarise: async (job) => (await pipeline()).jobs.summarise(job),
      publish: async (job) => (await pipeline()).jobs.publish(job),
    },
    clock: systemClock,
  };
}

/** Made when first needed, and kept: fonts are read once for a process. */
function keptDrafts(
  environment: Environment,
  submissions: ApiPorts['submissions'],
): () => Promise<Drafts> {
  let made: Promise<Drafts> | null = null;
  return () => {
    made ??= import('./live-drafts.ts').then(({ liveDrafts }) =>
      liveDrafts(environment, submissions),
    );
    return made;
  };
}

/** Asking the provider is loaded when somebody signs in. */
function signInAt(
  { issuer, audience }: Provider,
  { TOKEN_CLIENT: clientId, TOKEN_SCOPE: scope = 'openid profile' }: Environment,
): ProviderSignIn | null {
  if (clientId === undefined) return null;
  let loaded: Promise<ProviderSignIn> | null = null;
  const load = (): Promise<ProviderSignIn> => {
    loaded ??= import('./identity/provider-sign-in.ts').then(({ providerSignIn }) =>
      providerSignIn({ issuer, audience, clientId, scope }),
    );
    return loaded;
  };
  return {
    start: async () => (await load()).start(),
    finish: async (answer) => (await load()).finish(answer),
  };
}

/** Throws where only half of a provider is named: then nobody could sign in, or anybody. */
function providerIn(environment: Environment): Provider | null {
  const { TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience, TOKEN_KEYS_URL } = environment;
  if (issuer === undefined && audience === undefined) return null;
  if (issuer === undefined || audience === undefined) {
    throw new Error('TOKEN_ISSUER and TOKEN_AUDIENCE go together');
  }
  const keys = TOKEN_KEYS_URL ?? `${issuer.replace(/\/$/, '')}/.well-known/jwks.json`;
  return { issuer, audience, keys: createRemoteJWKSet(new URL(keys)) };
}

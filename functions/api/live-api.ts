import type { Logger } from '@aws-lambda-powertools/logger';
import { createRemoteJWKSet } from 'jose';
import type { ApiPorts } from '../../shared/api-ports.ts';
import type { Printer } from '../../shared/ports.ts';
import { documentClient } from '../document-client.ts';
import { dynamoAccounts } from '../dynamo/accounts.ts';
import { dynamoSendings } from '../dynamo/sendings.ts';
import { dynamoSubmissions } from '../dynamo/submissions.ts';
import { type Environment, portalOriginIn, siteIn } from '../environment.ts';
import { siteAssetsIn } from '../site-assets.ts';
import { systemClock } from '../system-clock.ts';
import type { Api } from './api.ts';
import { ownAccounts } from './identity/own-accounts.ts';
import type { ProviderSignIn } from './identity/provider-sign-in.ts';
import { type Provider, providerVerifier } from './identity/provider-tokens.ts';
import { laterBuckets } from './later-buckets.ts';
import { laterNotices } from './later-notices.ts';
import type { Judging } from './live-judging.ts';

/** The API on AWS: with an identity provider where one is named, else with accounts of its own. */
export function liveApi(environment: Environment, logger: Logger): Api {
  const ports = apiPorts(environment, logger);
  const portalOrigin = portalOriginIn(environment);
  const provider = providerIn(environment);
  if (provider !== null) {
    const verify = providerVerifier(provider, ports.clock);
    const signIn = signInAt(provider, environment);
    return { ports, portalOrigin, own: null, verify, signIn };
  }
  const own = ownAccounts(ports.accounts, ports.clock);
  return { ports, portalOrigin, own, verify: own.verify, signIn: null };
}

function apiPorts(environment: Environment, logger: Logger): ApiPorts {
  const documents = documentClient();
  const table = { documents, name: environment.TABLE_NAME };
  // Loaded when first needed: most requests wake nobody.
  const pipeline = async () => (await import('../live-ports.ts')).livePorts(environment);
  const submissions = dynamoSubmissions(documents, environment.TABLE_NAME);
  const judging = keptJudging(environment, submissions);
  return {
    submissions,
    accounts: dynamoAccounts(table),
    sendings: dynamoSendings(table),
    ...laterBuckets(environment),
    // Loaded when first needed: the writer of workbooks is large.
    templates: {
      template: async (input) => (await import('../workbooks.ts')).templates.template(input),
    },
    drafts: { print: async (file) => (await judging()).drafts.print(file) },
    impacts: { onFiled: async (request) => (await judging()).impacts.onFiled(request) },
    outputs: { readOutput: async (key) => (await pipeline()).outputs.readOutput(key) },
    jobs: {
      render: async (job) => (await pipeline()).jobs.render(job),
      summarise: async (job) => (await pipeline()).jobs.summarise(job),
      publish: async (job) => (await pipeline()).jobs.publish(job),
      intake: async (upload) => (await pipeline()).jobs.intake(upload),
    },
    notices: laterNotices(environment, logger),
    reminders: {
      remind: async (reminder) =>
        (await import('../live-reminders.ts')).liveReminders(environment).remind(reminder),
    },
    // Loaded when first needed: fonts are large, and few requests look at what is to be public.
    printer: {
      print: async (recordSet, form) => (await printerFor(environment)).print(recordSet, form),
    },
    site: siteIn(environment),
    // Read when somebody looks at a page before it is public.
    get assets() {
      return siteAssetsIn(environment.SITE_DIRECTORY ?? 'site');
    },
    clock: systemClock,
  };
}

/** Made when first needed, and kept: one child reads for a process, and fonts are read once. */
function keptJudging(
  environment: Environment,
  submissions: ApiPorts['submissions'],
): () => Promise<Judging> {
  let made: Promise<Judging> | null = null;
  const printer: Pick<Printer, 'printDraft'> = {
    printDraft: async (recordSet, form) =>
      (await printerFor(environment)).printDraft(recordSet, form),
  };
  return () => {
    made ??= import('./live-judging.ts').then(({ liveJudging }) =>
      liveJudging(environment, submissions, printer),
    );
    return made;
  };
}

let printer: Promise<Printer> | null = null;

/** One for a process. */
function printerFor(environment: Environment): Promise<Printer> {
  printer ??= import('../render/printer.ts').then(async ({ fontPrinter }) =>
    fontPrinter((await import('../fonts.ts')).fontPlaces(environment)),
  );
  return printer;
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

import type * as z from 'zod';
import type { Period } from '../../shared/period.ts';
import type { Periods, Units } from '../../shared/store/submissions.ts';
import type { SubmissionKey } from '../../shared/upload.ts';
import {
  boardOf,
  mayManage,
  mayRead,
  mayReadSummary,
  mayReadTrail,
  maySend,
  rolesFor,
} from './access.ts';
import type { Api } from './api.ts';
import type { Caller } from './identity/caller.ts';
import { knownUnit } from './known-unit.ts';
import { type KnownUpload, knownUpload } from './known-upload.ts';
import { type Parsed, parsedBody, parsedQuery } from './read-request.ts';
import { Refusal } from './refusal.ts';
import type { Exchange, Route, Stated } from './route.ts';

/** What a handler is given: the request, read by its schemas. */
export interface Given<Query, Body> {
  readonly api: Api;
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
}

/** … with who asks. */
export interface CallerGiven<Query, Body> extends Given<Query, Body> {
  readonly caller: Caller;
}

/** … for a unit and a period that are there, and that the caller may see or send for. */
export interface UnitGiven<Query, Body> extends CallerGiven<Query, Body> {
  readonly submission: SubmissionKey;
  readonly period: Period;
  readonly unit: { readonly code: string; readonly name: string };
}

/** … for a period that is there, where the caller may see all of it or their part. */
export interface PeriodGiven<Query, Body> extends CallerGiven<Query, Body> {
  readonly period: Period;
}

/** … for an upload that the caller may see. */
export interface UploadGiven<Query, Body> extends CallerGiven<Query, Body> {
  readonly upload: KnownUpload;
}

type Handled<G> = { readonly handle: (given: G) => Promise<Response> };

/** A route for anyone. */
export function openRoute<
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(stated: Stated<Q, B> & Handled<Given<Parsed<Q>, Parsed<B>>>): Route {
  return {
    ...stated,
    access: 'anyone',
    run: async (exchange) => stated.handle(await givenOf(stated, exchange)),
  };
}

/** A route for whoever is signed in. */
export function callerRoute<
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(stated: Stated<Q, B> & Handled<CallerGiven<Parsed<Q>, Parsed<B>>>): Route {
  return {
    ...stated,
    access: 'caller',
    async run(exchange) {
      const caller = callerOf(exchange);
      return stated.handle({ ...(await givenOf(stated, exchange)), caller });
    },
  };
}

/** A route below `/api/periods/{period}/units/{unit}`. */
export function unitRoute<
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(
  stated: Stated<Q, B> & {
    readonly access: UnitAccess;
  } & Handled<UnitGiven<Parsed<Q>, Parsed<B>>>,
): Route {
  return {
    ...stated,
    async run(exchange) {
      const caller = callerOf(exchange);
      const { period = '', unit = '' } = exchange.params;
      const place = await placeFor(
        stated.access,
        caller,
        { period, submitter: unit },
        exchange.api,
      );
      const given = await givenOf(stated, exchange);
      return stated.handle({ ...given, caller, ...place });
    },
  };
}

/** What somebody wants with a unit's submission. */
type UnitAccess = 'read-unit' | 'send-unit' | 'act-unit';

/** Where somebody may look, send or act; refuses what the caller may not, or is not there. */
export async function placeFor(
  access: UnitAccess,
  caller: Caller,
  submission: SubmissionKey,
  api: Pick<Api, 'ports'>,
): Promise<Pick<UnitGiven<unknown, unknown>, 'submission' | 'period' | 'unit'>> {
  const { submissions } = api.ports;
  const { period: year, submitter } = submission;
  if (!(await isAllowed(access, caller, submitter, submissions))) throw new Refusal('not-yours');
  const period = await knownPeriod(year, submissions);
  const { isKnown, code, name } = await knownUnit(submitter, submissions);
  if (!isKnown) throw new Refusal('not-found');
  return { submission, period, unit: { code, name } };
}

async function isAllowed(
  access: UnitAccess,
  caller: Caller,
  submitter: string,
  register: Pick<Units, 'registerFor'>,
): Promise<boolean> {
  if (access === 'send-unit') return maySend(caller, submitter);
  if (access === 'read-unit') return mayRead(caller, submitter, register);
  return (await rolesFor(caller, submitter, register)).length > 0;
}

async function knownPeriod(year: string, { periods }: Pick<Periods, 'periods'>): Promise<Period> {
  const period = (await periods()).find(({ id }) => id === year);
  if (period === undefined) throw new Refusal('no-such-period');
  return period;
}

/** Who may look at all of a period, or settle it. */
const PERIOD_ACCESS = {
  board: (caller: Caller): boolean => boardOf(caller) !== null,
  summary: mayReadSummary,
  trail: mayReadTrail,
  manage: mayManage,
} as const;

/** A route about all of a period: its board, its summary, its audit trail, or what finance settles of it. */
export function periodRoute<
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(
  stated: Stated<Q, B> & {
    readonly access: keyof typeof PERIOD_ACCESS;
  } & Handled<PeriodGiven<Parsed<Q>, Parsed<B>>>,
): Route {
  return {
    ...stated,
    async run(exchange) {
      const caller = callerOf(exchange);
      if (!PERIOD_ACCESS[stated.access](caller)) throw new Refusal('not-yours');
      const { period: year = '' } = exchange.params;
      const period = await knownPeriod(year, exchange.api.ports.submissions);
      return stated.handle({ ...(await givenOf(stated, exchange)), caller, period });
    },
  };
}

/** A route for finance that is about no period that must be there. */
export function bureauRoute<
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(stated: Stated<Q, B> & Handled<CallerGiven<Parsed<Q>, Parsed<B>>>): Route {
  return {
    ...stated,
    access: 'manage',
    async run(exchange) {
      const caller = callerOf(exchange);
      if (!mayManage(caller)) throw new Refusal('not-yours');
      return stated.handle({ ...(await givenOf(stated, exchange)), caller });
    },
  };
}

/** A route below `/api/uploads/{id}`. One that is not there and one of others look alike. */
export function uploadRoute<
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(stated: Stated<Q, B> & Handled<UploadGiven<Parsed<Q>, Parsed<B>>>): Route {
  return {
    ...stated,
    access: 'read-upload',
    async run(exchange) {
      const caller = callerOf(exchange);
      const { ports } = exchange.api;
      const upload = await knownUpload(exchange.params['id'] ?? '', ports);
      const isAllowed =
        upload !== null && (await mayRead(caller, upload.submission.submitter, ports.submissions));
      if (!isAllowed) throw new Refusal('not-found');
      return stated.handle({ ...(await givenOf(stated, exchange)), caller, upload });
    },
  };
}

function callerOf({ caller }: Exchange): Caller {
  if (caller === null) throw new Refusal('not-signed-in');
  return caller;
}

async function givenOf<Q extends z.ZodType, B extends z.ZodType>(
  stated: Stated<Q, B>,
  { api, request, params }: Exchange,
): Promise<Given<Parsed<Q>, Parsed<B>>> {
  const query = parsedQuery(stated.query, request);
  return { api, request, params, query, body: await parsedBody(stated.body, request) };
}

import { type Context, Hono } from 'hono';
import type { Api } from './api.ts';
import { bearerToken } from './bearer-token.ts';
import type { Caller } from './identity/caller.ts';
import { openApi } from './openapi.ts';
import type { ProblemName } from './problems.ts';
import { type Limiter, limiter } from './rate-limit.ts';
import { problemResponse, Refusal } from './refusal.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes/catalogue.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** What is logged of a request: never a body, a query, a file name or a name of a person. */
export interface RequestLog {
  readonly method: string;
  /** Of the route, with its parameters' names; null for an address that is none. */
  readonly path: string | null;
  readonly status: number;
  readonly milliseconds: number;
}

/** What the app is run in. */
export interface Surroundings {
  /** Where a request comes from. */
  readonly addressOf: (context: Context) => string;
  readonly log: (entry: RequestLog) => void;
  /** What was our own fault. Returns a number to tell an administrator. */
  readonly logFault: (error: unknown, path: string) => string;
}

/** Whole offices share an address; a person clicks, a system sends a file at a time. */
const BY_ADDRESS = { burst: 400, perSecond: 40 };
const BY_CALLER = { burst: 60, perSecond: 5 };
/** Some previews in a row, then one in ten seconds. */
const COSTLY_BY_CALLER = { burst: 6, perSecond: 0.1 };
/**
 * Besides the lock on each account: keeps one address from trying many. Only what fails counts: a whole
 * district may sign in from one address in the morning.
 */
const FAILED_BY_ADDRESS = { burst: 30, perSecond: 0.5 };

/** What is known of a request once its route is. */
interface Found {
  Variables: { path?: string };
}

/** The API: the same on Lambda, locally and in tests. */
export function makeApp(api: Api, surroundings: Surroundings): Hono<Found> {
  const app = new Hono<Found>();
  const answer = answerer(api, surroundings);
  const now = (): number => api.ports.clock.now().getTime();

  app.use('*', async (context, next) => {
    const since = now();
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
    const path = context.get('path') ?? null;
    const { method } = context.req;
    surroundings.log({ method, path, status: context.res.status, milliseconds: now() - since });
  });
  for (const route of ROUTES) {
    app.on(route.method.toUpperCase(), honoPath(route), (context) => {
      context.set('path', route.path);
      return answer(route, context);
    });
  }
  app.get(DESCRIPTION, () => Response.json(openApi(ROUTES)));
  app.notFound(() => problemResponse('not-found'));
  app.onError((error, context) => {
    if (error instanceof Refusal) return refusalResponse(error);
    const number = surroundings.logFault(error, context.get('path') ?? '');
    const detail = { zh: `编号 ${number}。`, en: `Number ${number}.` };
    return problemResponse('our-fault', { detail });
  });
  return app;
}

/** Where the API describes itself. */
export const DESCRIPTION = '/api/openapi.json';

/** `/api/uploads/{id}` → `/api/uploads/:id` */
const honoPath = ({ path }: Route): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Answers a route: within what its caller may ask for, once it is known who that is. */
function answerer(api: Api, { addressOf }: Surroundings) {
  const byAddress = limiter(BY_ADDRESS);
  const byCaller = limiter(BY_CALLER);
  const costly = limiter(COSTLY_BY_CALLER);
  const failures = limiter(FAILED_BY_ADDRESS);
  const now = (): number => api.ports.clock.now().getTime();
  const run = async (route: Route, context: Context): Promise<Response> => {
    const { raw: request } = context.req;
    const caller = route.access === 'anyone' ? null : await callerOf(request, api);
    if (caller !== null) takeOne(byCaller, caller.sub, now());
    if (caller !== null && route.isCostly === true) takeOne(costly, caller.sub, now());
    if (caller?.mustChangePassword && !BEFORE_CHANGE.has(route.path)) {
      throw new Refusal('password-to-change');
    }
    return route.run({ api, request, params: context.req.param(), caller });
  };
  return async (route: Route, context: Context): Promise<Response> => {
    const address = addressOf(context);
    takeOne(byAddress, address, now());
    // A token that is over is no guess: only where a password is typed, failing counts.
    if (route.takesPassword !== true) return run(route, context);
    assertWithin(failures.wait(address, now()));
    const response = await run(route, context).catch((error: unknown) => {
      if (error instanceof Refusal) return refusalResponse(error);
      throw error;
    });
    if (response.status === 401) failures.take(address, now());
    return response;
  };
}

const refusalResponse = ({ problem, facts }: Refusal): Response => problemResponse(problem, facts);

/** What is answered before the first password is changed. */
const BEFORE_CHANGE: ReadonlySet<string> = new Set(['/api/me']);

async function callerOf(request: Request, { verify }: Api): Promise<Caller> {
  const token = bearerToken(request);
  const caller = token === null ? null : await verify(token);
  const problem: ProblemName = 'not-signed-in';
  if (caller === null) throw new Refusal(problem, { headers: { 'www-authenticate': 'Bearer' } });
  return caller;
}

function takeOne(limit: Limiter, who: string, now: number): void {
  assertWithin(limit.wait(who, now));
  limit.take(who, now);
}

function assertWithin(wait: number): void {
  if (wait > 0) throw new Refusal('too-many', { headers: { 'retry-after': String(wait) } });
}

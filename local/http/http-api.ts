import { setTimeout as pause } from 'node:timers/promises';
import type { HttpApiWiring, RouteWiring } from '../wiring/wiring.ts';
import { gatewayReply, type SiteReply, type SiteRequest } from './exchange.ts';
import { eventFor, type RoutedRequest } from './http-api-event.ts';
import { replyFrom } from './http-api-reply.ts';
import { readLimited } from './read-limited.ts';

/** Answers requests by calling functions, as an HTTP API does it. */
export type HttpApi = (request: SiteRequest) => Promise<SiteReply>;

/** What stands behind the routes. */
export interface HttpApiSettings {
  readonly api: HttpApiWiring;
  /** Calls a function; rejects when it fails. */
  readonly invoke: (name: string, event: unknown) => Promise<unknown>;
  readonly log: (line: string) => void;
}

/** Bytes: of a request's body at the gateway, and of what goes to a function and comes from it. */
const LARGEST_BODY = 10 * 1024 * 1024;
const LARGEST_PAYLOAD = 6 * 1024 * 1024;

const TOO_LARGE = gatewayReply(413, 'Request Entity Too Large');
const FAILED = gatewayReply(500, 'Internal Server Error');
const TOO_SLOW = gatewayReply(503, 'Service Unavailable');

/** An HTTP API with its limits: sizes are answered with 413, slowness with 503, failures with 500. */
export const httpApi =
  ({ api, invoke, log }: HttpApiSettings): HttpApi =>
  async (request) => {
    const routed = routedRequest(api.routes, request);
    if (routed === null) return gatewayReply(404, 'Not Found');
    const body = await readLimited(request.incoming, LARGEST_BODY);
    if (body === null) return TOO_LARGE;
    const event = eventFor(api.name, routed, body, new Date());
    if (sizeOf(event) > LARGEST_PAYLOAD) return TOO_LARGE;
    const { function: name, timeout } = routed.route;
    try {
      const waiting = new AbortController();
      const late = pause(timeout, TOO_SLOW, { ref: false, signal: waiting.signal });
      // Aborted once the function has answered.
      late.catch(() => {});
      const answered = invoke(name, event).then((result) => {
        if (sizeOf(result) > LARGEST_PAYLOAD) throw new Error(`${name}: over 6 MB in an answer`);
        return replyFrom(result);
      });
      return await Promise.race([answered, late]).finally(() => waiting.abort());
    } catch (error) {
      log(`${routed.route.key}: ${String(error)}`);
      return FAILED;
    }
  };

const sizeOf = (payload: unknown): number => Buffer.byteLength(JSON.stringify(payload) ?? '');

/** The route for a request: one that names the method before ANY, a longer path before a shorter. */
function routedRequest(routes: readonly RouteWiring[], request: SiteRequest): RoutedRequest | null {
  const path = decodedPath(request.path);
  if (path === null) return null;
  const found = routes
    .flatMap((route) => {
      const parameters = parametersOf(route, request.method, path);
      return parameters === null ? [] : [{ request, route, path, parameters }];
    })
    .sort((one, other) => weight(other.route) - weight(one.route));
  return found[0] ?? null;
}

const weight = ({ method, path }: RouteWiring): number =>
  path.length * 2 + (path.includes('{') ? 0 : 1000) + (method === 'ANY' ? 0 : 1);

function parametersOf(
  { method, path: pattern }: RouteWiring,
  asked: string,
  path: string,
): Record<string, string> | null {
  if (method !== 'ANY' && method !== asked) return null;
  const greedy = /^(.*\/)\{(\w+)\+\}$/.exec(pattern);
  if (greedy === null) return path === pattern ? {} : null;
  const [, before = '', name = ''] = greedy;
  const rest = path.slice(before.length);
  return path.startsWith(before) && rest !== '' ? { [name]: rest } : null;
}

/**
 * Functions are told decoded paths, and nothing behind a question mark that was encoded; a path that
 * cannot be decoded belongs to no route.
 */
function decodedPath(path: string): string | null {
  try {
    return decodeURIComponent(path).split('?', 1)[0] ?? null;
  } catch {
    return null;
  }
}

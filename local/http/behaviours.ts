import { runInNewContext } from 'node:vm';
import type { BehaviourWiring, SiteWiring } from '../wiring/wiring.ts';
import type { SiteReply, SiteRequest } from './exchange.ts';

/** The behaviour for a path: the first whose pattern fits. The last one fits every path. */
export function behaviourFor({ behaviours }: SiteWiring, path: string): BehaviourWiring {
  const found = behaviours.find(({ pattern }) => fits(pattern, path));
  if (found === undefined) throw new Error(`no behaviour for ${path}`);
  return found;
}

/** CloudFront's patterns are case-sensitive and match whole paths; a first slash may be left out. */
function fits(pattern: string, path: string): boolean {
  const rooted = pattern.startsWith('/') || pattern.startsWith('*') ? pattern : `/${pattern}`;
  const source = rooted
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(path);
}

/** Milliseconds; a function at the edge has less than one, but not on a busy machine. */
const EDGE_TIMEOUT = 1000;

/**
 * The path that is asked of the origin, after the function at the edge and the root object. Throws
 * when the function does anything but rewrite the path.
 */
export function pathAtOrigin(
  { rewrite }: BehaviourWiring,
  { rootObject }: SiteWiring,
  { method, path, headers }: SiteRequest,
): string {
  const request = {
    method,
    uri: path,
    querystring: {},
    cookies: {},
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, { value: String(value) }]),
    ),
  };
  const seen = rewrite === null ? request : runAtEdge(rewrite, request);
  if (typeof seen.uri !== 'string' || 'statusCode' in seen) {
    throw new Error('the function at the edge did not return a request');
  }
  return seen.uri === '/' ? `/${rootObject}` : seen.uri;
}

function runAtEdge(code: string, request: object): { readonly uri?: unknown } {
  const event = { version: '1.0', context: {}, viewer: { ip: '127.0.0.1' }, request };
  // As text, both ways: nothing of this process is in the function's reach.
  const call = `${code}\nJSON.stringify(handler(${JSON.stringify(event)}));`;
  return JSON.parse(String(runInNewContext(call, {}, { timeout: EDGE_TIMEOUT })));
}

/** The answer with the headers that the behaviour adds. */
export function withAddedHeaders(reply: SiteReply, { headers }: BehaviourWiring): SiteReply {
  const added = headers.filter(({ name, override }) => override || !(name in reply.headers));
  return {
    ...reply,
    headers: {
      ...reply.headers,
      ...Object.fromEntries(added.map(({ name, value }) => [name, value])),
    },
  };
}

import type { IncomingMessage } from 'node:http';
import type { SiteRequest } from './exchange.ts';

/**
 * Takes a request apart; null for one whose target is no path. `..` cannot lead out of the origin:
 * it is walked within the URL before anybody looks at the path.
 */
export function parseRequest(incoming: IncomingMessage): SiteRequest | null {
  const target = incoming.url ?? '';
  if (!target.startsWith('/')) return null;
  // Appended as text: a target of `//host` is a path, too.
  const url = URL.parse(`http://origin${target}`);
  if (url === null) return null;
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.search.slice(1),
    headers: incoming.headers,
    incoming,
  };
}

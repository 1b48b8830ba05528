import type { IncomingMessage, RequestListener, Server } from 'node:http';

/*
 * Nothing here is reachable from another machine, but a browser on this one runs pages from anywhere. What
 * they ask for looks like anybody's request: only the host and the origin that it names tell them apart.
 * The stand-ins check no signature, so whoever gets an answer gets all.
 */

/** Names under which a browser on this machine reaches it. */
const HOSTS: readonly string[] = ['127.0.0.1', 'localhost'];

/**
 * True for a name of this machine. A page elsewhere can let its own name point here, and would then
 * share an origin with what is here.
 */
export const isOurHost = ({ headers }: IncomingMessage): boolean => HOSTS.includes(nameOf(headers));

/** True also for a name below `localhost`, which no page elsewhere can have: S3 clients put buckets there. */
export const isBelowOurHost = ({ headers }: IncomingMessage): boolean =>
  HOSTS.includes(nameOf(headers)) || nameOf(headers).endsWith('.localhost');

const nameOf = ({ host = '' }: IncomingMessage['headers']): string => host.replace(/:\d+$/, '');

/** True for the origin of a page that came from this machine. */
export function isOurOrigin(origin: string): boolean {
  const url = URL.parse(origin);
  return url !== null && HOSTS.includes(url.hostname);
}

/** Lets a server answer programs alone: no page of any origin has business with it. */
export function answerProgramsOnly(server: Server): void {
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (incoming, response) => {
    if (incoming.headers.origin === undefined && isBelowOurHost(incoming)) {
      for (const listener of listeners) listener.call(server, incoming, response);
      return;
    }
    incoming.resume();
    response.writeHead(403).end();
  });
}

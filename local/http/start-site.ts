import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { finished } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { HOST } from '../ports.ts';
import { printable } from '../printable.ts';
import { bucketHost } from '../wiring/names.ts';
import type { AddedHeader, HttpApiWiring, SiteWiring } from '../wiring/wiring.ts';
import { answererFor } from './answer.ts';
import { bucketOrigin } from './bucket-origin.ts';
import type { SiteReply } from './exchange.ts';
import { type HttpApi, httpApi } from './http-api.ts';
import { inTurn } from './in-turn.ts';

/** What a site is made of. */
export interface SiteSettings {
  readonly site: SiteWiring;
  readonly apis: readonly HttpApiWiring[];
  /** Names of the buckets: answers name their hosts, which are all `s3` here. */
  readonly buckets: readonly { readonly name: string }[];
  /** Endpoint of S3. */
  readonly s3: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Calls a function; rejects when it fails. */
  readonly invoke: (name: string, event: unknown) => Promise<unknown>;
  readonly log: (line: string) => void;
}

/** A site that listens; `stop` lets requests under way finish for a while. */
export interface RunningSite {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** Processes of functions that answer at once; each takes memory, and a browser that waits holds one. */
const AT_ONCE = 16;

/** Milliseconds that requests under way get to finish when the site is stopped. */
const PATIENCE = 3000;

/**
 * The one origin that browsers see, on 127.0.0.1: files of buckets and answers of APIs, by the
 * behaviours of a distribution. Rejects when the port is taken.
 */
export async function startSite(settings: SiteSettings): Promise<RunningSite> {
  const { apis, s3, log } = settings;
  const files = bucketOrigin(s3);
  const turn = inTurn(AT_ONCE);
  const invoke: SiteSettings['invoke'] = (name, event) => turn(() => settings.invoke(name, event));
  const gateways = new Map<string, HttpApi>(
    apis.map((api) => [api.name, httpApi({ api, invoke, log })]),
  );
  const answer = answererFor({ site: localised(settings), files, gateways, log });
  const server = createServer((incoming, response) => {
    void answer(incoming).then((reply) => {
      // A connection that was busy when the site stopped would else be kept for the next request.
      if (!server.listening) response.setHeader('connection', 'close');
      write(response, reply, incoming, log);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(settings.port, HOST, resolve);
  });
  return {
    endpoint: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    async stop() {
      await stopServer(server);
      files.close();
    },
  };
}

/** The site with every bucket's host in its headers replaced by the one S3 has here. */
function localised({ site, buckets, s3 }: SiteSettings): SiteWiring {
  const { host } = new URL(s3);
  const localise = (header: AddedHeader): AddedHeader => ({
    ...header,
    value: buckets.reduce(
      (text, { name }) => text.replaceAll(bucketHost(name), host),
      header.value,
    ),
  });
  return {
    ...site,
    behaviours: site.behaviours.map((behaviour) => ({
      ...behaviour,
      headers: behaviour.headers.map(localise),
    })),
  };
}

function write(
  response: ServerResponse,
  { status, headers, body }: SiteReply,
  incoming: IncomingMessage,
  log: (line: string) => void,
): void {
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  response.statusCode = status;
  if (Buffer.isBuffer(body)) {
    response.end(incoming.method === 'HEAD' ? undefined : body);
    return;
  }
  finished(body, (error) => {
    // Half an answer is on its way: only breaking off tells the browser.
    // A browser that left has destroyed the response, and with it the body: that is no fault.
    if (error != null && !response.writableEnded && !response.destroyed) {
      log(printable(`${incoming.method} ${incoming.url}: ${String(error)}`));
      response.destroy();
    }
  });
  response.once('close', () => body.destroy());
  if (incoming.method === 'HEAD') {
    body.resume();
    response.end();
  } else body.pipe(response);
}

async function stopServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  await Promise.race([closed, pause(PATIENCE, undefined, { ref: false })]);
  server.closeAllConnections();
  await closed;
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { isBelowOurHost } from '../our-machine.ts';
import { HOST } from '../ports.ts';
import { printable } from '../printable.ts';
import type { CorsRule } from '../wiring/wiring.ts';
import { refuseBroken } from './broken-request.ts';
import { assertMayAsk, type CrossOrigin, corsHeaders, preflightHeaders } from './cors.ts';
import type { GatewayContext, S3Reply, S3Request } from './exchange.ts';
import { operationFor } from './operations.ts';
import { parseRequest } from './parse-request.ts';
import { assertNotExpired } from './presigned.ts';
import { errorDocument, S3Error } from './s3-error.ts';

/** A gateway that listens; `stop` also cuts connections that are still open. */
export interface RunningGateway {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/**
 * S3 as the product relies on it, on 127.0.0.1: versions, exact reads by version, CORS, form
 * policies, and events that are laid down before the client hears “done”. Signatures are not
 * checked, so pages of other machines get no answer. Rejects when the port is taken.
 */
export async function startGateway(
  context: GatewayContext,
  port: number,
  log: (line: string) => void,
): Promise<RunningGateway> {
  const server = createServer((incoming, response) => {
    serve(incoming, response, context, log).catch((error: unknown) => {
      // The client is gone, or the answer broke off: there is nobody left to tell but the log.
      log(failureLine(incoming, error));
      response.destroy();
    });
  });
  server.on('clientError', refuseBroken);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, HOST, resolve);
  });
  return {
    endpoint: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  context: GatewayContext,
  log: (line: string) => void,
): Promise<void> {
  const refused = (error: unknown): S3Reply => {
    const isRefusal = error instanceof S3Error;
    if (!isRefusal) log(failureLine(incoming, error));
    return refusal(isRefusal ? error : internalError(error));
  };
  if (!isBelowOurHost(incoming)) {
    await write(response, refused(OTHER_HOST), incoming.method);
    return;
  }
  let request: S3Request;
  try {
    request = parseRequest(incoming, context.buckets);
  } catch (error) {
    await write(response, refused(error), incoming.method);
    return;
  }
  const rules = context.buckets.get(request.bucket)?.cors ?? [];
  const reply = await answer(request, rules, context).catch(refused);
  const asked = crossOriginOf(request);
  const cors = asked === null ? {} : corsHeaders(rules, asked);
  await write(response, { ...reply, headers: { ...cors, ...reply.headers } }, request.method);
}

async function answer(
  request: S3Request,
  rules: readonly CorsRule[],
  context: GatewayContext,
): Promise<S3Reply> {
  const asked = crossOriginOf(request);
  if (asked !== null) assertMayAsk(rules, asked.origin);
  if (request.method === 'OPTIONS' && asked !== null) {
    return { status: 200, headers: preflightHeaders(rules, asked) };
  }
  assertNotExpired(request.query, context.now());
  return operationFor(request)(request, context);
}

const OTHER_HOST = new S3Error(
  403,
  'AccessForbidden',
  '请用 127.0.0.1 访问 / please come by way of 127.0.0.1',
);

/** Null when no browser asks from another origin. */
function crossOriginOf({ method, headers }: S3Request): CrossOrigin | null {
  if (headers.origin === undefined) return null;
  const preflight = method === 'OPTIONS';
  const wanted = preflight ? String(headers['access-control-request-headers'] ?? '') : '';
  return {
    origin: headers.origin,
    method: preflight ? String(headers['access-control-request-method'] ?? '') : method,
    headers: wanted
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
  };
}

const failureLine = ({ method, url }: IncomingMessage, error: unknown): string =>
  printable(`S3 ${method} ${url}: ${String(error)}`);

const internalError = (error: unknown): S3Error =>
  new S3Error(500, 'InternalError', `本机系统故障 / the local system failed: ${error}`);

const refusal = (error: S3Error): S3Reply => ({
  status: error.status,
  headers: { ...error.headers, 'content-type': 'application/xml' },
  body: errorDocument(error),
});

async function write(
  response: ServerResponse,
  reply: S3Reply,
  method: string | undefined,
): Promise<void> {
  const { status, headers = {}, body = '' } = reply;
  if (typeof body !== 'string' && method !== 'HEAD') {
    response.writeHead(status, headers);
    await pipeline(body, response);
    return;
  }
  if (typeof body !== 'string') {
    body.resume();
    response.writeHead(status, headers).end();
    return;
  }
  const bytes = Buffer.from(body);
  const length = status === 204 || status === 304 ? {} : { 'content-length': bytes.length };
  response.writeHead(status, { ...headers, ...length });
  response.end(method === 'HEAD' ? undefined : bytes);
}

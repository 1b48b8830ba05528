import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { HOST } from '../ports.ts';
import { ACCOUNT, apiHost } from '../wiring/names.ts';
import type { RouteWiring } from '../wiring/wiring.ts';
import type { SiteRequest } from './exchange.ts';

/** A route that takes a request, and what stands for its `{name+}`. */
export interface RoutedRequest {
  readonly request: SiteRequest;
  readonly route: RouteWiring;
  /** Decoded, as API Gateway hands it on: a `%2F` has become a slash. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The event that an HTTP API makes of a request for a function (payload format 2.0). */
export function eventFor(
  api: string,
  { request, route, path, parameters }: RoutedRequest,
  body: Buffer,
  now: Date,
): APIGatewayProxyEventV2 {
  const { method, query, headers, incoming } = request;
  const queries = queryParameters(query);
  const domainName = apiHost(api);
  const isText = isTextBody(headers['content-type'], headers['content-encoding']);
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: path,
    rawQueryString: query,
    ...(headers.cookie !== undefined && { cookies: headers.cookie.split(/;\s*/) }),
    headers: { ...passedOn(incoming.rawHeaders), ...addedOn(domainName, request) },
    ...(queries !== null && { queryStringParameters: queries }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: { ...parameters } }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: api,
      domainName,
      domainPrefix: api,
      http: {
        method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: HOST,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** Repeated headers joined by commas; cookies stand apart; the host is the API's own. */
const KEPT_BACK = /^(host|cookie|connection|keep-alive|te|upgrade|expect|transfer-encoding)$/;

function passedOn(rawHeaders: readonly string[]): Record<string, string> {
  const joined = new Map<string, string>();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = String(rawHeaders[index]).toLowerCase();
    const value = String(rawHeaders[index + 1]);
    if (KEPT_BACK.test(name)) continue;
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(joined);
}

/** What the CDN and the gateway add on the way: each whom it was asked by, to the right. */
function addedOn(host: string, { headers }: SiteRequest): Record<string, string> {
  const before = headers['x-forwarded-for'];
  return {
    host,
    'x-forwarded-for': [...(before === undefined ? [] : [before]), HOST, HOST].join(', '),
    'x-forwarded-proto': 'http',
  };
}

/** Decoded; repeated ones joined by commas. Null for none. */
function queryParameters(query: string): Record<string, string> | null {
  const parameters = new URLSearchParams(query);
  const names = [...new Set(parameters.keys())];
  if (names.length === 0) return null;
  return Object.fromEntries(names.map((name) => [name, parameters.getAll(name).join(',')]));
}

/** API Gateway hands these on as text, everything else in base64, forms among it. */
const TEXT = /^(text\/|application\/(json|javascript|xml)\b)/i;

const isTextBody = (type: string | undefined, encoding: string | undefined): boolean =>
  encoding === undefined && TEXT.test(type ?? 'application/octet-stream');

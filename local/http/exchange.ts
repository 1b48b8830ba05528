import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';

/** A request to the origin, taken apart. */
export interface SiteRequest {
  readonly method: string;
  /** Still encoded; `.` and `..` are already walked, as a CDN and every browser does it. */
  readonly path: string;
  /** Without the `?`; empty for none. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly incoming: IncomingMessage;
}

/** An answer of the origin. */
export interface SiteReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer | Readable;
}

/** An answer of text. */
export const textReply = (
  status: number,
  body: string,
  contentType = 'text/plain; charset=utf-8',
): SiteReply => {
  const bytes = Buffer.from(body);
  return {
    status,
    headers: { 'content-type': contentType, 'content-length': String(bytes.length) },
    body: bytes,
  };
};

/** How API Gateway words what it answers itself. */
export const gatewayReply = (status: number, message: string): SiteReply =>
  textReply(status, JSON.stringify({ message }), 'application/json');

import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { S3Error } from './s3-error.ts';

/*
 * Where the bytes are: fauxqs, a plain S3 server without versions. Each version of an object is an
 * object of its own there, named by its version id. Only the gateway speaks to it.
 */

/** A request to the store for one version's bytes; `query` begins with `?`. */
export interface BlobRequest {
  readonly method: string;
  readonly bucket: string;
  /** The version id. */
  readonly name: string;
  readonly query?: string;
  readonly headers?: IncomingHttpHeaders;
  readonly body?: Buffer;
}

/** fauxqs refuses bodies above 11 MiB; this much of it is left to the marks of a chunked body. */
export const CHUNK_MARKS = 64 * 1024;

/** Bytes that one request may bring. */
export const LARGEST_BODY = 11 * 1024 * 1024 - CHUNK_MARKS;

/** The store of the bytes, over connections that are kept. */
export interface Blobs {
  /** The answer, whatever its status; its body has to be read or dumped. */
  readonly send: (request: BlobRequest) => Promise<IncomingMessage>;
  readonly close: () => void;
}

/** Speaks to the S3 server at `endpoint`. */
export function blobsAt(endpoint: string): Blobs {
  const agent = new Agent({ keepAlive: true });
  return {
    send: (blob) => sendBlob(endpoint, agent, blob),
    close: () => agent.destroy(),
  };
}

function sendBlob(
  endpoint: string,
  agent: Agent,
  { method, bucket, name, query = '', headers = {}, body }: BlobRequest,
): Promise<IncomingMessage> {
  const outgoing = request(`${endpoint}/${bucket}/${name}${query}`, {
    method,
    agent,
    // A type of its own makes fauxqs take any body as bytes; the true one is in the index.
    headers: { ...passedOn(headers), 'content-type': 'application/octet-stream' },
  });
  return new Promise((resolve, reject) => {
    outgoing.once('response', resolve).once('error', reject).end(body);
  });
}

/** What concerns the connection or the signature is the gateway's business, not the store's. */
const NOT_PASSED_ON =
  /^(host|connection|expect|authorization|keep-alive|te|upgrade|origin|referer)$/;

const passedOn = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_PASSED_ON.test(name)));

/** The whole body of an answer as text. */
export async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Throws what the store refused as an S3Error; reads the body of a good answer and returns it. */
export async function accepted(answer: IncomingMessage): Promise<string> {
  const text = await textOf(answer);
  const status = answer.statusCode ?? 500;
  if (status < 300) return text;
  const code = /<Code>([^<]+)<\/Code>/.exec(text)?.[1] ?? 'InternalError';
  const message = /<Message>([^<]+)<\/Message>/.exec(text)?.[1] ?? text;
  throw new S3Error(status, code, message);
}

import type { IncomingHttpHeaders } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { SiteReply } from './exchange.ts';

/** Types that CloudFront compresses, as far as a portal has them. */
const TEXTS =
  /^(text\/|image\/svg\+xml|font\/ttf|application\/(javascript|json|manifest\+json|wasm|xml))/;

/** Bytes from and to which CloudFront compresses. */
const LEAST = 1000;
const MOST = 10_000_000;

/** Fast, and much smaller than nothing: files are compressed anew for each request here. */
const QUALITY = 4;

/** The answer compressed as the browser prefers, if it is a whole text worth the effort. */
export function compressed(reply: SiteReply, asked: IncomingHttpHeaders): SiteReply {
  const { status, headers, body } = reply;
  const length = Number(headers['content-length']);
  const fits =
    status === 200 &&
    headers['content-encoding'] === undefined &&
    TEXTS.test(String(headers['content-type'])) &&
    length >= LEAST &&
    length <= MOST;
  if (!fits) return reply;
  const varying: SiteReply['headers'] = { ...headers, vary: 'Accept-Encoding' };
  const encoding = encodingFor(String(asked['accept-encoding'] ?? ''));
  if (encoding === null) return { ...reply, headers: varying };
  const { 'content-length': _length, 'accept-ranges': _ranges, etag, ...rest } = varying;
  return {
    status,
    headers: {
      ...rest,
      'content-encoding': encoding,
      ...(etag !== undefined && { etag: weak(String(etag)) }),
    },
    // Whoever reads the answer learns of an error; there is nothing to do about it here.
    body: pipeline(Readable.from(body), compressorFor(encoding), () => {}),
  };
}

type Encoding = 'br' | 'gzip';

function encodingFor(accepted: string): Encoding | null {
  const names = accepted.split(',').map((part) => part.trim().split(';'));
  const takes = (name: string): boolean =>
    names.some(([known, quality = '']) => known === name && !/^\s*q=0(\.0*)?$/.test(quality));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : null;
}

const compressorFor = (encoding: Encoding) =>
  encoding === 'br'
    ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
    : createGzip({ level: QUALITY });

/** A compressed answer is no longer the same bytes, only the same content. */
const weak = (etag: string): string => (etag.startsWith('W/') ? etag : `W/${etag}`);

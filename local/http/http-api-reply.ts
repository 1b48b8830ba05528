import { validateHeaderName, validateHeaderValue } from 'node:http';
import * as z from 'zod';
import type { SiteReply } from './exchange.ts';

/** What a function answers to an HTTP API (payload format 2.0). */
const answer = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/**
 * The answer to a request from what the function answered; a value without a status code is the body
 * of a good answer. Throws for one that no answer can be made of.
 */
export function replyFrom(result: unknown): SiteReply {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const text = typeof result === 'string' ? result : (JSON.stringify(result) ?? '');
    return replyOf(200, { 'content-type': 'application/json' }, Buffer.from(text));
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = answer.parse(result);
  const named = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  return replyOf(
    statusCode,
    {
      'content-type': 'text/plain; charset=utf-8',
      ...named,
      ...(cookies.length > 0 && { 'set-cookie': cookies }),
    },
    Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  );
}

function replyOf(status: number, headers: SiteReply['headers'], body: Buffer): SiteReply {
  for (const [name, value] of Object.entries(headers)) {
    validateHeaderName(name);
    for (const one of [value].flat()) validateHeaderValue(name, one);
  }
  const isEmpty = status === 204 || status === 304;
  return {
    status,
    headers: isEmpty ? headers : { ...headers, 'content-length': String(body.length) },
    body: isEmpty ? Buffer.alloc(0) : body,
  };
}

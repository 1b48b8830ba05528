import type * as z from 'zod';
import type { ProblemName } from './problems.ts';
import { Refusal } from './refusal.ts';

/** What a schema makes of a request; undefined where a route has none. */
export type Parsed<Schema extends z.ZodType> = z.output<Schema>;

/** Bytes of a JSON body: 500 cells to be masked fit in. */
const LARGEST_JSON = 128 * 1024;

/** The query of a request by its schema. Refuses what does not fit. */
export function parsedQuery<S extends z.ZodType>(
  schema: S | undefined,
  request: Request,
): Parsed<S> {
  if (schema === undefined) return undefined as Parsed<S>;
  return parsed(schema, Object.fromEntries(new URL(request.url).searchParams));
}

/** The JSON body of a request by its schema. Refuses what does not fit. */
export async function parsedBody<S extends z.ZodType>(
  schema: S | undefined,
  request: Request,
): Promise<Parsed<S>> {
  if (schema === undefined) return undefined as Parsed<S>;
  // Also why no other site can post here without being asked: a browser asks before it sends JSON.
  if (mediaType(request) !== 'application/json') throw new Refusal('wrong-type');
  const bytes = await bodyBytes(request, LARGEST_JSON, 'request-too-large');
  return parsed(schema, jsonIn(bytes));
}

/** The body of a request, up to a size in bytes; `problem` is what one beyond that is. */
export async function bodyBytes(
  request: Request,
  largest: number,
  problem: ProblemName = 'too-large',
): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > largest) throw new Refusal(problem);
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > largest) throw new Refusal(problem);
  return bytes;
}

/** `text/html; charset=utf-8` → `text/html`. */
export const mediaType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** A value by its schema. Refuses what does not fit and says where, never what stood there. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown): Parsed<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const places = [...new Set(result.error.issues.map(({ path }) => path.join('.') || '(body)'))];
  const named = places.join(', ');
  throw new Refusal('not-valid', { detail: { zh: `有误：${named}。`, en: `Wrong: ${named}.` } });
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('not-valid', { detail: { zh: '不是 JSON。', en: 'It is no JSON.' } });
  }
}

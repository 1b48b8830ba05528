import type * as z from 'zod';
import type { Text } from '../../shared/locale.ts';
import type { Api } from './api.ts';
import type { Caller } from './identity/caller.ts';
import type { ProblemName } from './problems.ts';

/*
 * A route is data: what it takes and answers, in schemas from which OpenAPI is written, and what its
 * caller must be. Nobody reaches a handler without that: the functions of `guarded-routes.ts`, which make
 * routes, ask `access.ts` first.
 */

/** What must be true of whoever asks. */
export type Access =
  | 'anyone'
  | 'caller'
  | 'read-unit'
  | 'send-unit'
  | 'act-unit'
  | 'read-upload'
  | 'board'
  | 'summary'
  | 'trail'
  | 'manage';

/** What a route answers with when all is well. */
export interface Answer {
  readonly status: 200 | 201 | 204;
  readonly says: Text;
  /** Of JSON; left out where it is a file. */
  readonly schema?: z.ZodType;
  /** Media types of a file. */
  readonly types?: readonly string[];
}

/** One request as a route gets it. */
export interface Exchange {
  readonly api: Api;
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
  /** Null only for routes that anyone may call. */
  readonly caller: Caller | null;
}

/** What all routes state. */
export interface Stated<Query extends z.ZodType, Body extends z.ZodType> {
  readonly method: 'get' | 'post';
  /** `{name}` stands for a parameter. */
  readonly path: string;
  readonly title: Text;
  readonly query?: Query;
  /** Of JSON. */
  readonly body?: Body;
  /** Left out for no: a wrong password counts against the address that it comes from. */
  readonly takesPassword?: true;
  /** Left out for no: takes so much work that a caller may ask for it now and then only. */
  readonly isCostly?: true;
  /** Media types of a body that is a file; the handler reads it. */
  readonly takes?: readonly string[];
  readonly answer: Answer;
  /** Beyond those that every route may answer. */
  readonly problems: readonly ProblemName[];
}

/** A route as the app and OpenAPI take it. */
export interface Route extends Stated<z.ZodType, z.ZodType> {
  readonly access: Access;
  readonly run: (exchange: Exchange) => Promise<Response>;
}

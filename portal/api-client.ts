import type { Me, Session } from '../functions/api/people-schemas.ts';
import type { Act, Board, ReviewAnswer } from '../functions/api/review-schemas.ts';
import type {
  AnswerLine,
  Difference,
  Download,
  Obligation,
  OutputName,
  PeriodList,
  Recalled,
  Receipt,
  RevisionList,
  UploadStatusAnswer,
} from '../functions/api/schemas.ts';
import type { Link, Sent } from '../functions/api/sending-schemas.ts';
import type { Sums } from '../functions/api/sums-schemas.ts';
import {
  checked,
  type FetchedFile,
  fetched,
  fileOf,
  NetworkLost,
  withJson,
} from './api-request.ts';

/** Bytes that the API takes at once; a larger file goes straight to the bucket. */
const DIRECT_BYTES = 4 * 1024 * 1024;

/** Seconds that a look at an upload may wait for news. */
const WAIT_SECONDS = 20;

/** Whose requests these are. */
export interface Bearer {
  readonly token: () => string | null;
  /** Called when a token is no longer good; resolves once there is another, rejects when there will be none. */
  readonly signInAgain: () => Promise<void>;
}

/** Whose return it is: a period's id and a unit's code. */
export interface ReturnKey {
  readonly period: string;
  readonly unit: string;
}

/** A file on its way. */
export interface Sending extends ReturnKey {
  readonly file: File;
  readonly basedOn: string;
  /** The same for each try of the same file, so that it is taken in once. */
  readonly idempotencyKey: string;
}

/** What a unit may say in place of a table. */
export type AnswerKind = 'nil-return' | 'not-public';

/** Why there is no table, and what the author had seen before. */
interface Said {
  readonly basedOn: string;
  readonly reason: string;
}

/** What an upload came to, with a tag to ask for news of. */
export interface Watched {
  readonly upload: UploadStatusAnswer;
  readonly tag: string | null;
}

/** The API as the pages call it. Every call throws `ApiProblem` or `NetworkLost`. */
export type ApiClient = ReturnType<typeof openApi>;

/** Calls the API on the page's own origin. */
export function openApi(bearer: Bearer) {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetched(path, init, bearer.token());
    if (response.status !== 401) return checked(response);
    await bearer.signInAgain();
    return checked(await fetched(path, init, bearer.token()));
  };
  const json = async <T>(path: string, init?: RequestInit): Promise<T> =>
    (await ask(path, init)).json() as Promise<T>;
  const post = <T>(path: string, body?: object): Promise<T> =>
    json<T>(path, { method: 'POST', ...(body === undefined ? {} : withJson(body)) });

  /** A file; its address in the bucket where it is too large for the API. */
  const fileAt = async (path: string): Promise<FetchedFile | Download> => {
    const response = await ask(path, { redirect: 'manual' });
    if (response.type !== 'opaqueredirect') return fileOf(response);
    return json<Download>(`${path}${path.includes('?') ? '&' : '?'}as=link`);
  };

  return {
    me: () => json<Me>('/api/me'),
    obligations: async () =>
      (await json<{ obligations: readonly Obligation[] }>('/api/obligations')).obligations,
    template: async (key: ReturnKey, from: 'blank' | 'last-year') =>
      fileOf(await ask(`${returnPath(key)}/template?from=${from}`)),
    send: (sending: Sending) =>
      sending.file.size <= DIRECT_BYTES ? sendDirectly(sending, json) : sendByLink(sending, post),
    revisions: (key: ReturnKey) => json<RevisionList>(`${returnPath(key)}/revisions`),
    difference: (key: ReturnKey, revision: number) =>
      json<Difference>(`${returnPath(key)}/revisions/${revision}/difference`),
    recall: (key: ReturnKey, revision: number) =>
      post<Recalled>(`${returnPath(key)}/revisions/${revision}/recall`),
    answer: (key: ReturnKey, kind: AnswerKind, said: Said) =>
      post<AnswerLine>(`${returnPath(key)}/${kind}`, said),
    periods: async () => (await json<PeriodList>('/api/periods')).periods,
    /** What a period comes to: all that the caller sees, or one department of it. */
    sums: (period: string, department: string | null) =>
      json<Sums>(
        `/api/periods/${encodeURIComponent(period)}/sums${department === null ? '' : `?department=${encodeURIComponent(department)}`}`,
      ),
    board: (period: string) => json<Board>(`/api/periods/${encodeURIComponent(period)}/board`),
    review: (key: ReturnKey) => json<ReviewAnswer>(`${returnPath(key)}/review`),
    act: (key: ReturnKey, revision: number, act: Act) =>
      post<ReviewAnswer>(`${returnPath(key)}/revisions/${revision}/acts`, act),
    receipt: (id: string) => json<Receipt>(`${uploadPath(id)}/receipt`),
    /** How far an upload is: at once without a tag, else when there is news or after a while. */
    async watch(id: string, tag: string | null, signal: AbortSignal): Promise<Watched | null> {
      const headers = tag === null ? {} : { 'if-none-match': tag };
      const wait = tag === null ? 0 : WAIT_SECONDS;
      const response = await ask(`${uploadPath(id)}?waitSeconds=${wait}`, {
        headers,
        signal,
        cache: 'no-store',
      });
      if (response.status === 304) return null;
      const upload = (await response.json()) as UploadStatusAnswer;
      return { upload, tag: response.headers.get('etag') };
    },
    /** A file made of an upload. */
    output: (id: string, name: OutputName) => fileAt(`${uploadPath(id)}/${name}`),
    /** A file of a period's summary, by its path below the period's summaries. */
    summary: (period: string, file: string) =>
      fileAt(`/api/periods/${encodeURIComponent(period)}/summary?file=${encodeURIComponent(file)}`),
    signIn: (account: string, password: string) =>
      openly<Session>('/api/session', { account, password }, null),
    renew: (token: string) => openly<Session>('/api/session/renew', {}, token),
    changePassword: (token: string, current: string, next: string) =>
      openly<Session>('/api/password', { current, next }, token),
  };
}

const returnPath = ({ period, unit }: ReturnKey): string =>
  `/api/periods/${encodeURIComponent(period)}/units/${encodeURIComponent(unit)}`;

const uploadPath = (id: string): string => `/api/uploads/${encodeURIComponent(id)}`;

/** A request whose 401 is an answer, and no reason to sign in again. */
async function openly<T>(path: string, body: object, token: string | null): Promise<T> {
  const response = await checked(await fetched(path, { method: 'POST', ...withJson(body) }, token));
  return (await response.json()) as T;
}

function sendDirectly(
  { file, basedOn, idempotencyKey, ...key }: Sending,
  json: (path: string, init: RequestInit) => Promise<Sent>,
): Promise<Sent> {
  const query = new URLSearchParams({ fileName: file.name, confirmed: 'true', basedOn });
  return json(`${returnPath(key)}/uploads?${query}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'idempotency-key': `"${idempotencyKey}"`,
    },
    body: file,
  });
}

/** Asks for a form, posts the file to the bucket by it, and tells that it is there. */
async function sendByLink(
  { file, basedOn, idempotencyKey: _, ...key }: Sending,
  post: <T>(path: string, body: object) => Promise<T>,
): Promise<Sent> {
  const { name: fileName, size } = file;
  const asked = { fileName, size, confirmed: true, basedOn };
  const link = await post<Link>(`${returnPath(key)}/uploads/link`, asked);
  const form = new FormData();
  for (const [name, value] of Object.entries(link.fields)) form.append(name, value);
  form.append('file', file);
  const stored = await fetched(link.url, { method: 'POST', body: form }, null);
  const versionId = stored.headers.get('x-amz-version-id');
  if (!stored.ok || versionId === null) throw new NetworkLost(`HTTP ${stored.status}`);
  return post<Sent>(`${returnPath(key)}/uploads/posted`, { fileName, versionId });
}

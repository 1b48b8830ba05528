import type { CheckCodeAnswer } from '../functions/api/check-code-schemas.ts';
import type {
  Define,
  Definition,
  ListPart,
  PeriodAct,
  ProjectListAnswer,
  RegisterAct,
  RegisterAnswer,
  Settled,
} from '../functions/api/collection-schemas.ts';
import type { ImpactPageAnswer, ImpactRequestBody } from '../functions/api/impact-schemas.ts';
import type { Me, Session, SignInCode, SignInWay } from '../functions/api/people-schemas.ts';
import type {
  PreviewAnswer,
  PublicationAnswer,
  PublicationList,
  TableAnswer,
} from '../functions/api/publication-schemas.ts';
import type { Receipt, VerifiedReceipt } from '../functions/api/receipt-schemas.ts';
import type { Act, Board, ReviewAnswer } from '../functions/api/review-schemas.ts';
import type { ScanList } from '../functions/api/scan-schemas.ts';
import type {
  AnswerLine,
  Difference,
  Download,
  Obligation,
  OutputName,
  PeriodList,
  Recalled,
  RevisionList,
  UploadStatusAnswer,
} from '../functions/api/schemas.ts';
import type { Sums } from '../functions/api/sums-schemas.ts';
import type { CheckBasis } from '../shared/check-basis.ts';
import { ApiProblem, checked, type FetchedFile, fetched, fileOf, withJson } from './api-request.ts';
import {
  type DraftTarget,
  draftRequest,
  type ReturnKey,
  returnPath,
  type Sending,
  scansPath,
  sendFile,
  sendScan,
} from './api-sending.ts';

/** Seconds that a look at an upload may wait for news. */
const WAIT_SECONDS = 20;

/** Whose requests these are. */
export interface Bearer {
  readonly token: () => string | null;
  /** Called when a token is no longer good; resolves once there is another, rejects when there will be none. */
  readonly signInAgain: () => Promise<void>;
}

/** What a unit may say in place of a table. */
export type AnswerKind = 'nil-return' | 'not-public';

/** Why there is no table, and what the author had seen before. */
interface Said {
  readonly basedOn: string;
  readonly reason: string;
}

/** A check code as a paper has it; `revision` is null where it is not read. */
interface CodeOnPaper {
  readonly code: string;
  readonly revision: number | null;
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
    template: async (key: ReturnKey, form: string, from: 'blank' | 'last-year') =>
      fileOf(await ask(`${returnPath(key)}/template?from=${from}&form=${form}`)),
    /** What a unit's table is checked by. */
    checkBasis: (key: ReturnKey) => json<CheckBasis>(`${returnPath(key)}/check-basis`),
    send: (sending: Sending) => sendFile(sending, { json, post }),
    /** The report of a file that is not sent yet, marked 草稿. */
    draft: async (file: File, of: DraftTarget) => (await ask(...draftRequest(file, of))).blob(),
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
    /** What is set of a period; null where there is none. */
    definition: (period: string) =>
      json<Definition>(definitionPath(period)).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.kind === 'no-such-period') return null;
        throw error;
      }),
    define: (wanted: Define) => post<Definition>(definitionPath(wanted.definition.id), wanted),
    /** What a policy would make of what was filed: one page. */
    impact: (period: string, body: ImpactRequestBody, signal: AbortSignal) =>
      json<ImpactPageAnswer>(`/api/periods/${encodeURIComponent(period)}/impact`, {
        method: 'POST',
        ...withJson(body),
        signal,
      }),
    projectList: (period: string) =>
      json<ProjectListAnswer>(`/api/periods/${encodeURIComponent(period)}/projects`),
    putListPart: (period: string, part: ListPart) =>
      post<{ part: number }>(`/api/periods/${encodeURIComponent(period)}/projects/parts`, part),
    register: () => json<RegisterAnswer>('/api/register'),
    changeRegister: (act: RegisterAct) => post<RegisterAnswer>('/api/register', act),
    settle: (period: string, act: PeriodAct) =>
      post<Settled>(`/api/periods/${encodeURIComponent(period)}/acts`, act),
    /** The audit trail of a period: its parts joined, a line of JSON an act. */
    async audit(period: string): Promise<Blob> {
      const parts: Blob[] = [];
      for (let path: string | null = `/api/periods/${encodeURIComponent(period)}/audit`; path; ) {
        const response = await ask(path);
        parts.push(await response.blob());
        path = /<([^>]+)>;\s*rel="?next"?/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
      }
      return new Blob(parts, { type: 'application/jsonl' });
    },
    review: (key: ReturnKey) => json<ReviewAnswer>(`${returnPath(key)}/review`),
    publications: (period: string) =>
      json<PublicationList>(`/api/periods/${encodeURIComponent(period)}/publications`),
    publication: (key: ReturnKey) => json<PublicationAnswer>(`${returnPath(key)}/publication`),
    table: (key: ReturnKey, revision: number) =>
      json<TableAnswer>(`${returnPath(key)}/revisions/${revision}/table`),
    preview: (key: ReturnKey, revision: number) =>
      json<PreviewAnswer>(`${returnPath(key)}/revisions/${revision}/preview`),
    previewReport: async (key: ReturnKey, revision: number) =>
      fileOf(await ask(`${returnPath(key)}/revisions/${revision}/preview/report`)),
    act: (key: ReturnKey, revision: number, act: Act) =>
      post<ReviewAnswer>(`${returnPath(key)}/revisions/${revision}/acts`, act),
    /** Which revision of a unit has this check code: of all, or the one that the paper names. */
    checkCode: ({ period, unit, revision, code }: ReturnKey & CodeOnPaper) => {
      const named = revision === null ? {} : { revision: String(revision) };
      const query = new URLSearchParams({ code, ...named });
      return json<CheckCodeAnswer>(`${returnPath({ period, unit })}/check-code?${query}`);
    },
    receipt: (id: string) => json<Receipt>(`${uploadPath(id)}/receipt`),
    verifyReceipt: async (id: string, code: string) => {
      const path = `/api/receipts?${new URLSearchParams({ id, code })}`;
      return (await checked(await fetched(path, {}, null))).json() as Promise<VerifiedReceipt>;
    },
    scans: (key: ReturnKey, revision: number) => json<ScanList>(scansPath(key, revision)),
    addScan: (key: ReturnKey, revision: number, file: File) =>
      sendScan(scansPath(key, revision), file, { json, post }),
    scan: (key: ReturnKey, revision: number, number: number) =>
      fileAt(`${scansPath(key, revision)}/${number}`),
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
    /** How people sign in here. */
    signInWay: async () =>
      (await checked(await fetched('/api/sign-in', {}, null))).json() as Promise<SignInWay>,
    /** Ends signing in at the provider with what the browser came back with. */
    finishSignIn: (answer: SignInCode) => openly<Session>('/api/sign-in', answer, null),
    signIn: (account: string, password: string) =>
      openly<Session>('/api/session', { account, password }, null),
    renew: (token: string) => openly<Session>('/api/session/renew', {}, token),
    changePassword: (token: string, current: string, next: string) =>
      openly<Session>('/api/password', { current, next }, token),
  };
}

const definitionPath = (period: string): string =>
  `/api/periods/${encodeURIComponent(period)}/definition`;

const uploadPath = (id: string): string => `/api/uploads/${encodeURIComponent(id)}`;

/** A request whose 401 is an answer, and no reason to sign in again. */
async function openly<T>(path: string, body: object, token: string | null): Promise<T> {
  const response = await checked(await fetched(path, { method: 'POST', ...withJson(body) }, token));
  return (await response.json()) as T;
}

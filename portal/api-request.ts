import type { ProblemDocument } from '../functions/api/schemas.ts';

/** What the API answered instead of what was asked for; its texts are for people. */
export class ApiProblem extends Error {
  readonly document: ProblemDocument;
  /** After which it may be asked again; null where nothing says so. */
  readonly waitSeconds: number | null;

  constructor(document: ProblemDocument, waitSeconds: number | null) {
    super(document.title);
    this.document = document;
    this.waitSeconds = waitSeconds;
  }

  /** Its name, such as `somebody-sent`. */
  get kind(): string {
    return this.document.type.slice(this.document.type.lastIndexOf('/') + 1);
  }
}

/** No answer came: the network is gone, or the server. */
export class NetworkLost extends Error {}

/** A file that came. */
export interface FetchedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** The body of a request as JSON. */
export const withJson = (body: object): RequestInit => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** An answer, whatever it is; throws NetworkLost where none came. */
export async function fetched(
  path: string,
  init: RequestInit,
  token: string | null,
): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  try {
    return await fetch(path, { ...init, headers, credentials: 'omit' });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new NetworkLost(String(error));
  }
}

/** The answer where it is one; throws the problem that it tells of. */
export async function checked(response: Response): Promise<Response> {
  if (response.ok || response.status === 304 || response.type === 'opaqueredirect') return response;
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  // A proxy between page and API answers in words of its own.
  if (!isProblem) throw new NetworkLost(`HTTP ${response.status}`);
  const wait = response.headers.get('retry-after');
  const document = (await response.json()) as ProblemDocument;
  throw new ApiProblem(document, wait === null ? null : Number(wait));
}

/** A file with the name that it is given. */
export async function fileOf(response: Response): Promise<FetchedFile> {
  const disposition = response.headers.get('content-disposition') ?? '';
  const name = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return { name: name === undefined ? '' : decodeURIComponent(name), blob: await response.blob() };
}

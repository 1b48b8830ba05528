import type { ScanLink, ScanList } from '../functions/api/scan-schemas.ts';
import type { Link, Sent } from '../functions/api/sending-schemas.ts';
import { fetched, NetworkLost } from './api-request.ts';

/* Files on their way to the API, or by its leave to the bucket. */

/** Bytes that the API takes at once; a larger file goes straight to the bucket. */
const DIRECT_BYTES = 4 * 1024 * 1024;

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

/** Whose report a draft is to be; null where the table itself says. */
export interface DraftTarget {
  readonly period: string | null;
  readonly unit: string | null;
}

/** How the API is asked. */
interface Asking {
  readonly json: <T>(path: string, init: RequestInit) => Promise<T>;
  readonly post: <T>(path: string, body: object) => Promise<T>;
}

/** Path of a return. */
export const returnPath = ({ period, unit }: ReturnKey): string =>
  `/api/periods/${encodeURIComponent(period)}/units/${encodeURIComponent(unit)}`;

/** Path of the scans of a revision. */
export const scansPath = (key: ReturnKey, revision: number): string =>
  `${returnPath(key)}/revisions/${revision}/scans`;

const asBytes = (file: File): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/octet-stream' },
  body: file,
});

/** Sends a table, the larger ones by a form. */
export function sendFile(sending: Sending, asking: Asking): Promise<Sent> {
  const { file, basedOn, idempotencyKey } = sending;
  if (file.size > DIRECT_BYTES) return sendByLink(sending, asking);
  const query = new URLSearchParams({ fileName: file.name, confirmed: 'true', basedOn });
  const { headers, ...request } = asBytes(file);
  return asking.json<Sent>(`${returnPath(sending)}/uploads?${query}`, {
    ...request,
    headers: { ...headers, 'idempotency-key': `"${idempotencyKey}"` },
  });
}

/** Idempotency key → the version that a file became in the bucket, until the API has been told. */
const inBucket = new Map<string, string>();

/** Asks for a form, posts the file to the bucket by it, and tells that it is there; a second try goes on. */
async function sendByLink(sending: Sending, { post }: Asking): Promise<Sent> {
  const { file, basedOn, idempotencyKey } = sending;
  const path = `${returnPath(sending)}/uploads`;
  const { name: fileName, size } = file;
  let versionId = inBucket.get(idempotencyKey) ?? null;
  if (versionId === null) {
    const link = await post<Link>(`${path}/link`, { fileName, size, confirmed: true, basedOn });
    versionId = (await postToBucket(link, file)).headers.get('x-amz-version-id');
    if (versionId === null) throw new NetworkLost('no version');
    inBucket.set(idempotencyKey, versionId);
  }
  const sent = await post<Sent>(`${path}/posted`, { fileName, versionId });
  inBucket.delete(idempotencyKey);
  return sent;
}

async function postToBucket(
  { url, fields }: Pick<Link, 'url' | 'fields'>,
  file: File,
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  const stored = await fetched(url, { method: 'POST', body: form }, null);
  if (!stored.ok) throw new NetworkLost(`HTTP ${stored.status}`);
  return stored;
}

/** Adds a scan of the sealed paper to a revision; the same again is taken in once. */
export async function sendScan(
  path: string,
  file: File,
  { json, post }: Asking,
): Promise<ScanList> {
  if (file.size <= DIRECT_BYTES) return json<ScanList>(`${path}?confirmed=true`, asBytes(file));
  const link = await post<ScanLink>(`${path}/link`, { size: file.size, confirmed: true });
  await postToBucket(link, file);
  return post<ScanList>(`${path}/posted`, { ticket: link.ticket });
}

/** What asks for the report of a file that is not sent. */
export function draftRequest(file: File, { period, unit }: DraftTarget): [string, RequestInit] {
  const query = new URLSearchParams({
    fileName: file.name,
    confirmed: 'true',
    ...(period === null ? {} : { period }),
    ...(unit === null ? {} : { unit }),
  });
  return [`/api/draft?${query}`, asBytes(file)];
}

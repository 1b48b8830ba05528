import * as z from 'zod';
import { fileNameOf } from '../../shared/upload-id.ts';
import { Refusal } from './problems.ts';
import { bodyBytes, mediaType, parsed } from './read-request.ts';

/** What comes through the API at once; a larger file goes straight to the bucket. */
export const DIRECT_BYTES = 4 * 1024 * 1024;

/** Room for the fields beside the file. */
const FORM_BYTES = 64 * 1024;

/** Characters of a file name: in UTF-8 they must fit into a key of 1,024 bytes. */
const MOST_NAME = 200;

/** Media types that a file may be sent as. */
export const FILE_TYPES = ['application/octet-stream', 'multipart/form-data'] as const;

/** What goes with a file: in the query of a raw body, in the fields of a form. */
export const sendingFields = z.object({
  fileName: z.string().exactOptional(),
  /** “文件不含国家秘密、工作秘密” */
  confirmed: z.string().exactOptional(),
  basedOn: z.string().max(64).exactOptional(),
  idempotencyKey: z.string().min(1).max(128).exactOptional(),
});

/** A file as it was sent. */
export interface SentForm {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly basedOn: string | null;
  readonly idempotencyKey: string | null;
}

/** Reads a file from a raw body or from a form; refuses one that is empty, too large or not confirmed. */
export async function readSentForm(request: Request, query: z.infer<typeof sendingFields>) {
  const { fields, bytes } =
    mediaType(request) === 'multipart/form-data'
      ? await fromForm(request)
      : await fromBody(request, query);
  assertConfirmed(fields.confirmed);
  if (bytes.length === 0) throw new Refusal('no-file');
  const { headers } = request;
  const form: SentForm = {
    fileName: cleanFileName(fields.fileName ?? ''),
    bytes,
    basedOn: fields.basedOn ?? unquoted(headers.get('if-match')),
    idempotencyKey: fields.idempotencyKey ?? idempotencyKeyIn(headers),
  };
  return form;
}

async function fromBody(request: Request, fields: z.infer<typeof sendingFields>) {
  if (mediaType(request) !== 'application/octet-stream') throw new Refusal('wrong-type');
  return { fields, bytes: await bodyBytes(request, DIRECT_BYTES) };
}

async function fromForm(request: Request) {
  const body = await bodyBytes(request, DIRECT_BYTES + FORM_BYTES);
  const type = request.headers.get('content-type') ?? '';
  const form = await new Response(Buffer.from(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw new Refusal('wrong-type');
    });
  const texts = [...form].filter(([, value]) => typeof value === 'string');
  const fields = parsed(sendingFields, Object.fromEntries(texts));
  const file = form.get('file');
  if (!(file instanceof File)) throw new Refusal('no-file');
  if (file.size > DIRECT_BYTES) throw new Refusal('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { fields: { fileName: file.name, ...fields }, bytes };
}

const assertConfirmed = (value: string | undefined): void => {
  // A ticked box of a plain form says “on”.
  if (value !== 'true' && value !== 'on') throw new Refusal('not-confirmed');
};

/** A file's own name, without folders, control characters and direction marks. */
export function cleanFileName(name: string): string {
  const clean = fileNameOf(name.replaceAll('\\', '/'));
  if (name.trim() === '' || clean.length > MOST_NAME) {
    throw new Refusal('not-valid', {
      detail: {
        zh: `文件名须有 1 至 ${MOST_NAME} 个字符。`,
        en: `A file name has 1 to ${MOST_NAME} characters.`,
      },
    });
  }
  return clean;
}

/** `"abc"` → `abc`, as If-Match writes it. */
const unquoted = (tag: string | null): string | null =>
  tag === null ? null : tag.replace(/^(?:W\/)?"(.*)"$/, '$1');

function idempotencyKeyIn(headers: Headers): string | null {
  const key = unquoted(headers.get('idempotency-key'));
  return key === null ? null : parsed(sendingFields.shape.idempotencyKey, key);
}

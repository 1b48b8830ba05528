import * as z from 'zod';
import { fileNameOf } from '../../shared/upload-id.ts';
import { bodyBytes, mediaType, parsed } from './read-request.ts';
import { Refusal } from './refusal.ts';

/** What comes through the API at once; a larger file goes straight to the bucket. */
export const DIRECT_BYTES = 4 * 1024 * 1024;

/** Room for the fields beside the file. */
const FORM_BYTES = 64 * 1024;

/** Characters of a file name: in UTF-8 they must fit into a key of 1,024 bytes. */
const MOST_NAME = 200;

/** A form with this in its key could be posted to other keys: S3 puts another name in its place. */
const PLACE_HOLDER = /\$\{filename\}/;

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

type SendingFields = z.infer<typeof sendingFields>;

/** Reads a file from a raw body or from a form; refuses one that is empty, too large or not confirmed. */
export async function readSentForm(request: Request, query: SendingFields): Promise<SentForm> {
  if (mediaType(request) === 'multipart/form-data') {
    const { texts, file } = await readForm(request);
    return sentForm(parsed(sendingFields, texts), file, request.headers);
  }
  if (mediaType(request) !== 'application/octet-stream') throw new Refusal('wrong-type');
  const bytes = await bodyBytes(request, DIRECT_BYTES);
  return sentForm(query, { name: '', bytes }, request.headers);
}

/** A form as it was posted: its texts, and the file of its field `file`. */
export interface PostedForm {
  readonly texts: Readonly<Record<string, string>>;
  readonly file: PostedFile;
}

interface PostedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads a form with a file. */
export async function readForm(request: Request): Promise<PostedForm> {
  const body = await bodyBytes(request, DIRECT_BYTES + FORM_BYTES);
  const type = request.headers.get('content-type') ?? '';
  const form = await new Response(Buffer.from(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw new Refusal('wrong-type');
    });
  const texts: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') texts[name] = value;
  const file = form.get('file');
  if (!(file instanceof File)) throw new Refusal('no-file');
  if (file.size > DIRECT_BYTES) throw new Refusal('too-large');
  return { texts, file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } };
}

/** A file with what goes with it; refuses one that is empty or not confirmed. */
export function sentForm(fields: SendingFields, file: PostedFile, headers: Headers): SentForm {
  assertConfirmed(fields.confirmed);
  if (file.bytes.length === 0) throw new Refusal('no-file');
  return {
    fileName: cleanFileName(fields.fileName ?? file.name),
    bytes: file.bytes,
    basedOn: fields.basedOn ?? unquoted(headers.get('if-match')),
    idempotencyKey: fields.idempotencyKey ?? idempotencyKeyIn(headers),
  };
}

const assertConfirmed = (value: string | undefined): void => {
  // A ticked box of a plain form says “on”.
  if (value !== 'true' && value !== 'on') throw new Refusal('not-confirmed');
};

/** A file's own name, without folders, control characters and direction marks. */
export function cleanFileName(name: string): string {
  const clean = fileNameOf(name.replaceAll('\\', '/'));
  if (name.trim() === '' || clean.length > MOST_NAME || PLACE_HOLDER.test(clean)) {
    throw new Refusal('not-valid', {
      detail: {
        zh: `文件名须有 1 至 ${MOST_NAME} 个字符，不含 \${filename}。`,
        en: `A file name has 1 to ${MOST_NAME} characters, and no \${filename}.`,
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

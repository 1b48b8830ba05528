import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { accepted, LARGEST_BODY } from './blobs.ts';
import { bucketOf, type GatewayContext, type Operation, type S3Reply } from './exchange.ts';
import { keepVersion, newVersionId } from './keep-version.ts';
import { enforcePolicy } from './post-policy.ts';
import { DEFAULT_TYPE } from './put-object.ts';
import { readBody } from './read-body.ts';
import { S3Error } from './s3-error.ts';
import type { ObjectVersion } from './versions.ts';
import { element, xmlDocument } from './xml.ts';

/** Room for the fields beside the file. */
const LARGEST_FORM = LARGEST_BODY + 64 * 1024;

/** PostObject: a browser's form with a signed policy, which is enforced before a byte is kept. */
export const postObject: Operation = async (request, context) => {
  const { name: bucket } = bucketOf(request, context);
  const form = await readForm(request.body);
  const key = (form.fields.get('key') ?? '').replace(/\$\{filename\}/g, () => form.file.name);
  if (key === '') throw malformed('表单没有 key 字段', 'the form has no field “key”');
  enforcePolicy({ fields: form.fields, bucket, key, size: form.file.size }, context.now());
  const version = await storeFile(context, bucket, key, form);
  return replyTo(form.fields, version);
};

interface Form {
  /** By lower-case name. */
  readonly fields: ReadonlyMap<string, string>;
  readonly file: File;
}

async function readForm(body: IncomingMessage): Promise<Form> {
  if (Number(body.headers['content-length'] ?? 0) > LARGEST_FORM) throw formTooLarge();
  const posted = new Response(await readBody(body, LARGEST_FORM, formTooLarge), {
    headers: { 'content-type': body.headers['content-type'] ?? '' },
  });
  const data = await posted.formData().catch(() => {
    throw malformed('请求体不是 multipart/form-data', 'the body is no multipart/form-data');
  });
  const file = data.get('file');
  if (!(file instanceof File)) throw malformed('表单没有 file 字段', 'the form has no file');
  const fields = new Map<string, string>();
  for (const [name, value] of data) {
    if (typeof value === 'string') fields.set(name.toLowerCase(), value);
  }
  return { fields, file };
}

async function storeFile(
  context: GatewayContext,
  bucket: string,
  key: string,
  { fields, file }: Form,
): Promise<ObjectVersion> {
  const versionId = newVersionId();
  const answer = await context.blobs.send({
    method: 'PUT',
    bucket,
    name: versionId,
    headers: objectHeaders(fields),
    body: Buffer.from(await file.arrayBuffer()),
  });
  await accepted(answer);
  const contentType = fields.get('content-type') ?? DEFAULT_TYPE;
  return keepVersion(context, { bucket, key, versionId, contentType }, 'Post');
}

const OBJECT_FIELD = /^(content-disposition|content-language|cache-control|x-amz-meta-.*)$/;

const objectHeaders = (fields: ReadonlyMap<string, string>): IncomingHttpHeaders =>
  Object.fromEntries([...fields].filter(([name]) => OBJECT_FIELD.test(name)));

function replyTo(fields: ReadonlyMap<string, string>, version: ObjectVersion): S3Reply {
  const { bucket, key, etag, versionId } = version;
  const headers = { etag, 'x-amz-version-id': versionId };
  const redirect = fields.get('success_action_redirect') ?? fields.get('redirect');
  if (redirect !== undefined && URL.canParse(redirect)) {
    const location = new URL(redirect);
    for (const [name, value] of Object.entries({ bucket, key, etag })) {
      location.searchParams.set(name, value);
    }
    return { status: 303, headers: { ...headers, location: location.href } };
  }
  const wanted = fields.get('success_action_status');
  if (wanted !== '201') return { status: wanted === '200' ? 200 : 204, headers };
  const told = { Location: `/${bucket}/${encodeURI(key)}`, Bucket: bucket, Key: key, ETag: etag };
  const elements = Object.entries(told).map(([name, value]) => element(name, value));
  return {
    status: 201,
    headers: { ...headers, 'content-type': 'application/xml' },
    body: xmlDocument(element('PostResponse', elements)),
  };
}

const malformed = (zh: string, en: string): S3Error =>
  new S3Error(400, 'MalformedPOSTRequest', `${zh} / ${en}`);

const formTooLarge = (): S3Error =>
  new S3Error(
    400,
    'EntityTooLarge',
    '本机系统的表单不到 11 MiB / the local system takes forms just under 11 MiB',
  );

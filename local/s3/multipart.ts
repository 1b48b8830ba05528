import { accepted, textOf } from './blobs.ts';
import { bodyToStore } from './body-to-store.ts';
import { assertSameObject, bucketOf, type Operation, xmlReply } from './exchange.ts';
import { keepVersion, newVersionId } from './keep-version.ts';
import { abortMultipart, beginMultipart, multipartUpload } from './multipart-uploads.ts';
import { blobPath, checksumsOf, copySource, DEFAULT_TYPE, refuseConditions } from './put-object.ts';
import { S3Error } from './s3-error.ts';
import { versionById } from './versions.ts';
import { element, textsOf, xmlDocument } from './xml.ts';

/** CreateMultipartUpload. */
export const createMultipart: Operation = async (request, context) => {
  bucketOf(request, context);
  const { bucket, key, headers } = request;
  const versionId = newVersionId();
  const answer = await context.blobs.send({
    method: 'POST',
    bucket,
    name: versionId,
    query: '?uploads',
    headers,
    body: Buffer.alloc(0),
  });
  const [uploadId = ''] = textsOf(await accepted(answer), 'UploadId');
  const contentType = headers['content-type'] ?? DEFAULT_TYPE;
  beginMultipart(context.database, { uploadId, bucket, key, versionId, contentType });
  return xmlReply(
    xmlDocument(
      element('InitiateMultipartUploadResult', [
        element('Bucket', bucket),
        element('Key', key),
        element('UploadId', uploadId),
      ]),
    ),
  );
};

/** UploadPart, or UploadPartCopy when the request names a source. */
export const uploadPart: Operation = async (request, context) => {
  const { query, headers } = request;
  const upload = multipartUpload(context.database, query.get('uploadId') ?? '');
  assertSameObject(upload, request);
  const blob = {
    method: 'PUT',
    bucket: upload.bucket,
    name: upload.versionId,
    query: `?partNumber=${encodeURIComponent(query.get('partNumber') ?? '')}&uploadId=${encodeURIComponent(upload.uploadId)}`,
  };
  if (headers['x-amz-copy-source'] !== undefined) {
    const source = blobPath(copySource(request, context));
    const copied = { ...headers, 'content-length': '0', 'x-amz-copy-source': source };
    return xmlReply(await accepted(await context.blobs.send({ ...blob, headers: copied })));
  }
  const answer = await context.blobs.send({ ...blob, ...(await bodyToStore(request)) });
  await accepted(answer);
  return {
    status: 200,
    headers: { ...checksumsOf(answer.headers), etag: answer.headers.etag ?? '' },
  };
};

/**
 * CompleteMultipartUpload. May be repeated: a client that did not hear the answer, or a kill between
 * the store's “done” and ours, must not cost the upload.
 */
export const completeMultipart: Operation = async (request, context) => {
  refuseConditions(request);
  const upload = multipartUpload(context.database, request.query.get('uploadId') ?? '');
  assertSameObject(upload, request);
  const { bucket, key, versionId, contentType } = upload;
  const answer = await context.blobs.send({
    method: 'POST',
    bucket,
    name: versionId,
    query: `?uploadId=${encodeURIComponent(upload.uploadId)}`,
    body: Buffer.from(await textOf(request.body)),
  });
  const completed = await accepted(answer).catch((refusal: unknown) => {
    const again = refusal instanceof S3Error && refusal.code === 'NoSuchUpload';
    if (!again) throw refusal;
    return '';
  });
  const version =
    versionById(context.database, bucket, key, versionId) ??
    (await keepVersion(
      context,
      { bucket, key, versionId, contentType },
      'CompleteMultipartUpload',
    ));
  const checksums = completed.match(/<Checksum\w+>[^<]*<\/Checksum\w+>/g) ?? [];
  const result = xmlReply(
    xmlDocument(
      element('CompleteMultipartUploadResult', [
        element('Location', `/${bucket}/${encodeURI(key)}`),
        element('Bucket', bucket),
        element('Key', key),
        element('ETag', version.etag),
        ...checksums,
      ]),
    ),
  );
  return { ...result, headers: { ...result.headers, 'x-amz-version-id': versionId } };
};

/** AbortMultipartUpload. */
export const abortUpload: Operation = async (request, context) => {
  const upload = multipartUpload(context.database, request.query.get('uploadId') ?? '');
  assertSameObject(upload, request);
  const answer = await context.blobs.send({
    method: 'DELETE',
    bucket: upload.bucket,
    name: upload.versionId,
    query: `?uploadId=${encodeURIComponent(upload.uploadId)}`,
  });
  await accepted(answer);
  abortMultipart(context.database, upload.uploadId);
  return { status: 204 };
};

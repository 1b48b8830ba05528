import type { DatabaseSync } from 'node:sqlite';

/** An upload in parts that was begun; `versionId` is what it becomes when it completes. */
export interface MultipartUpload {
  readonly uploadId: string;
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  readonly contentType: string;
}

/** Records an upload that the store has begun. Throws when its id is known already. */
export function beginMultipart(database: DatabaseSync, upload: MultipartUpload): void {
  database
    .prepare('INSERT INTO multipart_uploads VALUES (?, ?, ?, ?, ?)')
    .run(upload.uploadId, upload.bucket, upload.key, upload.versionId, upload.contentType);
}

/** The upload with this id, also after it completed, so that completing may be repeated. */
export function multipartUpload(
  database: DatabaseSync,
  uploadId: string,
): MultipartUpload | undefined {
  const row = database.prepare('SELECT * FROM multipart_uploads WHERE uploadId = ?').get(uploadId);
  return row as unknown as MultipartUpload | undefined;
}

/** Forgets an upload, but not its parts. One that is unknown changes nothing. */
export function abortMultipart(database: DatabaseSync, uploadId: string): void {
  database.prepare('DELETE FROM multipart_uploads WHERE uploadId = ?').run(uploadId);
}

import { accepted, textOf } from './blobs.ts';
import { inOneStep } from './database.ts';
import { bucketOf, type GatewayContext, type Operation, xmlReply } from './exchange.ts';
import { newVersionId } from './keep-version.ts';
import { addVersion, removeVersion, versionById } from './versions.ts';
import { element, textsOf, xmlDocument } from './xml.ts';

/** DeleteObject: a delete marker on top, or, when a version is named, that version gone for good. */
export const deleteObject: Operation = async (request, context) => {
  bucketOf(request, context);
  const { bucket, key, query } = request;
  const { versionId, marker } = await deleteOne(context, bucket, key, query.get('versionId'));
  return {
    status: 204,
    headers: { 'x-amz-version-id': versionId, ...(marker && { 'x-amz-delete-marker': 'true' }) },
  };
};

/** DeleteObjects: a list of them in the body. */
export const deleteObjects: Operation = async (request, context) => {
  bucketOf(request, context);
  const xml = await textOf(request.body);
  const quiet = textsOf(xml, 'Quiet')[0] === 'true';
  const results: string[] = [];
  for (const entry of xml.match(/<Object>[\s\S]*?<\/Object>/g) ?? []) {
    const key = textsOf(entry, 'Key')[0] ?? '';
    const asked = textsOf(entry, 'VersionId')[0] ?? null;
    const { versionId, marker } = await deleteOne(context, request.bucket, key, asked);
    const told = [element('Key', key)];
    if (asked !== null) told.push(element('VersionId', versionId));
    if (marker) {
      told.push(element('DeleteMarker', true), element('DeleteMarkerVersionId', versionId));
    }
    results.push(element('Deleted', told));
  }
  return xmlReply(xmlDocument(element('DeleteResult', quiet ? [] : results)));
};

async function deleteOne(
  { database, blobs, now }: GatewayContext,
  bucket: string,
  key: string,
  versionId: string | null,
): Promise<{ readonly versionId: string; readonly marker: boolean }> {
  if (versionId === null) {
    const marker = { bucket, key, versionId: newVersionId(), etag: '', size: 0, contentType: '' };
    inOneStep(database, () => addVersion(database, { ...marker, deleteMarker: true }, now()));
    return { versionId: marker.versionId, marker: true };
  }
  const version = versionById(database, bucket, key, versionId);
  if (version === undefined) return { versionId, marker: false };
  // The bytes first: killed in between, the version is still known, and can be deleted again.
  if (!version.deleteMarker) {
    await accepted(await blobs.send({ method: 'DELETE', bucket, name: versionId }));
  }
  removeVersion(database, versionId);
  return { versionId, marker: version.deleteMarker };
}

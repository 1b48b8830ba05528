import { collected } from '../shared/byte-pieces.ts';
import type { ErasableBucket } from '../shared/operator-ports.ts';
import type { OutputPage, PublishPorts } from '../shared/ports.ts';
import type { UploadEvent } from '../shared/upload.ts';

/* Buckets in memory, as a pipeline sees them. */

/** A file of the public bucket: what lies there, and all that ever did. */
export interface PublicObject {
  readonly bytes: Uint8Array | null;
  readonly versions: readonly Uint8Array[];
  readonly lasting: boolean;
}

/** A version of an output. */
export interface OutputVersion {
  readonly key: string;
  readonly versionId: string;
  readonly text: string;
}

/** Every version in the uploads bucket. */
export type StoredUploads = Map<string, { event: UploadEvent; bytes: Uint8Array }>;

/** As S3, a read of what is not there fails. */
export function standing(outputs: ReadonlyMap<string, string>, key: string): string {
  const text = outputs.get(key);
  if (text === undefined) throw new Error(`NoSuchKey: ${key}`);
  return text;
}

export const erasableUploads = (bucket: StoredUploads): ErasableBucket => ({
  async *versionsBelow(prefix) {
    const events = [...bucket.values()].map(({ event }) => event);
    yield events
      .filter(({ key }) => key.startsWith(prefix))
      .map((event) => ({ ...event, storedAt: event.eventTime, isMarker: false }));
  },
  eraseVersion: async (version) => void bucket.delete(versionName(version)),
});

export const erasableOutputs = (
  outputs: Map<string, string>,
  versions: OutputVersion[],
): ErasableBucket => ({
  async *versionsBelow(prefix) {
    const kept = { bucket: 'outputs', storedAt: '', size: 0, isMarker: false };
    yield versions
      .filter(({ key }) => key.startsWith(prefix))
      .map(({ key, versionId }) => ({ ...kept, key, versionId }));
  },
  async eraseVersion({ key, versionId }) {
    const place = versions.findIndex((version) => version.versionId === versionId);
    if (place === -1) return;
    versions.splice(place, 1);
    const newest = versions.findLast((version) => version.key === key);
    if (newest === undefined) outputs.delete(key);
    else outputs.set(key, newest.text);
  },
});

/** Tells versions of uploads apart. */
export const versionName = ({
  bucket,
  key,
  versionId,
}: Pick<UploadEvent, 'bucket' | 'key' | 'versionId'>): string =>
  JSON.stringify([bucket, key, versionId]);

/** The public bucket: what lies there and all that ever did. */
export function publicBucketOf(objects: Map<string, PublicObject>): PublishPorts['publicFiles'] {
  return {
    async publishFile(key, bytes, { lasting }) {
      const versions = [...(objects.get(key)?.versions ?? []), bytes];
      objects.set(key, { bytes, versions, lasting });
    },
    async removeFile(key) {
      const object = objects.get(key);
      if (object !== undefined) objects.set(key, { ...object, bytes: null });
    },
    readFile: async (key) => objects.get(key)?.bytes ?? null,
    async streamFile(key, pieces, file) {
      const bytes = await collected(pieces);
      await this.publishFile(key, bytes, { ...file, lasting: false });
    },
  };
}

/** Few, so that tests turn pages. */
const KEYS_A_PAGE = 2;

export function pageOfKeys(
  all: readonly string[],
  prefix: string,
  after: string | null,
): OutputPage {
  const later = all.filter((key) => key.startsWith(prefix) && key > (after ?? '')).sort();
  const keys = later.slice(0, KEYS_A_PAGE);
  return { keys, next: later.length > keys.length ? (keys.at(-1) ?? null) : null };
}

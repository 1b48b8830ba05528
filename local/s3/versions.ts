import type { DatabaseSync } from 'node:sqlite';

/** One version of an object, or the mark that it was deleted. */
export interface ObjectVersion {
  /** Order of arrival over all buckets, from 1. */
  readonly sequence: number;
  readonly bucket: string;
  readonly key: string;
  /** Also the name under which the bytes are kept. */
  readonly versionId: string;
  /** ISO 8601 with milliseconds; grows strictly with `sequence`. */
  readonly time: string;
  /** With its quotes. */
  readonly etag: string;
  /** Bytes. */
  readonly size: number;
  readonly contentType: string;
  readonly deleteMarker: boolean;
}

/** A version before it has its place in time. */
export type NewVersion = Omit<ObjectVersion, 'sequence' | 'time'>;

/**
 * Adds a version. Times never repeat and never run back, even if the clock (`now`, milliseconds)
 * does: uploads are ordered by them.
 */
export function addVersion(
  database: DatabaseSync,
  version: NewVersion,
  now: number,
): ObjectVersion {
  const newest = database.prepare('SELECT max(time) AS time FROM versions').get()?.['time'];
  const after = typeof newest === 'string' ? Date.parse(newest) + 1 : 0;
  const time = new Date(Math.max(now, after)).toISOString();
  const { bucket, key, versionId, etag, size, contentType, deleteMarker } = version;
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO versions (bucket, key, versionId, time, etag, size, contentType, deleteMarker)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(bucket, key, versionId, time, etag, size, contentType, deleteMarker ? 1 : 0);
  return { ...version, time, sequence: Number(lastInsertRowid) };
}

/** The newest version of a key, be it a delete marker; undefined if the key was never used. */
export function newestVersion(
  database: DatabaseSync,
  bucket: string,
  key: string,
): ObjectVersion | undefined {
  const row = database
    .prepare('SELECT * FROM versions WHERE bucket = ? AND key = ? ORDER BY sequence DESC LIMIT 1')
    .get(bucket, key);
  return row === undefined ? undefined : asVersion(row);
}

/** Exactly this version, be it a delete marker; undefined if this key has none with this id. */
export function versionById(
  database: DatabaseSync,
  bucket: string,
  key: string,
  versionId: string,
): ObjectVersion | undefined {
  const row = database
    .prepare('SELECT * FROM versions WHERE bucket = ? AND key = ? AND versionId = ?')
    .get(bucket, key, versionId);
  return row === undefined ? undefined : asVersion(row);
}

/** Forgets a version for good, but not its bytes. One that is unknown changes nothing. */
export function removeVersion(database: DatabaseSync, versionId: string): void {
  database.prepare('DELETE FROM versions WHERE versionId = ?').run(versionId);
}

/** The newest version of each key below the prefix that is not deleted, by key. */
export function* currentObjects(
  database: DatabaseSync,
  bucket: string,
  prefix: string,
): Generator<ObjectVersion> {
  const rows = database
    .prepare(
      `SELECT * FROM versions AS v WHERE bucket = ? AND substr(key, 1, length(?)) = ?
         AND deleteMarker = 0
         AND sequence = (SELECT max(sequence) FROM versions WHERE bucket = v.bucket AND key = v.key)
       ORDER BY key`,
    )
    .iterate(bucket, prefix, prefix);
  for (const row of rows) yield asVersion(row);
}

/** A version in a listing. */
export interface ListedVersion extends ObjectVersion {
  /** True for the newest of its key. */
  readonly newest: boolean;
}

/** Every version and delete marker below the prefix, by key, the newest of a key first. */
export function* allVersions(
  database: DatabaseSync,
  bucket: string,
  prefix: string,
): Generator<ListedVersion> {
  const rows = database
    .prepare(
      `SELECT * FROM versions WHERE bucket = ? AND substr(key, 1, length(?)) = ?
       ORDER BY key, sequence DESC`,
    )
    .iterate(bucket, prefix, prefix);
  let key: string | null = null;
  for (const row of rows) {
    const version = asVersion(row);
    yield { ...version, newest: version.key !== key };
    key = version.key;
  }
}

const asVersion = (row: Record<string, unknown>): ObjectVersion =>
  ({ ...row, deleteMarker: row['deleteMarker'] === 1 }) as unknown as ObjectVersion;

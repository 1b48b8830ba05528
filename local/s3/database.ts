import { DatabaseSync } from 'node:sqlite';
import { forgetDeleted } from '../forget-deleted.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS versions (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    bucket TEXT NOT NULL,
    key TEXT NOT NULL,
    versionId TEXT NOT NULL UNIQUE,
    time TEXT NOT NULL,
    etag TEXT NOT NULL,
    size INTEGER NOT NULL,
    contentType TEXT NOT NULL,
    deleteMarker INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS versions_by_key ON versions (bucket, key, sequence);
  CREATE TABLE IF NOT EXISTS multipart_uploads (
    uploadId TEXT PRIMARY KEY,
    bucket TEXT NOT NULL,
    key TEXT NOT NULL,
    versionId TEXT NOT NULL,
    contentType TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    queue TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
`;

/**
 * Opens or creates what the gateway knows of objects: their versions, uploads in parts, and messages
 * not yet delivered. One file, so that an object and its message are there together or not at all.
 * Throws when the file is no such database.
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec(SCHEMA);
  forgetDeleted(database);
  return database;
}

/** Runs `work` so that all of it is kept, durably, or none. */
export function inOneStep<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

import type { DatabaseSync } from 'node:sqlite';
import { Level } from 'level';

/*
 * A database that deletes something only gives its place free: the bytes stay in the file until others are
 * written over them. What was purged must not be readable there.
 */

/**
 * Has a database write zeros over what is deleted from now on, and empties its log of changes, which a
 * kill may have left with what was deleted before.
 */
export const forgetDeleted = (database: DatabaseSync): void =>
  database.exec('PRAGMA secure_delete = ON; PRAGMA wal_checkpoint(TRUNCATE);');

/** What `level` can do on Node beyond what its types say. */
interface Compactable {
  readonly compactRange: (start: string, end: string) => Promise<void>;
}

/** Has a closed store of tables write its files anew without what was deleted. Rejects when it cannot be read. */
export async function forgetDeletedItems(folder: string): Promise<void> {
  const store = new Level(folder) as Level & Compactable;
  await store.open();
  // Before the first and after the last key there is: those of dynalite are printable.
  await store.compactRange('\u0000', '\uffff');
  await store.close();
}

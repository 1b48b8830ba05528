import { inOrder } from '../in-order.ts';
import type { PublicBucket } from '../ports.ts';
import type { Publication, PublicFile, PublicKind } from '../publication.ts';
import { sha256 } from '../sha256.ts';
import { type PublishedTable, readTable } from './table-schema.ts';

/*
 * What leads to the tables and what gathers them is made from the public files as they lie there, and from
 * nothing else: it can say nothing that is not public already.
 */

/** A table that is public now, and what it says. */
export interface PublicTable {
  readonly publication: Publication;
  readonly table: PublishedTable;
}

/** Tables that are on their way at once, and their bytes, a single one apart. */
const AT_ONCE = 16;
const MOST_BYTES = 32 * 1024 * 1024;

/** The file of a publication that is current. Throws RangeError for one that has none of the kind. */
export function fileOf({ files, title }: Publication, kind: PublicKind): PublicFile {
  const file = files.find((each) => each.kind === kind);
  if (file === undefined) throw new RangeError(`no ${kind} of ${title}`);
  return file;
}

/**
 * The bytes of a public file; null when it was taken out meanwhile. Throws when they are not those that
 * were published.
 */
export async function readPublic(
  { key, sha256: hash }: PublicFile,
  bucket: Pick<PublicBucket, 'readFile'>,
): Promise<Uint8Array | null> {
  const bytes = await bucket.readFile(key);
  if (bytes !== null && sha256(bytes) !== hash) throw new Error(`${key} holds other bytes`);
  return bytes;
}

/** The tables of what is current among these, in their order; those taken out meanwhile are left out. */
export async function* publicTables(
  publications: readonly Publication[],
  bucket: Pick<PublicBucket, 'readFile'>,
): AsyncGenerator<PublicTable> {
  const current = publications.filter(({ status }) => status === 'current');
  const read = async (publication: Publication): Promise<PublicTable | null> => {
    const bytes = await readPublic(fileOf(publication, 'json'), bucket);
    return bytes === null ? null : { publication, table: readTable(bytes) };
  };
  const weightOf = (publication: Publication): number => fileOf(publication, 'json').bytes;
  const pace = { atOnce: AT_ONCE, most: MOST_BYTES, weightOf };
  for await (const found of inOrder(current, pace, read)) if (found !== null) yield found;
}

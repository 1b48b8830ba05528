import { sha256 } from '../sha256.ts';

/*
 * Where links of a summary lead. A workbook is saved alone and passed on, so they lead through the
 * portal wherever its address is known: it asks who is there, and shows what they may see. Else they are
 * relative, and work in a copy of the outputs bucket.
 */

/** Folders from a summary, and from a submission's own files, up to the root of the outputs bucket. */
export type Depth = 2 | 4;

/** What goes before the key of an output to make its address; `portal` is an origin, null for none. */
export const outputsAddress = (portal: string | null, depth: Depth): string =>
  portal === null ? '../'.repeat(depth) : `${portal}/open?key=`;

/** Raise it with every change of what a submission's own files hold or look like: then all are written anew. */
const MAKE = 'v2';

/** What a submission's own files are made like; files with links to elsewhere are other files. */
export const detailsMake = (portal: string | null): string =>
  portal === null ? MAKE : `${MAKE}-${sha256(portal).slice(0, 8)}`;

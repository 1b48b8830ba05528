import type { RevisionKey } from './upload.ts';

/** What a published table is handed out as. */
export type PublicKind = 'pdf' | 'xlsx' | 'csv' | 'json' | 'zip';

/** A file in the public bucket, under a name made from its bytes: it never changes. */
export interface PublicFile {
  readonly kind: PublicKind;
  readonly key: string;
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * `current` 现行; `replaced` 已被更正版替代; `withdrawn` 已撤回. Files of the latter two are taken out of
 * the public bucket; their hashes stay on record, so that a copy can still be told what it is.
 */
export type PublicationStatus = 'current' | 'replaced' | 'withdrawn';

/** A revision that is or was public. Everything in it is for everybody to read. */
export interface Publication extends RevisionKey {
  readonly status: PublicationStatus;
  /** Which edition (第几版公开) of the submission it is, from 1. */
  readonly edition: number;
  /** Of the submitter. */
  readonly name: string;
  /** The department above the submitter when it was published; null where it is one itself. */
  readonly department: { readonly code: string; readonly name: string } | null;
  readonly title: string;
  readonly projects: number;
  /** ISO 8601. */
  readonly publishedAt: string;
  /** Why it took the place of the edition before; null for the first. */
  readonly reason: string | null;
  /** ISO 8601; null while it is current. */
  readonly endedAt: string | null;
  /** Why it was withdrawn. */
  readonly endedReason: string | null;
  readonly files: readonly PublicFile[];
  /**
   * Check code of its stamped copy; null where any edition of the submission masks something, as the code
   * would then let guesses of what is masked be tried out, and where it was purged. Left out in items of
   * before this was kept.
   */
  readonly code?: string | null;
}

/** Sorts by period, submitter and edition. */
export function inEditionOrder(a: Publication, b: Publication): number {
  const place = ({ period, submitter }: Publication): string => `${period}#${submitter}`;
  if (place(a) === place(b)) return a.edition - b.edition;
  return place(a) < place(b) ? -1 : 1;
}

import type { SiteIndex } from './site-index.ts';

type Listed = SiteIndex['publications'][number];

/** What a site says of a copy of a file, by its SHA-256. */
export type CopyStatus =
  | { readonly status: 'current'; readonly publication: Listed }
  | { readonly status: 'withdrawn'; readonly publication: Listed }
  /** 已被更正版替代; `by` what took its place, null where that was withdrawn since. */
  | { readonly status: 'replaced'; readonly publication: Listed; readonly by: Listed | null }
  /** 未找到: never public, or changed by somebody. */
  | { readonly status: 'unknown' };

/** Looks a file up by its hash. Where the same bytes were public more than once, what holds now counts. */
export function statusOfCopy(sha256: string, { publications }: SiteIndex): CopyStatus {
  const found = publications.filter(({ files }) => files.some((file) => file.sha256 === sha256));
  const publication = found.find(({ status }) => status === 'current') ?? found.at(-1);
  if (publication === undefined) return { status: 'unknown' };
  const { status, period, submitter } = publication;
  if (status === 'current') return { status, publication };
  if (status === 'withdrawn') return { status, publication };
  const by = publications.find(
    (other) =>
      other.period === period && other.submitter === submitter && other.status === 'current',
  );
  return { status, publication, by: by ?? null };
}

import type { StampedPlace } from '../read-check-code.ts';
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

/** Looks a file up by its hash. */
export const statusOfCopy = (sha256: string, index: SiteIndex): CopyStatus =>
  statusWhere(({ files }) => files.some((file) => file.sha256 === sha256), index);

/** Looks a stamped copy up by its check code. What is masked has none here: it is as unknown as any other. */
export const statusOfCode = (code: string, index: SiteIndex): CopyStatus =>
  statusWhere(({ stamped }) => stamped?.code === code, index);

/** The newest edition of a submission whose check codes are not told; null where there is none. */
export const withoutCode = (
  { period, unit }: Pick<StampedPlace, 'period' | 'unit'>,
  { publications }: SiteIndex,
): Listed | null =>
  last(
    publications.filter(
      (each) => each.period === period && each.submitter === unit && each.stamped === null,
    ),
  );

/** Without `at` and `findLast`, which browsers of 2020 lack: the site's scripts load nothing in their place. */
const last = (listed: readonly Listed[]): Listed | null => listed[listed.length - 1] ?? null;

/** Where the same table was public more than once, what holds now counts. */
function statusWhere(isIt: (listed: Listed) => boolean, { publications }: SiteIndex): CopyStatus {
  const found = publications.filter(isIt);
  const publication = found.find(({ status }) => status === 'current') ?? last(found);
  if (publication === null) return { status: 'unknown' };
  const { status, period, submitter } = publication;
  if (status === 'current') return { status, publication };
  if (status === 'withdrawn') return { status, publication };
  const by = publications.find(
    (other) =>
      other.period === period && other.submitter === submitter && other.status === 'current',
  );
  return { status, publication, by: by ?? null };
}

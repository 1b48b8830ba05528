import type { SubmissionKey } from '../upload.ts';

/** Keys of the public bucket that do not change. */
export const SITE_KEYS = {
  start: 'index.html',
  search: 'search.html',
  verify: 'verify.html',
  notFound: 'not-found.html',
  index: 'index.json',
  manifest: 'manifest.json',
  sums: 'SHA256SUMS',
  schema: 'schema/table.schema.json',
  projectsSchema: 'schema/projects.schema.json',
  feed: 'feed.xml',
  sitemap: 'sitemap.xml',
} as const;

/** The page of a period. */
export const periodPage = (period: string): string => `${period}/index.html`;

/** The page of a submission: whatever becomes of what it shows, its address stays. */
export const submissionPage = (period: string, submitter: string): string =>
  `${period}/${submitter}/index.html`;

/** The page of a submitter over the years. */
export const unitPage = (submitter: string): string => `units/${submitter}/index.html`;

/** What the search page looks through for a period. */
export const searchKey = (period: string): string => `search/${period}.json`;

/** A period as a whole: every table and every project. `about` says what the others hold. */
export const bundleKeys = (period: string) =>
  ({
    about: `${period}/bundle.json`,
    zip: `${period}/tables-${period}.zip`,
    csv: `${period}/projects-${period}.csv`,
    json: `${period}/projects-${period}.json`,
  }) as const;

/**
 * A file by its hash, which is never written over by other bytes; in a folder of its submission, so that
 * what goes when one is withdrawn is never another's, were its table the same to the byte.
 */
export const fileKey = (
  { period, submitter }: SubmissionKey,
  sha256: string,
  extension: string,
): string => `files/${period}/${submitter}/${sha256}.${extension}`;

/** Keys of the public bucket that do not change. */
export const SITE_KEYS = {
  start: 'index.html',
  index: 'index.json',
  manifest: 'manifest.json',
  schema: 'schema/table.schema.json',
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

/** A file by its hash, which is never written over by other bytes. */
export const fileKey = (sha256: string, extension: string): string =>
  `files/${sha256}.${extension}`;

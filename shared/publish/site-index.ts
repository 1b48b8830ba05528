import * as z from 'zod';
import type { Publication } from '../publication.ts';
import type { Site } from '../site.ts';
import { SITE_KEYS, submissionPage } from './site-keys.ts';

const file = z.object({
  kind: z.enum(['pdf', 'xlsx', 'csv', 'json', 'zip']),
  sha256: z.string(),
  bytes: z.int(),
  /** Null once it was taken out. */
  key: z.string().nullable(),
});

const publication = z.object({
  period: z.string(),
  submitter: z.string(),
  name: z.string(),
  department: z.object({ code: z.string(), name: z.string() }).nullable().default(null),
  title: z.string(),
  edition: z.int(),
  status: z.enum(['current', 'replaced', 'withdrawn']),
  projects: z.int(),
  publishedAt: z.string(),
  reason: z.string().nullable(),
  endedAt: z.string().nullable(),
  endedReason: z.string().nullable(),
  page: z.string(),
  files: z.array(file),
  /** What its stamped copy says of itself; null where that is not told, as something of the table is masked. */
  stamped: z.object({ revision: z.int(), code: z.string() }).nullable().default(null),
});

/** index.json: everything that is or was public, for machines and for whoever verifies a copy. */
export const siteIndexSchema = z.object({
  site: z.string(),
  /** Of the published tables as JSON. */
  schema: z.string(),
  publications: z.array(publication),
});

/** What index.json holds. */
export type SiteIndex = z.infer<typeof siteIndexSchema>;

/** The index of a site; `publications` in order of period, submitter and edition. */
export const siteIndexOf = (publications: readonly Publication[], site: Site): SiteIndex => ({
  site: site.name,
  schema: SITE_KEYS.schema,
  publications: publications.map(({ revision, files, code = null, ...about }) => ({
    ...about,
    stamped: code === null ? null : { revision, code },
    page: submissionPage(about.period, about.submitter),
    files: files.map(({ kind, sha256, bytes, key }) => ({
      kind,
      sha256,
      bytes,
      key: about.status === 'current' ? key : null,
    })),
  })),
});

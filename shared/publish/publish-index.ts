import { jsonBytes } from '../outputs.ts';
import type { PublishJob, PublishPorts } from '../ports.ts';
import type { Publication } from '../publication.ts';
import { sumLine } from './bundle.ts';
import { indexPages } from './index-pages.ts';
import { latestEditions } from './latest-editions.ts';
import { notFoundPage } from './not-found-page.ts';
import { publicTables } from './published-tables.ts';
import { type SearchIndex, searchIndexOf } from './search-index.ts';
import { searchPage } from './search-page.ts';
import { atomFeed, sitemap } from './site-feeds.ts';
import { siteIndexOf } from './site-index.ts';
import { SITE_KEYS, searchKey } from './site-keys.ts';
import { projectsSchemaText, tableSchemaText } from './table-schema.ts';
import { verifyPage } from './verify-page.ts';

/** Publications that go on while the index is written; so many in a row do not come. */
const TRIES = 20;

/**
 * Writes everything that leads to the tables of these submissions, until nothing was published meanwhile:
 * of two attempts at once, the one that ends last has seen all.
 */
export async function publishIndex(
  jobs: readonly PublishJob[],
  ports: PublishPorts,
): Promise<void> {
  const { submissions, publicFiles, assets } = ports;
  for (const { key, bytes, contentType } of Object.values(assets)) {
    await publicFiles.publishFile(key, bytes, { contentType, downloadName: key, lasting: true });
  }
  let written = '';
  for (let tried = 0; tried < TRIES; tried += 1) {
    const publications = await submissions.publications();
    const seen = JSON.stringify(publications);
    if (seen === written) return;
    for (const [key, { bytes, contentType }] of await indexFiles(jobs, publications, ports)) {
      await publicFiles.publishFile(key, bytes, { contentType, downloadName: key, lasting: false });
    }
    written = seen;
  }
  throw new Error(`what is public changed ${TRIES} times while its index was written`);
}

/** The whole of what leads to tables, anew: after the program changed, or where nothing was published yet. */
export async function publishSite(ports: PublishPorts): Promise<void> {
  await publishIndex(latestEditions(await ports.submissions.publications()), ports);
}

interface IndexFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

const textFile = (content: string, type: string): IndexFile => ({
  bytes: new TextEncoder().encode(content),
  contentType: `${type}; charset=utf-8`,
});

const jsonIndex = (bytes: Uint8Array): IndexFile => ({
  bytes,
  contentType: 'application/json; charset=utf-8',
});

/** The files of the index by key: machines' index and manifest last, as they name all the others. */
async function indexFiles(
  jobs: readonly PublishJob[],
  publications: readonly Publication[],
  ports: PublishPorts,
): Promise<ReadonlyMap<string, IndexFile>> {
  const { site } = ports;
  const searched = await searchIndexes(jobs, publications, ports);
  // What other pages lead to comes before them: a new site is whole once its start page is there.
  const pages = [
    [SITE_KEYS.search, searchPage(choicesIn(publications), ports)],
    [SITE_KEYS.verify, verifyPage(ports)],
    [SITE_KEYS.notFound, notFoundPage(ports)],
    ...indexPages(jobs, publications, searched, ports),
  ] as const;
  const map = sitemap(publications, site);
  return new Map([
    ...pages.map(([key, content]) => [key, textFile(content, 'text/html')] as const),
    ...[...searched].map(
      ([period, index]) =>
        [searchKey(period), jsonIndex(new TextEncoder().encode(JSON.stringify(index)))] as const,
    ),
    [SITE_KEYS.schema, textFile(tableSchemaText(), 'application/schema+json')],
    [SITE_KEYS.projectsSchema, textFile(projectsSchemaText(), 'application/schema+json')],
    [SITE_KEYS.feed, textFile(atomFeed(publications, site), 'application/atom+xml')],
    ...(map === null ? [] : [[SITE_KEYS.sitemap, textFile(map, 'application/xml')] as const]),
    [SITE_KEYS.sums, textFile(sumsOf(publications), 'text/plain')],
    [SITE_KEYS.manifest, jsonIndex(jsonBytes({ files: manifestOf(publications) }))],
    [SITE_KEYS.index, jsonIndex(jsonBytes(siteIndexOf(publications, site)))],
  ]);
}

/** Of the periods of these submissions; those of others hold what they held before. */
async function searchIndexes(
  jobs: readonly PublishJob[],
  publications: readonly Publication[],
  { publicFiles }: PublishPorts,
): Promise<ReadonlyMap<string, SearchIndex>> {
  const indexes = new Map<string, SearchIndex>();
  for (const period of new Set(jobs.map((job) => job.period))) {
    const own = publications.filter((each) => each.period === period);
    indexes.set(period, await searchIndexOf(period, publicTables(own, publicFiles)));
  }
  return indexes;
}

/** Periods and submitters that something is public of, the newest period first. */
function choicesIn(publications: readonly Publication[]) {
  const current = publications.filter(({ status }) => status === 'current');
  const periods = [...new Set(current.map(({ period }) => period))].sort().reverse();
  const units = new Map(current.map(({ submitter, name }) => [submitter, name]));
  return {
    periods: periods.map((period) => ({ value: period, text: `${period}年度` })),
    units: [...units].sort().map(([value, text]) => ({ value, text })),
  };
}

/** Every file of a table that is public now, with its hash. */
const manifestOf = (publications: readonly Publication[]) =>
  publications
    .filter(({ status }) => status === 'current')
    .flatMap(({ files }) => files.map(({ key, sha256, bytes }) => ({ key, sha256, bytes })));

const sumsOf = (publications: readonly Publication[]): string =>
  manifestOf(publications)
    .map(({ key, sha256 }) => sumLine(sha256, key))
    .join('');

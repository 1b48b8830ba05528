import { jsonBytes } from '../outputs.ts';
import type { PublishJob, PublishPorts } from '../ports.ts';
import type { Publication } from '../publication.ts';
import type { Site } from '../site.ts';
import { indexPages } from './index-pages.ts';
import { atomFeed, sitemap } from './site-feeds.ts';
import { siteIndexOf } from './site-index.ts';
import { SITE_KEYS } from './site-keys.ts';
import { tableSchemaText } from './table-schema.ts';

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
  const { submissions, publicFiles, site } = ports;
  let written = '';
  for (let tried = 0; tried < TRIES; tried += 1) {
    const publications = await submissions.publications();
    const seen = JSON.stringify(publications);
    if (seen === written) return;
    for (const [key, { bytes, contentType }] of indexFiles(jobs, publications, site)) {
      await publicFiles.publishFile(key, bytes, { contentType, downloadName: key, lasting: false });
    }
    written = seen;
  }
  throw new Error(`what is public changed ${TRIES} times while its index was written`);
}

interface IndexFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** The files of the index by key: machines' index and manifest last, as they name all the others. */
function indexFiles(
  jobs: readonly PublishJob[],
  publications: readonly Publication[],
  site: Site,
): ReadonlyMap<string, IndexFile> {
  const text = (content: string, type: string): IndexFile => ({
    bytes: new TextEncoder().encode(content),
    contentType: `${type}; charset=utf-8`,
  });
  const map = sitemap(publications, site);
  const json = (value: object): IndexFile => ({
    bytes: jsonBytes(value),
    contentType: 'application/json; charset=utf-8',
  });
  return new Map([
    ...[...indexPages(jobs, publications, site)].map(
      ([key, content]) => [key, text(content, 'text/html')] as const,
    ),
    [SITE_KEYS.schema, text(tableSchemaText(), 'application/schema+json')],
    [SITE_KEYS.feed, text(atomFeed(publications, site), 'application/atom+xml')],
    ...(map === null ? [] : [[SITE_KEYS.sitemap, text(map, 'application/xml')] as const]),
    [SITE_KEYS.manifest, json({ files: manifestOf(publications) })],
    [SITE_KEYS.index, json(siteIndexOf(publications, site))],
  ]);
}

/** Every file of a table that is public now, with its hash. */
const manifestOf = (publications: readonly Publication[]) =>
  publications
    .filter(({ status }) => status === 'current')
    .flatMap(({ files }) => files.map(({ key, sha256, bytes }) => ({ key, sha256, bytes })));

import type { Publication } from '../publication.ts';
import { element, xmlText } from '../sheets/xml-text.ts';
import type { Site } from '../site.ts';
import { latestEditions } from './latest-editions.ts';
import { periodPage, SITE_KEYS, submissionPage, unitPage } from './site-keys.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What happened last; more than these nobody reads in a feed. */
const MOST_NEWS = 50;

/** Before anything happened. */
const NEVER = '2000-01-01T00:00:00.000Z';

/** What is new, as Atom (RFC 4287): published, corrected, withdrawn. Addresses are those of the site. */
export function atomFeed(publications: readonly Publication[], site: Site): string {
  const news = latestNews(publications, MOST_NEWS);
  const entries = news.map(({ publication, kind, what, at }) => {
    const { period, submitter, edition, title, name } = publication;
    return element(
      'entry',
      {},
      element('id', {}, `urn:jixiao:${period}:${submitter}:${edition}:${kind}`) +
        element('title', {}, xmlText(`${what}：${title}`)) +
        element('updated', {}, at) +
        element('author', {}, element('name', {}, xmlText(name))) +
        element('link', { href: submissionPage(period, submitter) }),
    );
  });
  const base = site.address === null ? {} : { 'xml:base': site.address };
  const feed = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN', ...base },
    element('id', {}, `urn:jixiao:feed:${encodeURIComponent(site.name)}`) +
      element('title', {}, xmlText(site.name)) +
      element('updated', {}, news[0]?.at ?? NEVER) +
      element('link', { rel: 'self', href: SITE_KEYS.feed }) +
      entries.join('\n'),
  );
  return `${XML}${feed}\n`;
}

/** Something that happened in public: published, corrected or withdrawn. */
export interface News {
  readonly publication: Publication;
  readonly kind: 'published' | 'withdrawn';
  readonly what: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What happened last, the newest first. */
export const latestNews = (publications: readonly Publication[], most: number): readonly News[] =>
  publications
    .flatMap(newsOf)
    .sort((a, b) => (a.at > b.at ? -1 : 1))
    .slice(0, most);

function newsOf(publication: Publication): readonly News[] {
  const { publishedAt, reason, endedAt, endedReason } = publication;
  const published: News = {
    publication,
    kind: 'published',
    what: reason === null ? '公开' : '更正',
    at: publishedAt,
  };
  if (endedAt === null || endedReason === null) return [published];
  return [published, { publication, kind: 'withdrawn', what: '撤回', at: endedAt }];
}

/** Every page, for search engines; null where the site has no address. */
export function sitemap(publications: readonly Publication[], { address }: Site): string | null {
  if (address === null) return null;
  const latest = latestEditions(publications);
  const pages = new Set([
    SITE_KEYS.start,
    SITE_KEYS.search,
    SITE_KEYS.verify,
    ...latest.map(({ period }) => periodPage(period)),
    ...latest.map(({ submitter }) => unitPage(submitter)),
    ...latest.map(({ period, submitter }) => submissionPage(period, submitter)),
  ]);
  const urls = [...pages].map((key) =>
    element('url', {}, element('loc', {}, xmlText(address + key))),
  );
  const set = element(
    'urlset',
    { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
    urls.join('\n'),
  );
  return `${XML}${set}\n`;
}

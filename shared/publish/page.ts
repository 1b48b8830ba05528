import { createHash } from 'node:crypto';
import { xmlText } from '../sheets/xml-text.ts';
import type { FooterLine, Site, SiteAssets } from '../site.ts';
import { SITE_KEYS } from './site-keys.ts';

/*
 * Pages of the public site: whole documents, readable without a script, on a phone, on paper and by a
 * screen reader. They load one style sheet, two of them a script, all from the site itself.
 */

/** What every page of a site has in common. */
export interface SiteFrame {
  readonly site: Site;
  readonly assets: SiteAssets;
}

/** Text inside an element or an attribute. */
export const escaped = xmlText;

/** An address as an attribute. */
export const link = (href: string, text: string): string =>
  `<a href="${escaped(href)}">${escaped(text)}</a>`;

/** A wording in both languages, Chinese first. */
export const both = (zh: string, en: string): string =>
  `${escaped(zh)} <span lang="en">${escaped(en)}</span>`;

/** A link with a wording in both languages. */
export const bothLink = (href: string, zh: string, en: string): string =>
  `<a href="${escaped(href)}">${both(zh, en)}</a>`;

/** A list of items that are HTML already. */
export const list = (items: readonly string[], className = ''): string =>
  `<ul${className === '' ? '' : ` class="${className}"`}>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** What a page holds; `body` is HTML already. */
export interface PageContent {
  readonly title: string;
  /** From the page to the top of the site: `../` for each folder it lies in. */
  readonly top: string;
  /** Links to the pages above, below the start page, in order; as seen from the top. */
  readonly trail: readonly { readonly href: string; readonly text: string }[];
  readonly body: string;
  readonly script?: 'search' | 'verify';
  /** The whole width of the window: for wide tables. */
  readonly isWide?: boolean;
}

/** A page of the site. The same content gives the same bytes. */
export function page(content: PageContent, { site, assets }: SiteFrame): string {
  const { title, top, body, script, isWide = false } = content;
  const from = (key: string): string => escaped(top + key);
  const isStart = title === site.name;
  const scriptMarkup =
    script === undefined ? '' : `<script src="${from(assets[script].key)}" defer></script>\n`;
  return `${headOf(isStart ? title : `${title} - ${site.name}`, policyOf(script !== undefined))}
<link rel="stylesheet" href="${from(assets.style.key)}">
<link rel="icon" href="${from(assets.icon.key)}">
<link rel="alternate" type="application/atom+xml" title="${escaped(site.name)}" href="${from(SITE_KEYS.feed)}">
${scriptMarkup}</head>
<body>
<a class="skip" href="#content">${both('跳到正文', 'Skip to content')}</a>
<header class="top"><div class="width">
<a class="site" href="${from(SITE_KEYS.start)}">${escaped(site.name)}</a>
<nav aria-label="网站 Site">${[
    bothLink(top + SITE_KEYS.search, '检索', 'Search'),
    bothLink(top + SITE_KEYS.verify, '核验文件', 'Verify'),
  ].join('')}</nav>
</div></header>
${isStart ? '' : `${trailMarkup(content, site)}\n`}<main id="content"${isWide ? ' class="wide"' : ''}>
<h1>${escaped(title)}</h1>
${body}
</main>
<footer><div class="width">
${site.footer.map(footerLine).join('\n')}
<p>${both('本站为静态网页，不用 Cookie，不收集访问者信息。', 'Static pages: no cookies, nothing is gathered about visitors.')}</p>
</div></footer>
</body>
</html>
`;
}

/**
 * A page of the site as it is looked at before there is a site around it: with its style within, known by
 * its hash.
 */
export function previewPage(html: string, { assets }: Pick<SiteFrame, 'assets'>): string {
  const { style, source } = styleWithin(assets);
  return html
    .replace(OWN_STYLE, () => `style-src ${source}`)
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`);
}

/** The site's style as a text within a page, and what a policy calls it. */
function styleWithin({ style: { bytes } }: SiteFrame['assets']) {
  const style = new TextDecoder().decode(bytes);
  const digest = createHash('sha256').update(style).digest('base64');
  return { style, source: `'sha256-${digest}'` };
}

/**
 * A page that stands alone, in a package for somebody else's site: nothing is loaded and nothing runs,
 * and the style within is known by its hash.
 */
export function packagePage(title: string, body: string, { site, assets }: SiteFrame): string {
  const { style, source } = styleWithin(assets);
  const policy = `default-src 'none'; style-src ${source}; base-uri 'none'; form-action 'none'`;
  const lines = site.footer.map(footerLine).join('\n');
  return `${headOf(title, policy)}
<style>${style}</style>
</head>
<body>
<main id="content" class="wide">
<h1>${escaped(title)}</h1>
${body}
</main>
${lines === '' ? '' : `<footer><div class="width">${lines}</div></footer>\n`}</body>
</html>
`;
}

const headOf = (title: string, policy: string): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>`;

const OWN_STYLE = "style-src 'self'";

/** Nothing from elsewhere, nothing inline; what has no script can run none. */
const policyOf = (hasScript: boolean): string =>
  [
    "default-src 'none'",
    OWN_STYLE,
    "img-src 'self'",
    ...(hasScript ? ["script-src 'self'", "connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

function trailMarkup({ title, top, trail }: PageContent, site: Site): string {
  const steps = [{ href: SITE_KEYS.start, text: site.name }, ...trail];
  const items = [
    ...steps.map(({ href, text }) => `<li>${link(top + href, text)}</li>`),
    `<li aria-current="page">${escaped(title)}</li>`,
  ];
  return `<nav class="trail" aria-label="位置 Location"><ol class="width">${items.join('')}</ol></nav>`;
}

const footerLine = (line: FooterLine): string =>
  `<p>${typeof line === 'string' ? escaped(line) : link(line.href, line.text)}</p>`;

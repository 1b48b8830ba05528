import { createHash } from 'node:crypto';
import { xmlText } from '../sheets/xml-text.ts';
import type { Site } from '../site.ts';

/*
 * Pages of the public site: whole documents without a script, readable by themselves, on a phone, on
 * paper and by a screen reader.
 */

/** Text inside an element or an attribute. */
export const escaped = xmlText;

/** An address as an attribute. */
export const link = (href: string, text: string): string =>
  `<a href="${escaped(href)}">${escaped(text)}</a>`;

const STYLE = `
:root{color-scheme:light dark;font-family:"Noto Serif SC","Songti SC",SimSun,serif;line-height:1.6}
body{margin:0 auto;padding:1rem;max-width:120rem}
a:focus-visible{outline:3px solid;outline-offset:2px}
.skip{position:absolute;left:-100rem}.skip:focus{position:static}
nav ol{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0}
code{overflow-wrap:anywhere}
.note{border-left:.3rem solid;padding:.3rem .8rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:bold;padding:.5rem 0}
th,td{border:1px solid;padding:.3rem .5rem;text-align:left;vertical-align:top;white-space:pre-line}
td.text,th[scope=row]{min-width:7rem}
td.figure{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
footer{margin-top:2rem;border-top:1px solid;font-size:.9rem}
@media (max-width:48rem){
.cards thead{position:absolute;left:-100rem}
h1{font-size:1.4rem}
.cards caption,.cards,.cards tbody,.cards tr,.cards th,.cards td{display:block;border:0}
.cards tr{border:1px solid;margin:.8rem 0}
.cards td::before{content:attr(data-title);display:block;font-size:.85rem;opacity:.8}
.cards td.figure{text-align:left}
.cards td:empty{display:none}
}
`;

/** Nothing is loaded and nothing runs: the style in the page is known by its hash. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What a page holds; `body` is HTML already. */
export interface PageContent {
  readonly title: string;
  /** Links to the pages above, in order; none where the page stands alone. */
  readonly trail: readonly { readonly href: string; readonly text: string }[];
  readonly body: string;
}

/** A page of the site, or of a package for somebody else's site. */
export function page({ title, trail, body }: PageContent, site: Site): string {
  const steps = trail.map(({ href, text }) => `<li>${link(href, text)}</li>`).join('');
  const lines = site.footer.map((line) => `<p>${escaped(line)}</p>`).join('');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#content">跳到正文 Skip to content</a>
${steps === '' ? '' : `<nav aria-label="位置 Location"><ol>${steps}</ol></nav>\n`}<main id="content">
<h1>${escaped(title)}</h1>
${body}
</main>
${lines === '' ? '' : `<footer>${lines}</footer>\n`}</body>
</html>
`;
}

import type { Publication, PublicKind } from '../publication.ts';
import { dayInChina } from '../severity.ts';
import type { Site } from '../site.ts';
import { type Difference, differenceOf, type Edition } from './difference.ts';
import { escaped, link, page } from './page.ts';
import { periodPage, SITE_KEYS, unitPage } from './site-keys.ts';
import { tableMarkup } from './table-markup.ts';

/** From the page of a submission to the top of the site. */
const TOP = '../../';

/** A submission's page is made from all its editions. */
export interface SubmissionPageInput {
  /** In the order of publication; at least one. */
  readonly publications: readonly Publication[];
  /** What is public now, and what it took the place of; null where nothing is, or it was the first. */
  readonly current: Edition | null;
  readonly before: Edition | null;
}

/** The page of a submission: its table as it is public now, or that it was withdrawn. */
export function submissionPageOf(input: SubmissionPageInput, site: Site): string {
  const { publications, current, before } = input;
  const latest = publications.at(-1);
  if (latest === undefined) throw new RangeError('a page without a publication');
  const isPublic = latest.status === 'current' && current !== null;
  const body = [
    isPublic ? statusNote(latest) : withdrawnNote(latest),
    ...(isPublic && before !== null ? [erratumMarkup(differenceOf(before, current))] : []),
    ...(isPublic ? [downloads(latest), tableMarkup(current.masked, current.form)] : []),
    history(publications),
  ];
  return page(
    {
      title: latest.title,
      trail: [
        { href: TOP + SITE_KEYS.start, text: site.name },
        { href: TOP + periodPage(latest.period), text: `${latest.period}年度` },
        { href: TOP + unitPage(latest.submitter), text: latest.name },
      ],
      body: body.join('\n'),
    },
    site,
  );
}

const note = (text: string): string => `<p class="note">${escaped(text)}</p>`;

function statusNote({ publishedAt, reason }: Publication): string {
  const day = dayInChina(publishedAt);
  return reason === null
    ? note(`${day} 公开。 Published ${day}.`)
    : note(`${day} 更正，替代此前公开的版本。更正原因：${reason} Corrected ${day}.`);
}

function withdrawnNote({ endedAt, endedReason }: Publication): string {
  const day = endedAt === null ? '' : dayInChina(endedAt);
  return note(`已于 ${day} 撤回。原因：${endedReason ?? '—'} Withdrawn ${day}.`);
}

const KIND_NAMES: Readonly<Record<PublicKind, string>> = {
  pdf: 'PDF',
  xlsx: 'Excel',
  csv: 'CSV',
  json: 'JSON',
  zip: '公开包 Package (ZIP)',
};

function downloads({ files }: Publication): string {
  const items = files.map(
    ({ kind, key, sha256 }) =>
      `<li>${link(TOP + key, KIND_NAMES[kind])} <code>SHA-256 ${sha256}</code></li>`,
  );
  return `<h2>下载 Downloads</h2>\n<ul>${items.join('')}</ul>`;
}

function erratumMarkup({ cells, added, dropped }: Difference): string {
  const rows = cells.map(
    ({ project, column, before, after }) =>
      `<tr><th scope="row">${escaped(project)}</th>` +
      `${[column, before, after].map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`,
  );
  const titles = ['项目 Project', '栏目 Column', '更正前 Before', '更正后 After'];
  const table =
    rows.length === 0
      ? ''
      : `<div class="scroll" tabindex="0" role="region" aria-label="更正内容 Changes"><table>` +
        `<thead><tr>${titles.map((title) => `<th scope="col">${title}</th>`).join('')}</tr></thead>` +
        `<tbody>${rows.join('\n')}</tbody></table></div>`;
  return [
    '<h2>更正内容 What changed</h2>',
    table,
    ...(added.length === 0 ? [] : [`<p>增加项目 Added：${escaped(added.join('、'))}</p>`]),
    ...(dropped === 0 ? [] : [`<p>减少项目 ${dropped} 个 ${dropped} projects fewer</p>`]),
  ].join('\n');
}

const STATUS_NAMES: Readonly<Record<Publication['status'], string>> = {
  current: '现行 Current',
  replaced: '已被更正版替代 Replaced',
  withdrawn: '已撤回 Withdrawn',
};

/** What was public under this address, by the hash of its PDF. */
function history(publications: readonly Publication[]): string {
  const items = publications.toReversed().map(({ edition, status, publishedAt, files }) => {
    const pdf = files.find(({ kind }) => kind === 'pdf')?.sha256 ?? '';
    return (
      `<li>第 ${edition} 版，${dayInChina(publishedAt)}：${STATUS_NAMES[status]} ` +
      `<code>PDF SHA-256 ${pdf}</code></li>`
    );
  });
  return `<h2>公开记录 History</h2>\n<ul>${items.join('')}</ul>`;
}

import type { Publication, PublicKind } from '../publication.ts';
import { dayInChina } from '../severity.ts';
import { type Difference, differenceOf, type Edition } from './difference.ts';
import { both, bothLink, escaped, link, list, page, type SiteFrame } from './page.ts';
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
export function submissionPageOf(input: SubmissionPageInput, frame: SiteFrame): string {
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
      top: TOP,
      trail: [
        { href: periodPage(latest.period), text: `${latest.period}年度` },
        { href: unitPage(latest.submitter), text: latest.name },
      ],
      body: body.join('\n'),
      isWide: true,
    },
    frame,
  );
}

const note = (zh: string, en: string, kind: string): string =>
  `<p class="note ${kind}">${both(zh, en)}</p>`;

function statusNote({ publishedAt, reason }: Publication): string {
  const day = dayInChina(publishedAt);
  if (reason === null) return note(`${day} 公开。`, `Published ${day}.`, 'current');
  const said = `${day} 更正，替代此前公开的版本。更正原因：${reason}`;
  return `${note(said, `Corrected ${day}.`, 'corrected')}
<p><a href="#changes">${both('更正内容', 'What changed')}</a></p>`;
}

function withdrawnNote({ endedAt, endedReason }: Publication): string {
  const day = endedAt === null ? '' : dayInChina(endedAt);
  const said = `已于 ${day} 撤回，本页不再载有内容。撤回原因：${endedReason ?? '—'}`;
  return note(said, `Withdrawn ${day}.`, 'withdrawn');
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
    ({ kind, key, sha256, bytes }) =>
      `${link(TOP + key, KIND_NAMES[kind])} <span class="size">${sizeOf(bytes)}</span>` +
      `<code>SHA-256 ${sha256}</code>`,
  );
  return `<details class="downloads" open><summary>${both('下载', 'Downloads')}</summary>
${list(items)}
<p>${bothLink(`${TOP}${SITE_KEYS.verify}`, '核验手中的文件', 'Verify a copy')}</p>
</details>`;
}

const KILOBYTE = 1024;

const sizeOf = (bytes: number): string =>
  bytes < KILOBYTE * KILOBYTE
    ? `${Math.ceil(bytes / KILOBYTE)} KB`
    : `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB`;

function erratumMarkup({ cells, added, dropped }: Difference): string {
  const rows = cells.map(
    ({ project, column, before, after }) =>
      `<tr><th scope="row">${escaped(project)}</th>` +
      `${[column, before, after].map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`,
  );
  const titles = [
    both('项目', 'Project'),
    both('栏目', 'Column'),
    both('更正前', 'Before'),
    both('更正后', 'After'),
  ];
  const table =
    rows.length === 0
      ? ''
      : `<div class="scroll" tabindex="0" role="region" aria-label="更正内容 Changes"><table>` +
        `<thead><tr>${titles.map((title) => `<th scope="col">${title}</th>`).join('')}</tr></thead>` +
        `<tbody>${rows.join('\n')}</tbody></table></div>`;
  return [
    `<h2 id="changes">${both('更正内容', 'What changed')}</h2>`,
    table,
    ...(added.length === 0
      ? []
      : [`<p>${both('增加项目', 'Added')}：${escaped(added.join('、'))}</p>`]),
    ...(dropped === 0
      ? []
      : [`<p>${both(`减少项目 ${dropped} 个`, `${dropped} projects fewer`)}</p>`]),
  ].join('\n');
}

const STATUS_NAMES: Readonly<Record<Publication['status'], string>> = {
  current: both('现行', 'Current'),
  replaced: both('已被更正版替代', 'Replaced'),
  withdrawn: both('已撤回', 'Withdrawn'),
};

/** What was public under this address, by the hash of its PDF. */
function history(publications: readonly Publication[]): string {
  const items = publications.toReversed().map((each) => {
    const { edition, status, publishedAt, reason, files } = each;
    const pdf = files.find(({ kind }) => kind === 'pdf')?.sha256 ?? '';
    const why = reason === null ? '' : `，更正原因：${reason}`;
    return (
      `${escaped(`第 ${edition} 版，${dayInChina(publishedAt)} 公开${why}`)}：${STATUS_NAMES[status]}` +
      `${endOf(each)} <code>PDF SHA-256 ${pdf}</code>`
    );
  });
  return `<h2>${both('公开记录', 'History')}</h2>\n${list(items)}`;
}

function endOf({ endedAt, status }: Publication): string {
  if (endedAt === null || status === 'current') return '';
  return `（${dayInChina(endedAt)}）`;
}

import type { Publication } from '../publication.ts';
import { dayInChina } from '../severity.ts';
import { both, bothLink, escaped, link, list, page, type SiteFrame } from './page.ts';
import { MOST_BUNDLED } from './publish-bundle.ts';
import type { SearchIndex } from './search-index.ts';
import { searchForm } from './search-page.ts';
import { bundleKeys, SITE_KEYS, submissionPage } from './site-keys.ts';
import { projectAnchor } from './table-markup.ts';

const TOP = '../';

/** The page of a period: its tables, the units within them, and the period as a whole. */
export function periodPageOf(
  period: string,
  own: readonly Publication[],
  index: SearchIndex,
  frame: SiteFrame,
): string {
  const body = [
    searchForm({ top: TOP, period, periods: [], units: [] }),
    tablesMarkup(own),
    unitsWithin(index),
    wholePeriod(period, own),
  ].join('\n');
  return page({ title: `${period}年度绩效自评公开`, top: TOP, trail: [], body }, frame);
}

function tablesMarkup(own: readonly Publication[]): string {
  const titles = [
    both('报送主体', 'Submitter'),
    both('主管部门', 'Department'),
    both('项目', 'Projects'),
    both('状态', 'Status'),
  ];
  const head = titles.map((title) => `<th scope="col">${title}</th>`).join('');
  return `<div class="scroll" tabindex="0" role="region" aria-label="自评表 Tables"><table class="list">
<thead><tr>${head}</tr></thead>
<tbody>
${own.map(tableRow).join('\n')}
</tbody></table></div>`;
}

function tableRow({ period, submitter, name, department, projects, ...each }: Publication): string {
  const isCurrent = each.status === 'current';
  return (
    `<tr><th scope="row">${link(TOP + submissionPage(period, submitter), name)}</th>` +
    `<td>${escaped(department?.name ?? name)}</td>` +
    `<td class="figure">${isCurrent ? projects : ''}</td><td>${statusOf(each)}</td></tr>`
  );
}

function statusOf({
  status,
  edition,
  publishedAt,
  endedAt,
}: Pick<Publication, 'status' | 'edition' | 'publishedAt' | 'endedAt'>): string {
  const day = dayInChina(publishedAt);
  if (status !== 'current') return both(`${dayInChina(endedAt ?? publishedAt)} 撤回`, 'withdrawn');
  return edition === 1
    ? both(`${day} 公开`, 'published')
    : both(`${day} 更正，第 ${edition} 版`, 'corrected');
}

/** Units that the tables name besides those who sent them. */
function unitsWithin({ tables, projects }: SearchIndex): string {
  const first = new Map<string, { readonly href: string; count: number }>();
  for (const [place, number, , unit] of projects) {
    const table = tables[place];
    if (table === undefined || unit === '' || unit === table.name) continue;
    const key = `${place} ${unit}`;
    const known = first.get(key) ?? {
      href: `${TOP}${table.page}#${projectAnchor(number)}`,
      count: 0,
    };
    known.count += 1;
    first.set(key, known);
  }
  if (first.size === 0) return '';
  const items = [...first].map(([key, { href, count }]) => {
    const unit = key.slice(key.indexOf(' ') + 1);
    return `${link(href, unit)}<span>${both(`${count} 个项目`, `${count} projects`)}</span>`;
  });
  return `<h2>${both('按实施单位', 'By implementing unit')}</h2>\n${list(items, 'tiles')}`;
}

function wholePeriod(period: string, own: readonly Publication[]): string {
  const current = own.filter(({ status }) => status === 'current');
  if (current.length === 0) return '';
  const heading = `<h2>${both('全年数据', 'The whole year')}</h2>`;
  if (current.length > MOST_BUNDLED) {
    const text = both(
      `本年度超过 ${MOST_BUNDLED} 张表，不提供打包下载，可按清单逐一取用：`,
      `More than ${MOST_BUNDLED} tables are not packed: take them by the list of files:`,
    );
    return `${heading}\n<p>${text} ${link(TOP + SITE_KEYS.manifest, 'manifest.json')}</p>`;
  }
  const { zip, csv, json } = bundleKeys(period);
  return `${heading}
${list([
  bothLink(TOP + zip, '全部自评表打包（ZIP，含 SHA256SUMS）', 'All tables, packed'),
  bothLink(TOP + csv, '全部项目（CSV）', 'All projects as CSV'),
  `${bothLink(TOP + json, '全部项目（JSON）', 'All projects as JSON')}，` +
    bothLink(TOP + SITE_KEYS.projectsSchema, '数据说明', 'its schema'),
])}
<p>${both('有公开、更正或撤回后，一两分钟内重新生成。', 'Made anew a minute or two after something was published, corrected or withdrawn.')}</p>`;
}

import type { PublishJob } from '../ports.ts';
import type { Publication } from '../publication.ts';
import { dayInChina } from '../severity.ts';
import { latestEditions } from './latest-editions.ts';
import { both, bothLink, escaped, link, list, page, type SiteFrame } from './page.ts';
import { periodPageOf } from './period-page.ts';
import type { SearchIndex } from './search-index.ts';
import { searchForm } from './search-page.ts';
import { latestNews } from './site-feeds.ts';
import { periodPage, SITE_KEYS, submissionPage, unitPage } from './site-keys.ts';

/** Of what happened, on the start page. */
const MOST_NEWS = 10;

/**
 * The pages that lead to the tables of these submissions, by key: by year, and by department or unit.
 * Pages of other years and units say what they said before: there may be thousands. `searched` has an
 * index of every period that is led to.
 */
export function indexPages(
  jobs: readonly PublishJob[],
  publications: readonly Publication[],
  searched: ReadonlyMap<string, SearchIndex>,
  frame: SiteFrame,
): ReadonlyMap<string, string> {
  const latest = latestEditions(publications);
  const periods = Map.groupBy(latest, ({ period }) => period);
  const units = Map.groupBy(latest, ({ submitter }) => submitter);
  return new Map([
    [SITE_KEYS.start, startPage({ publications, periods, units }, frame)],
    ...[...searched].map(
      ([period, index]) =>
        [
          periodPage(period),
          periodPageOf(period, periods.get(period) ?? [], index, frame),
        ] as const,
    ),
    ...jobs.map(
      ({ submitter }) =>
        [unitPage(submitter), unitPageOf(units.get(submitter) ?? [], frame)] as const,
    ),
  ]);
}

interface Everything {
  readonly publications: readonly Publication[];
  readonly periods: ReadonlyMap<string, readonly Publication[]>;
  readonly units: ReadonlyMap<string, readonly Publication[]>;
}

function startPage({ publications, periods, units }: Everything, frame: SiteFrame): string {
  const years = [...periods].sort(([a], [b]) => (a > b ? -1 : 1));
  const isEmpty = years.length === 0;
  const body = [
    searchForm({ periods: [], units: [] }),
    ...(isEmpty
      ? [`<p class="note">${both('目前没有公开的自评表。', 'Nothing is published yet.')}</p>`]
      : [
          `<h2>${both('按年度', 'By year')}</h2>`,
          list(years.map(yearItem), 'tiles'),
          `<h2>${both('最近更新', 'What is new')}</h2>`,
          list(latestNews(publications, MOST_NEWS).map(newsItem)),
          `<h2>${both('按部门、单位', 'By department and unit')}</h2>`,
          departments(units),
        ]),
    `<h2>${both('数据与核验', 'Data and verification')}</h2>`,
    list([
      bothLink(SITE_KEYS.verify, '核验文件是否现行、是否被改动', 'Verify a file'),
      bothLink(SITE_KEYS.feed, '更新订阅（Atom）', 'Feed'),
      bothLink(SITE_KEYS.index, '全部公开记录（JSON）', 'Everything published'),
      bothLink(SITE_KEYS.schema, '数据说明（JSON Schema）', 'Schema of the tables'),
      bothLink(SITE_KEYS.manifest, '现行文件清单（JSON）', 'Files and hashes'),
      bothLink(SITE_KEYS.sums, '现行文件校验值（SHA256SUMS）', 'Sums of all files'),
    ]),
  ].join('\n');
  return page({ title: frame.site.name, top: '', trail: [], body }, frame);
}

function yearItem([period, own]: readonly [string, readonly Publication[]]): string {
  const current = own.filter(({ status }) => status === 'current');
  const projects = current.reduce((sum, each) => sum + each.projects, 0);
  const count = both(
    `${current.length} 张表，${projects} 个项目`,
    `${current.length} tables, ${projects} projects`,
  );
  return `${link(periodPage(period), `${period}年度`)}<span>${count}</span>`;
}

function newsItem({ publication, what, at }: ReturnType<typeof latestNews>[number]): string {
  const { period, submitter, title } = publication;
  return `<time>${dayInChina(at)}</time> ${what}：${link(submissionPage(period, submitter), title)}`;
}

/** Departments by code, their units below them; a department without a table of its own by its name alone. */
function departments(units: Everything['units']): string {
  const newest = [...units.values()].flatMap((own) => own.at(-1) ?? []);
  const heads = new Map(newest.filter(({ department }) => department === null).map(asHead));
  for (const { department } of newest) {
    if (department !== null && !heads.has(department.code)) {
      heads.set(department.code, escaped(department.name));
    }
  }
  const items = [...heads]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, head]) => {
      const below = newest.filter(({ department }) => department?.code === code);
      return head + (below.length === 0 ? '' : list(below.map((own) => asHead(own)[1])));
    });
  return list(items, 'units');
}

const asHead = ({ submitter, name }: Publication): readonly [string, string] => [
  submitter,
  link(unitPage(submitter), name),
];

function unitPageOf(own: readonly Publication[], frame: SiteFrame): string {
  const newest = own.at(-1);
  const items = own.toReversed().map((each) => {
    const { period, submitter, status, publishedAt, endedAt, projects } = each;
    const what =
      status === 'current'
        ? `${projects} 个项目，${dayInChina(publishedAt)} 公开`
        : `${dayInChina(endedAt ?? publishedAt)} 撤回`;
    return `${link(`../../${submissionPage(period, submitter)}`, `${period}年度`)}<span>${escaped(what)}</span>`;
  });
  const above = newest?.department ?? null;
  const body = [
    ...(above === null ? [] : [`<p>${both('主管部门', 'Department')}：${escaped(above.name)}</p>`]),
    list(items, 'tiles'),
  ];
  const content = { top: '../../', trail: [], body: body.join('\n') };
  return page({ ...content, title: `${newest?.name ?? ''}绩效自评公开` }, frame);
}

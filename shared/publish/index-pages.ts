import type { PublishJob } from '../ports.ts';
import type { Publication } from '../publication.ts';
import { dayInChina } from '../severity.ts';
import type { Site } from '../site.ts';
import { escaped, link, page } from './page.ts';
import { periodPage, SITE_KEYS, submissionPage, unitPage } from './site-keys.ts';

/** What is current of each submission, or its last edition where nothing is. */
export const latestEditions = (publications: readonly Publication[]): readonly Publication[] => [
  ...new Map(publications.map((each) => [`${each.period}/${each.submitter}`, each])).values(),
];

/**
 * The pages that lead to the tables of these submissions, by key: by year, and by department or unit.
 * Pages of other years and units say what they said before: there may be thousands.
 */
export function indexPages(
  jobs: readonly PublishJob[],
  publications: readonly Publication[],
  site: Site,
): ReadonlyMap<string, string> {
  const latest = latestEditions(publications);
  const periods = Map.groupBy(latest, ({ period }) => period);
  const units = Map.groupBy(latest, ({ submitter }) => submitter);
  return new Map([
    [SITE_KEYS.start, startPage(periods, units, site)],
    ...jobs.map(
      ({ period }) =>
        [periodPage(period), periodPageOf(period, periods.get(period) ?? [], site)] as const,
    ),
    ...jobs.map(
      ({ submitter }) =>
        [unitPage(submitter), unitPageOf(units.get(submitter) ?? [], site)] as const,
    ),
  ]);
}

type Grouped = ReadonlyMap<string, readonly Publication[]>;

function startPage(periods: Grouped, units: Grouped, site: Site): string {
  const years = [...periods].sort(([a], [b]) => (a > b ? -1 : 1));
  const body = [
    '<h2>按年度 By year</h2>',
    list(
      years.map(([period, own]) => `${link(periodPage(period), `${period}年度`)}（${own.length}）`),
    ),
    '<h2>按部门、单位 By unit</h2>',
    list([...units].map(([unit, own]) => `${link(unitPage(unit), nameOf(own))}（${own.length}）`)),
    '<h2>数据与核验 Data and verification</h2>',
    list([
      link(SITE_KEYS.index, '全部公开记录（JSON） Everything published'),
      link(SITE_KEYS.schema, '数据说明（JSON Schema） Schema of the tables'),
      link(SITE_KEYS.manifest, '文件清单与 SHA-256 Files and hashes'),
      link(SITE_KEYS.feed, '更新订阅（Atom） Feed'),
    ]),
  ].join('\n');
  return page({ title: site.name, trail: [], body }, site);
}

const nameOf = (own: readonly Publication[]): string => own.at(-1)?.name ?? '';

function periodPageOf(period: string, own: readonly Publication[], site: Site): string {
  const items = own.map((each) => itemOf(each, '../', each.name));
  const trail = [{ href: `../${SITE_KEYS.start}`, text: site.name }];
  return page({ title: `${period}年度绩效自评公开`, trail, body: list(items) }, site);
}

function unitPageOf(own: readonly Publication[], site: Site): string {
  const items = own.map((each) => itemOf(each, '../../', `${each.period}年度`));
  const trail = [{ href: `../../${SITE_KEYS.start}`, text: site.name }];
  return page({ title: `${nameOf(own)}绩效自评公开`, trail, body: list(items) }, site);
}

function itemOf(publication: Publication, top: string, text: string): string {
  const { period, submitter, status, publishedAt, endedAt, projects } = publication;
  const what =
    status === 'current'
      ? `${projects} 个项目，${dayInChina(publishedAt)} 公开`
      : `${dayInChina(endedAt ?? publishedAt)} 撤回`;
  return `${link(top + submissionPage(period, submitter), text)}：${escaped(what)}`;
}

const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

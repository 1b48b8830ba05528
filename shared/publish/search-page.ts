import { both, bothLink, escaped, page, type SiteFrame } from './page.ts';
import { SITE_KEYS } from './site-keys.ts';

/** Something to choose from. */
interface Choice {
  readonly value: string;
  readonly text: string;
}

/** What the form for searching offers. */
export interface SearchChoices {
  /** From the page to the top of the site; none on pages that lie there. */
  readonly top?: string;
  /** Searches in this period alone. */
  readonly period?: string;
  readonly periods: readonly Choice[];
  readonly units: readonly Choice[];
}

/** The form for searching: its query stands in the address, which can be passed on. */
export function searchForm({ top = '', period, periods, units }: SearchChoices): string {
  const kept =
    period === undefined ? '' : `<input type="hidden" name="period" value="${escaped(period)}">`;
  return `<form class="search" role="search" action="${escaped(top + SITE_KEYS.search)}" method="get">
<label for="q">${both('检索项目、目标、指标', 'Search projects and indicators')}</label>
<div class="field"><input id="q" name="q" type="search" autocomplete="off" maxlength="100">
<button type="submit">${both('检索', 'Search')}</button></div>
${kept}${choiceOf('period', both('年度', 'Year'), periods)}${choiceOf('unit', both('单位', 'Unit'), units)}</form>`;
}

function choiceOf(name: string, label: string, choices: readonly Choice[]): string {
  if (choices.length === 0) return '';
  const all = `<option value="">全部 All</option>`;
  const options = choices.map(
    ({ value, text }) => `<option value="${escaped(value)}">${escaped(text)}</option>`,
  );
  return `<label for="${name}">${label}</label> <select id="${name}" name="${name}">${all}${options.join('')}</select>\n`;
}

/** The page that searches what is public, in the browser. Without a script it leads to the lists. */
export function searchPage(
  choices: Pick<SearchChoices, 'periods' | 'units'>,
  frame: SiteFrame,
): string {
  const body = `${searchForm(choices)}
<noscript><p class="note">${both(
    '检索需要启用脚本；不启用时，可从首页按年度、部门逐一查找：',
    'Searching needs a script. Without one, the lists lead to every table:',
  )} ${bothLink(SITE_KEYS.start, '首页', 'Start')}</p></noscript>
<p id="status" role="status" aria-live="polite"></p>
<ol id="results" class="results"></ol>
<p><button type="button" id="more" hidden>${both('显示更多', 'Show more')}</button></p>`;
  return page({ title: '检索', top: '', trail: [], body, script: 'search' }, frame);
}

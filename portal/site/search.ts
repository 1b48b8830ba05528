import type { SearchIndex } from '../../shared/publish/search-index.ts';
import { fetched, made, said, standing } from './markup.ts';
import { matchesIn, type Query, queryIn } from './matches.ts';
import { resultItem } from './result-item.ts';

/* The search page: what is asked stands in the address, what is found leads to a project's row. */

/** Results shown at once. */
const SHOWN = 50;

const form = document.querySelector<HTMLFormElement>('form.search');
const words = standing<HTMLInputElement>('q');
const status = standing('status');
const results = standing('results');
const more = standing<HTMLButtonElement>('more');

/** Filled with the page; empty where nothing is published. */
const choice = (id: string): HTMLSelectElement | null =>
  document.getElementById(id) as HTMLSelectElement | null;

/** The newest question; an answer to an older one comes too late. */
let asked = 0;

async function search(query: Query): Promise<void> {
  asked += 1;
  const mine = asked;
  results.replaceChildren();
  more.hidden = true;
  if (query.terms.length === 0) {
    status.replaceChildren();
    return;
  }
  status.replaceChildren(said('span', '正在检索……', 'Searching…'));
  const items: HTMLLIElement[] = [];
  for (const period of query.periods) {
    const index = await fetched<SearchIndex>(`search/${encodeURIComponent(period)}.json`);
    if (mine !== asked) return;
    items.push(...matchesIn(index, query).map((match) => resultItem(match, query.terms)));
  }
  tell(items);
}

function tell(items: HTMLLIElement[]): void {
  const { length } = items;
  status.replaceChildren(
    length === 0
      ? said('span', '没有找到，请换一个词或减少条件。', 'Nothing found: try fewer or other words.')
      : said('span', `找到 ${length} 个项目。`, `${length} projects found.`),
  );
  const showMore = (): void => {
    const next = items.splice(0, SHOWN);
    results.append(...next);
    more.hidden = items.length === 0;
    if (results.childElementCount > SHOWN) next[0]?.querySelector('a')?.focus();
  };
  more.onclick = showMore;
  showMore();
}

/** Answers what stands in the address. */
function answer(): void {
  const parameters = new URLSearchParams(location.search);
  words.value = parameters.get('q') ?? '';
  const [period, unit] = [choice('period'), choice('unit')];
  if (period !== null) period.value = parameters.get('period') ?? '';
  if (unit !== null) unit.value = parameters.get('unit') ?? '';
  const known = [...(period?.options ?? [])].map(({ value }) => value).filter((one) => one !== '');
  search(queryIn(parameters, known)).catch(() => {
    status.replaceChildren(
      made('strong', '', '检索数据没有取到，请重试。'),
      said('span', '', 'The data could not be had: try again.'),
    );
  });
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const given = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  const asking = new URLSearchParams(given.filter(([, value]) => value !== ''));
  history.pushState(null, '', `?${asking}`);
  answer();
});
for (const id of ['period', 'unit']) {
  choice(id)?.addEventListener('change', () => form?.requestSubmit());
}
addEventListener('popstate', answer);
answer();

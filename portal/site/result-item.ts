import { leading, made, said } from './markup.ts';
import type { Match } from './matches.ts';

/** Cells shown of a project. */
const CELLS = 3;

/** Characters shown on either side of what was found. */
const AROUND = 40;

/** A project that was found, as an item of the list: where it leads, whose it is, what was found in it. */
export function resultItem(match: Match, terms: readonly string[]): HTMLLIElement {
  const { period, href, project, submitter, unit, cells } = match;
  const title =
    project === ''
      ? [said('span', '（项目名称依法不予公开）', '(name not public)')]
      : marked(project, terms);
  const whose = [`${period}年度`, submitter, ...(unit === submitter || unit === '' ? [] : [unit])];
  return made(
    'li',
    '',
    leading(href, ...title),
    made('p', 'whose', ...marked(whose.join(' · '), terms)),
    ...cells
      .slice(0, CELLS)
      .map(([column, text]) =>
        made(
          'p',
          '',
          made('span', 'column', `${column}：`),
          ...marked(excerpt(text, terms), terms),
        ),
      ),
  );
}

/** Where a term first stands in a text; -1 where folding moved it. */
const placeOf = (text: string, terms: readonly string[]): number => {
  const lower = text.toLowerCase();
  const places = terms.map((term) => lower.indexOf(term)).filter((place) => place !== -1);
  return places.length === 0 ? -1 : Math.min(...places);
};

function excerpt(text: string, terms: readonly string[]): string {
  const place = Math.max(placeOf(text, terms), 0);
  const from = Math.max(place - AROUND, 0);
  const to = place + AROUND * 2;
  const characters = [...text.slice(from, to)].filter((one) => !/^[\ud800-\udfff]$/.test(one));
  return `${from > 0 ? '…' : ''}${characters.join('')}${to < text.length ? '…' : ''}`;
}

/** The text with every term marked. */
function marked(text: string, terms: readonly string[]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let rest = text;
  for (let place = placeOf(rest, terms); place !== -1; place = placeOf(rest, terms)) {
    const at = place;
    const term = terms.find((each) => rest.toLowerCase().startsWith(each, at)) ?? '';
    parts.push(rest.slice(0, at), made('mark', '', rest.slice(at, at + term.length)));
    rest = rest.slice(at + term.length);
  }
  return [...parts, rest];
}

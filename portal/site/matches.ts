import type { SearchIndex } from '../../shared/publish/search-index.ts';

/** What is asked. */
export interface Query {
  /** Every one must be found in a project. Folded as texts are before they are compared. */
  readonly terms: readonly string[];
  readonly periods: readonly string[];
  /** Code of a submitter; null for all. */
  readonly unit: string | null;
}

/** A project that was found. */
export interface Match {
  readonly period: string;
  readonly href: string;
  readonly project: string;
  readonly submitter: string;
  readonly unit: string;
  /** Cells with a term in them, as [title of the column, text]. */
  readonly cells: readonly (readonly [string, string])[];
}

/** As texts are compared: full and half width, capitals and small letters are one. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Reads what is asked from an address; without a period of its own it is about all that are known. */
export function queryIn(parameters: URLSearchParams, periods: readonly string[]): Query {
  const chosen = parameters.get('period') ?? '';
  const unit = parameters.get('unit') ?? '';
  return {
    terms: folded(parameters.get('q') ?? '')
      .split(/\s+/)
      .filter((term) => term !== ''),
    periods: periods.filter((period) => chosen === '' || period === chosen),
    unit: unit === '' ? null : unit,
  };
}

/** The projects of an index in which every term is found. */
export function matchesIn(
  { period, columns, tables, projects }: SearchIndex,
  { terms, unit: wanted }: Query,
): readonly Match[] {
  const found: Match[] = [];
  for (const [place, number, project, unit, cells] of projects) {
    const table = tables[place];
    if (table === undefined || (wanted !== null && table.submitter !== wanted)) continue;
    const known = [project, unit, table.name, `${period}年度`];
    const texts = [...known, ...cells.map(([, text]) => text)].map(folded);
    if (!terms.every((term) => texts.some((text) => text.includes(term)))) continue;
    found.push({
      period,
      href: `${table.page}#r${number}`,
      project,
      submitter: table.name,
      unit,
      cells: cells
        .filter(([, text]) => terms.some((term) => folded(text).includes(term)))
        .map(([column, text]) => [columns[column] ?? '', text]),
    });
  }
  return found;
}

import type { FormDefinition } from '../templates/form.ts';
import { explainsNothing } from './indicators/answer-kinds.ts';
import { addFen, type Fen } from './money.ts';
import type { ProjectRecord } from './records/record.ts';
import {
  addTotals,
  type Totals,
  totalsByUnit,
  totalsOf,
  type UnitTotals,
  unitKey,
} from './records/totals.ts';

/*
 * What a submission adds up to, small enough to stand in its HEAD: the overview of a period is built
 * from these alone, without a single row.
 */

/** Some projects of a submission: how many, and what they were given and spent, in fen. */
export interface Share {
  readonly projects: number;
  readonly budget: Fen;
  readonly actual: Fen;
}

/**
 * Bands of execution rates (率段), from nothing spent to more than budgeted; a band ends right below the
 * number in its name, in percent. `noRate`: nothing was budgeted, so there is no rate.
 */
export const BANDS = [
  'zero',
  'under60',
  'under80',
  'under90',
  'under95',
  'under100',
  'full',
  'over',
  'noRate',
] as const;

/** A band of execution rates. */
export type Band = (typeof BANDS)[number];

/** Percent below which an execution rate counts as low: the bands up to `under80`. */
export const LOW_PERCENT = 80;

/** Bands below `LOW_PERCENT`. */
export const LOW_BANDS: readonly Band[] = ['zero', 'under60', 'under80'];

/** A project that left money unspent, and where its row stood in the unit's file. */
export interface UnspentProject {
  readonly name: string;
  readonly unit: string;
  readonly budget: Fen;
  readonly actual: Fen;
  readonly at: { readonly sheet: string; readonly row: number };
}

/** What the rows of a submission come to. */
export interface SubmissionFigures {
  readonly totals: Totals;
  readonly bands: Readonly<Record<Band, Share>>;
  /** Projects whose 存在的问题 tells of one, and those whose 整改情况 tells of a remedy. */
  readonly problems: number;
  readonly rectified: number;
  /** Projects that tell of a problem, of a remedy or of both. */
  readonly told: number;
  /** At most ten, the most unspent first. */
  readonly unspent: readonly UnspentProject[];
}

/** What HEAD has room for. */
const MOST_UNSPENT = 10;
const MOST_UNITS = 200;
const LONGEST_NAME = 120;

/** Adds up a submission. */
export function figuresOf(
  records: readonly ProjectRecord[],
  form: FormDefinition,
): SubmissionFigures {
  return {
    totals: totalsOf(records),
    bands: bandsOf(records, form),
    problems: records.filter((record) => tells(record, 'problems')).length,
    rectified: records.filter((record) => tells(record, 'rectification')).length,
    told: records.filter(tellsOfProblems).length,
    unspent: mostUnspent(records, form),
  };
}

const tells = ({ texts }: ProjectRecord, field: 'problems' | 'rectification'): boolean =>
  !explainsNothing(texts[field] ?? '');

/** True for a project that tells of a problem or of a remedy; 无 and 不需要整改 tell of none. */
export const tellsOfProblems = (record: ProjectRecord): boolean =>
  tells(record, 'problems') || tells(record, 'rectification');

/** Sums over projects or submissions. */
export const addShares = (parts: readonly Share[]): Share => ({
  projects: parts.reduce((sum, { projects }) => sum + projects, 0),
  budget: addFen(parts.map(({ budget }) => budget)),
  actual: addFen(parts.map(({ actual }) => actual)),
});

/** The projects below `LOW_PERCENT`, those with nothing spent among them. */
export const lowShare = ({ bands }: Pick<SubmissionFigures, 'bands'>): Share =>
  addShares(LOW_BANDS.map((band) => bands[band]));

/** Budget and actual expenditure of a project, by which its rate is decided; blank is 0. */
export const spendingOf = (
  { amounts }: ProjectRecord,
  { rate }: FormDefinition,
): { readonly budget: Fen; readonly actual: Fen } => ({
  budget: amounts[rate.budget] ?? 0,
  actual: amounts[rate.actual] ?? 0,
});

/** Decided on fen, exactly: 99.996 % is no 100 %. */
export function bandOf(budget: Fen, actual: Fen): Band {
  if (budget <= 0) return 'noRate';
  if (actual <= 0) return 'zero';
  if (actual >= budget) return actual === budget ? 'full' : 'over';
  const isBelow = (percent: number): boolean =>
    BigInt(actual) * 100n < BigInt(budget) * BigInt(percent);
  if (isBelow(60)) return 'under60';
  if (isBelow(LOW_PERCENT)) return 'under80';
  if (isBelow(90)) return 'under90';
  return isBelow(95) ? 'under95' : 'under100';
}

const NOTHING: Share = { projects: 0, budget: 0, actual: 0 };

function bandsOf(records: readonly ProjectRecord[], form: FormDefinition): Record<Band, Share> {
  const shares = Object.fromEntries(BANDS.map((band) => [band, NOTHING])) as Record<Band, Share>;
  for (const record of records) {
    const { budget, actual } = spendingOf(record, form);
    const band = bandOf(budget, actual);
    shares[band] = addShares([shares[band], { projects: 1, budget, actual }]);
  }
  return shares;
}

function mostUnspent(
  records: readonly ProjectRecord[],
  form: FormDefinition,
): readonly UnspentProject[] {
  return records
    .map((record) => ({ record, ...spendingOf(record, form) }))
    .filter(({ budget, actual }) => budget > actual)
    .sort((a, b) => b.budget - b.actual - (a.budget - a.actual))
    .slice(0, MOST_UNSPENT)
    .map(({ record: { texts, source }, budget, actual }) => ({
      name: shortened(texts['projectName'] ?? ''),
      unit: shortened(texts['unitName'] ?? ''),
      budget,
      actual,
      at: { sheet: source.sheet, row: source.row },
    }));
}

/**
 * Sums by implementing unit, as HEAD has room for them: names as typed may be of any length and number
 * where no register says which there are; then the last ones are drawn together.
 */
export function unitTotalsOf(records: readonly ProjectRecord[]): readonly UnitTotals[] {
  const named = totalsByUnit(records).map((unit) => ({ ...unit, name: shortened(unit.name) }));
  if (named.length <= MOST_UNITS) return named;
  const rest = named.slice(MOST_UNITS - 1);
  return [
    ...named.slice(0, MOST_UNITS - 1),
    {
      code: null,
      name: `其余 ${rest.length} 个单位`,
      totals: addTotals(rest.map(({ totals }) => totals)),
    },
  ];
}

/** True of sums in which units of a register are drawn together: then only the rows say which they are. */
export const drawsTogether = (units: readonly UnitTotals[]): boolean =>
  units.length === MOST_UNITS && units[0]?.code != null && units.at(-1)?.code === null;

/** For each record the place, from 0, of its implementing unit in `unitTotalsOf(records)`. */
export function unitPlaces(records: readonly ProjectRecord[]): readonly number[] {
  const places = new Map<string, number>();
  const found = records.map((record) => {
    const key = unitKey(record);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  });
  return places.size <= MOST_UNITS ? found : found.map((place) => Math.min(place, MOST_UNITS - 1));
}

/** Cut between characters: half of a surrogate pair would not be one. */
function shortened(name: string): string {
  const characters = [...name];
  return characters.length <= LONGEST_NAME
    ? name
    : `${characters.slice(0, LONGEST_NAME - 1).join('')}…`;
}

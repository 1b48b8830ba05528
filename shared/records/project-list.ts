import * as z from 'zod';
import type { Fen } from '../money.ts';
import { matchProjects } from './match-projects.ts';
import type { ProjectRecord } from './record.ts';

/** A project that finance knows of, and what it was given and has spent by the accounts. */
export interface ListedProject {
  /** 项目编码; left out where the list has none. */
  readonly projectCode?: string;
  /** Code and name of the unit that it is carried out by. */
  readonly unit: string;
  readonly unitName: string;
  /** Code of the unit at the top of the register above it, as it was when the list was imported. */
  readonly department: string;
  readonly name: string;
  /** Field of the forms → fen; only what the list states. */
  readonly amounts: Readonly<Partial<Record<ListedField, Fen>>>;
}

/** The projects of some units in one import of a period's list (项目清单); it never changes. */
export interface ProjectList {
  readonly id: string;
  readonly projects: readonly ListedProject[];
}

/** The amounts that a list may state, in the order in which they are told. */
export const LISTED_AMOUNTS = [
  'budgetTotal',
  'actualTotal',
  'actualGeneral',
  'actualFund',
  'actualNonFiscal',
] as const;

/** A column that a list may state an amount of. */
export type ListedField = (typeof LISTED_AMOUNTS)[number];

/** What a table and a list have in common. */
export interface MatchedList {
  readonly pairs: readonly (readonly [listed: ListedProject, record: ProjectRecord])[];
  /** Listed, and missing in the table. */
  readonly missing: readonly ListedProject[];
  /** In the table, and not listed. */
  readonly surplus: readonly ProjectRecord[];
}

/**
 * Matches the projects of a table with a list: by 项目编码 where both have it, else by unit and name. Of a
 * list only those units are looked at that the table speaks of: the submitter's own, and each of which it
 * holds a row.
 */
export function matchList(
  { projects }: ProjectList,
  records: readonly ProjectRecord[],
  submitter: string | null,
): MatchedList {
  const spoken = new Set([submitter, ...records.map(({ implementingUnit }) => implementingUnit)]);
  const wanted = projects.filter(({ unit }) => spoken.has(unit));
  const asRecords = new Map(wanted.map((listed, index) => [recordOf(listed, index + 1), listed]));
  const { pairs, dropped, added } = matchProjects([...asRecords.keys()], records);
  const listedOf = (record: ProjectRecord): readonly ListedProject[] => {
    const listed = asRecords.get(record);
    return listed === undefined ? [] : [listed];
  };
  return {
    pairs: pairs.flatMap(([before, after]) =>
      listedOf(before).map((listed) => [listed, after] as const),
    ),
    missing: dropped.flatMap(listedOf),
    surplus: added,
  };
}

const recordOf = (
  { projectCode, unit, unitName, name }: ListedProject,
  number: number,
): ProjectRecord => ({
  number,
  implementingUnit: unit,
  texts: { unitName, projectName: name },
  amounts: {},
  rates: {},
  extraIndicators: [],
  ...(projectCode === undefined ? {} : { projectCode }),
  source: { sheet: '', row: number },
});

/** The amounts of a listed project as they come back from outside. */
export const listedAmountsSchema = z.partialRecord(z.enum(LISTED_AMOUNTS), z.int().nonnegative());

/** A listed project as it comes back from outside. */
export const listedProjectSchema = z.object({
  projectCode: z.string().max(60).exactOptional(),
  unit: z.string(),
  unitName: z.string(),
  department: z.string(),
  name: z.string(),
  amounts: listedAmountsSchema,
});

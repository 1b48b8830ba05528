import { comparableName } from '../unit.ts';
import type { ProjectRecord } from './record.ts';

/** The projects of two tables, each with its counterpart. */
export interface MatchedProjects {
  /** In the order of the later table. */
  readonly pairs: readonly (readonly [before: ProjectRecord, after: ProjectRecord])[];
  /** Only in the earlier table. */
  readonly dropped: readonly ProjectRecord[];
  /** Only in the later table. */
  readonly added: readonly ProjectRecord[];
}

/** Of one year or of two: in the latter case the year in a project's name does not tell projects apart. */
export type Apart = 'same year' | 'a year apart';

/**
 * Matches projects by their codes where both tables have one, the rest by implementing unit and name,
 * never by 序号; of several with one name the first goes with the first. A unit is known by its code, or
 * by its name where one of the tables has no code.
 */
export function matchProjects(
  before: readonly ProjectRecord[],
  after: readonly ProjectRecord[],
  apart: Apart = 'same year',
): MatchedProjects {
  const counterparts = new Map<ProjectRecord, ProjectRecord>();
  let left = before;
  for (const keyOf of keysFor(apart)) {
    const open = after.filter((record) => !counterparts.has(record));
    const waiting = queues(left, keyOf);
    for (const record of open) {
      const key = keyOf(record);
      const counterpart = key === null ? undefined : waiting.get(key)?.shift();
      if (counterpart !== undefined) counterparts.set(record, counterpart);
    }
    const taken = new Set(counterparts.values());
    left = left.filter((record) => !taken.has(record));
  }
  return {
    pairs: after.flatMap((record) => {
      const counterpart = counterparts.get(record);
      return counterpart === undefined ? [] : [[counterpart, record] as const];
    }),
    dropped: left,
    added: after.filter((record) => !counterparts.has(record)),
  };
}

/** Null for a record that this key cannot tell from others. */
type KeyOf = (record: ProjectRecord) => string | null;

const nameOf = ({ texts }: ProjectRecord): string => comparableName(texts['projectName'] ?? '');

const unitNameOf = ({ texts }: ProjectRecord): string => comparableName(texts['unitName'] ?? '');

const YEAR = /20\d{2}(?:年度?)?/gu;

/** From the surest key to the least sure. */
function keysFor(apart: Apart): readonly KeyOf[] {
  const sure: readonly KeyOf[] = [
    ({ projectCode }) => projectCode ?? null,
    (record) => `${record.implementingUnit ?? unitNameOf(record)}\n${nameOf(record)}`,
    (record) => `${unitNameOf(record)}\n${nameOf(record)}`,
  ];
  if (apart === 'same year') return sure;
  return [...sure, (record) => `${unitNameOf(record)}\n${nameOf(record).replace(YEAR, '')}`];
}

function queues(
  records: readonly ProjectRecord[],
  keyOf: KeyOf,
): ReadonlyMap<string, ProjectRecord[]> {
  const byKey = new Map<string, ProjectRecord[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === null) continue;
    const queue = byKey.get(key);
    if (queue === undefined) byKey.set(key, [record]);
    else queue.push(record);
  }
  return byKey;
}

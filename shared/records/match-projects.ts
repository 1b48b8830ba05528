import { comparableName } from '../unit.ts';
import type { ProjectRecord } from './record.ts';

/** The same projects in two sets of records, and those that only one of them has. */
export interface ProjectMatches {
  /** A project before and after, in the order of `after`. */
  readonly kept: readonly (readonly [before: ProjectRecord, after: ProjectRecord])[];
  readonly dropped: readonly ProjectRecord[];
  readonly added: readonly ProjectRecord[];
}

/** What projects are told apart by: implementing unit and name as they are compared, never 序号. */
export function projectKey(record: ProjectRecord): string {
  const unit = record.implementingUnit ?? comparableName(record.texts['unitName'] ?? '');
  return `${unit}\n${comparableName(record.texts['projectName'] ?? '')}`;
}

/**
 * Matches projects by their codes where both sides have one, the rest by `projectKey`; of projects with
 * the same key the second to the second. Takes time in proportion to the number of records.
 */
export function matchProjects(
  before: readonly ProjectRecord[],
  after: readonly ProjectRecord[],
): ProjectMatches {
  const byCode = pair(before, after, ({ projectCode }) => projectCode);
  const withCode = new Set(byCode.values());
  const earlier = new Map([
    ...byCode,
    ...pair(
      before.filter((record) => !withCode.has(record)),
      after.filter((record) => !byCode.has(record)),
      projectKey,
    ),
  ]);
  const matched = new Set(earlier.values());
  return {
    kept: after.flatMap((record) => {
      const old = earlier.get(record);
      return old === undefined ? [] : [[old, record] as const];
    }),
    dropped: before.filter((record) => !matched.has(record)),
    added: after.filter((record) => !earlier.has(record)),
  };
}

/** Record after → record before with the same key, the nth of a key to the nth. */
function pair(
  before: readonly ProjectRecord[],
  after: readonly ProjectRecord[],
  keyOf: (record: ProjectRecord) => string | undefined,
): ReadonlyMap<ProjectRecord, ProjectRecord> {
  const waiting = new Map<string, ProjectRecord[]>();
  for (const record of before) {
    const key = keyOf(record);
    if (key === undefined) continue;
    const same = waiting.get(key);
    if (same === undefined) waiting.set(key, [record]);
    else same.push(record);
  }
  const taken = new Map<string, number>();
  const pairs = new Map<ProjectRecord, ProjectRecord>();
  for (const record of after) {
    const key = keyOf(record);
    if (key === undefined) continue;
    const nth = taken.get(key) ?? 0;
    const old = waiting.get(key)?.[nth];
    if (old === undefined) continue;
    taken.set(key, nth + 1);
    pairs.set(record, old);
  }
  return pairs;
}

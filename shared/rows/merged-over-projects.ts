import type { MergedCells } from './merged-cells.ts';
import type { MergedOverProjects, Row } from './row.ts';
import type { PlannedColumn, RowPlan } from './row-plan.ts';

/** Columns that say something of one project alone. */
const isOfOneProject = ({ leaf, isFigure }: PlannedColumn): boolean =>
  isFigure || leaf.type === 'serial' || leaf.field === 'projectName';

/** The serials, names and figures that are merged over several projects, from the top. */
export function mergedOverProjects(
  { columns }: RowPlan,
  merged: MergedCells,
  rows: readonly Row[],
): readonly MergedOverProjects[] {
  if (!merged.hasAny) return [];
  const own = columns.filter(isOfOneProject);
  const found = new Map<string, MergedOverProjects>();
  for (const row of rows) {
    for (const { leaf, column } of own) {
      const merge = merged.at(row.number, column);
      const at = row.entries[leaf.field]?.at;
      if (merge === undefined || merge.top === merge.bottom || at === undefined) continue;
      const name = `${leaf.field}/${merge.top}`;
      const before = found.get(name);
      const projects = [...(before?.rows ?? []), row.number];
      found.set(name, { field: leaf.field, at: before?.at ?? at, rows: projects });
    }
  }
  return [...found.values()].filter(({ rows: projects }) => projects.length > 1);
}

import { formatPlain } from '../../shared/money.ts';
import type { ListedProject } from '../../shared/records/project-list.ts';
import type { ImportedProject } from '../../shared/records/read-project-sheet.ts';

/** What an import would change of the list in force; projects by unit and name. */
export interface ComparedLists {
  /** Fen of the budgets of the import. */
  readonly budget: number;
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  /** Amounts that differ, as they were and as they would be. */
  readonly changed: readonly string[];
}

type Listed = Pick<ListedProject, 'projectCode' | 'unit' | 'name' | 'amounts'>;

const keyOf = ({ projectCode, unit, name }: Listed): string => projectCode ?? `${unit} ${name}`;
const labelOf = ({ unit, name }: Listed): string => `${unit} ${name}`;

/** Holds an import against the list in force. */
export function comparedLists(
  standing: readonly Listed[],
  imported: readonly ImportedProject[],
): ComparedLists {
  const known = new Map(standing.map((project) => [keyOf(project), project]));
  const named = new Set(imported.map(keyOf));
  return {
    budget: imported.reduce((sum, { amounts }) => sum + (amounts.budgetTotal ?? 0), 0),
    added: imported.filter((project) => !known.has(keyOf(project))).map(labelOf),
    dropped: standing.filter((project) => !named.has(keyOf(project))).map(labelOf),
    changed: imported.flatMap((project) => {
      const before = known.get(keyOf(project));
      return before === undefined ? [] : differences(before, project);
    }),
  };
}

function differences(before: Listed, after: Listed): readonly string[] {
  const told = (fen: number | undefined): string => (fen === undefined ? '—' : formatPlain(fen));
  return (['budgetTotal', 'actualTotal'] as const)
    .filter((field) => before.amounts[field] !== after.amounts[field])
    .map(
      (field) =>
        `${labelOf(after)}：${told(before.amounts[field])} → ${told(after.amounts[field])} 万元`,
    );
}

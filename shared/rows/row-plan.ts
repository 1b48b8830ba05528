import { type Leaf, leaves } from '../../templates/form.ts';
import { type Cell, columnLetter } from '../cells/cell.ts';
import type { Header } from './find-header.ts';
import { bareTitle } from './header-text.ts';
import { projectCodeColumn } from './project-code.ts';

/** A column of the table, ready to be read row by row. */
export interface PlannedColumn {
  readonly leaf: Leaf;
  readonly column: number;
  readonly letter: string;
  readonly isFigure: boolean;
}

/** A cell of a row with the column it stands in. */
export interface FilledCell {
  readonly planned: PlannedColumn;
  readonly cell: Cell;
}

/** What reading the rows under a header needs to know, worked out once. */
export interface RowPlan {
  readonly header: Header;
  /** In the form's order. */
  readonly columns: readonly PlannedColumn[];
  /** From left to right in the sheet. */
  readonly fromLeft: readonly PlannedColumn[];
  /** Columns of money and rates. */
  readonly figureColumns: readonly number[];
  /** Every text of the header, as bare titles, to know it when it is repeated further down. */
  readonly titles: ReadonlySet<string>;
  readonly lastColumn: number;
  /** Column of the projects' codes, if there is one. */
  readonly codeColumn: number | undefined;
}

/** The plan for the rows under a header. */
export function rowPlan(header: Header): RowPlan {
  const columns = leaves(header.form.columns).flatMap((leaf) => {
    const column = header.columns.get(leaf.field);
    if (column === undefined) return [];
    const isFigure = header.figures.has(leaf.field);
    return [{ leaf, column, letter: columnLetter(column), isFigure }];
  });
  const extras = header.extras.flatMap(({ target, actual }) => [target, actual ?? target]);
  return {
    header,
    columns,
    fromLeft: [...columns].sort((a, b) => a.column - b.column),
    figureColumns: columns.filter(({ isFigure }) => isFigure).map(({ column }) => column),
    titles: titlesOf(header),
    lastColumn: Math.max(...columns.map(({ column }) => column), ...extras),
    codeColumn: projectCodeColumn(header.unknown),
  };
}

function titlesOf({ sheet, firstRow, lastRow }: Header): ReadonlySet<string> {
  const titles = new Set<string>();
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (const cell of sheet.rows.get(row)?.values() ?? []) titles.add(bareTitle(cell.text));
  }
  return titles;
}

import { memo } from 'react';
import type { TableView, ViewLine } from '../check/table-view.ts';
import { FROZEN_COLUMNS, frozenOffsets } from './column-widths.ts';
import { GridCell } from './grid-cell.tsx';
import { keyOf, type Places } from './places.ts';
import type { Told } from './table-desk.ts';

interface LineProps {
  readonly line: ViewLine;
  /** Its place in the table, from 0. */
  readonly place: number;
  readonly table: TableView;
  readonly checked: Told;
  readonly findings: Places['findings'];
  readonly mended: ReadonlySet<string>;
  readonly chosenColumn: number | null;
  /** True for the line through which Tab enters a table in which no cell is chosen. */
  readonly isEntry: boolean;
  readonly onChoose: (key: string) => void;
  readonly onEdit: (key: string) => void;
}

/** A line of the table; made anew only when something of it changes. */
export const GridLine = memo(function GridLine(props: LineProps) {
  const { line, place, table, checked, findings, mended, chosenColumn } = props;
  const left = frozenOffsets(table.columns);
  return (
    <tr
      className={line.isSought ? `${line.kind} sought` : line.kind}
      aria-rowindex={table.headerRows + place + 1}
    >
      {line.cells.map((cell, column) => {
        const key = keyOf(cell, place, column);
        const shown = table.columns[column];
        if (shown === undefined) return null;
        return (
          <GridCell
            key={shown.field}
            cell={cell}
            id={key}
            align={shown.align}
            findings={(findings.get(key) ?? []).flatMap((index) => checked.findings[index] ?? [])}
            isMended={cell.cell !== null && mended.has(cell.cell)}
            isChosen={chosenColumn === column}
            isTabStop={chosenColumn === column || (props.isEntry && column === 0)}
            left={column < FROZEN_COLUMNS ? left[column] : undefined}
            onChoose={props.onChoose}
            onEdit={props.onEdit}
          />
        );
      })}
    </tr>
  );
});

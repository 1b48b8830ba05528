import { useCallback, useMemo, useState } from 'react';
import type { Checked } from '../check/checked.ts';
import { withCells } from '../check/mends.ts';
import type { TableView, ViewCell, ViewColumn, ViewLine } from '../check/table-view.ts';
import type { Check } from '../check/use-check.ts';
import { captionsOf, type Place, type Places, placesIn, type ToldInCell } from './places.ts';

/** Lines shown at once: a real table has some thirty; thousands of rows would stop a browser. */
export const LINES_A_PAGE = 100;

/** The cell that is chosen, with all that is known of it. */
export interface ChosenCell {
  readonly key: string;
  readonly cell: ViewCell;
  /** Null for what stands above the table. */
  readonly line: ViewLine | null;
  readonly column: ViewColumn | null;
  readonly findings: readonly ToldInCell[];
}

/** What is told in the cells of a table. */
export interface Told {
  readonly findings: readonly ToldInCell[];
}

/** A table on the desk: what is chosen in it. */
export interface ShownDesk extends Places {
  readonly table: TableView;
  readonly checked: Told;
  /** Cells that were changed here. */
  readonly mended: ReadonlySet<string>;
  readonly chosen: ChosenCell | null;
  /** Raised whenever the chosen cell is to be brought into view and focused. */
  readonly called: number;
  /** Raised whenever the chosen cell is to be edited. */
  readonly edited: number;
  /** The page of lines that is shown, from 0. */
  readonly page: number;
  readonly turnTo: (page: number) => void;
  readonly choose: (key: string) => void;
  /** Chooses a cell, brings it into view and puts the focus on it. */
  readonly call: (key: string) => void;
  /** Chooses a cell and puts the focus where it is edited, or written about. */
  readonly edit: (key: string) => void;
}

/** … and what is typed into it. */
export interface TableDesk extends ShownDesk {
  /** Types texts into cells, by their addresses. */
  readonly type: (cells: Readonly<Record<string, string>>) => void;
}

/** Lays a checked table on the desk. */
export function useTableDesk(check: Check, checked: Checked, table: TableView): TableDesk {
  const { mend, state } = check;
  const mended = useMemo(() => new Set(Object.keys(state.mends.cells)), [state.mends]);
  const shown = useShownDesk(table, checked, mended, () => firstMarked(table, checked));
  const type = useCallback(
    (cells: Readonly<Record<string, string>>) => mend(withCells(state.mends, cells)),
    [mend, state.mends],
  );
  return { ...shown, type };
}

/** Lays a table on the desk that is looked at; `first` names the cell to begin with. */
export function useShownDesk(
  table: TableView,
  checked: Told,
  mended: ReadonlySet<string>,
  first: () => string | null,
): ShownDesk {
  const [key, setKey] = useState<string | null>(first);
  const [called, setCalled] = useState(0);
  const [edited, setEdited] = useState(0);
  const [page, turnTo] = useState(0);
  const places = useMemo(() => placesIn(table, checked.findings), [table, checked]);
  const chosen = useMemo(
    () => (key === null ? null : chosenCell(key, table, checked, places)),
    [key, table, checked, places],
  );
  const call = useCallback(
    (next: string) => {
      setKey(next);
      const place = places.places.get(next);
      if (place !== undefined) turnTo(Math.floor(place.line / LINES_A_PAGE));
      setCalled((count) => count + 1);
    },
    [places],
  );
  const edit = useCallback((next: string) => {
    setKey(next);
    setEdited((count) => count + 1);
  }, []);
  return {
    ...places,
    ...{ table, checked, mended, chosen, called, edited, page },
    ...{ turnTo, choose: setKey, call, edit },
  };
}

/** The cell of the first line of the list: most come to mend it. */
function firstMarked(table: TableView, checked: Checked): string | null {
  const first = checked.findings[checked.lines[0]?.findings[0] ?? -1];
  return first === undefined ? null : placesIn(table, checked.findings).keyOfFinding(first);
}

function chosenCell(
  key: string,
  table: TableView,
  checked: Told,
  { places, findings }: Places,
): ChosenCell | null {
  const here = (findings.get(key) ?? []).flatMap((index) => checked.findings[index] ?? []);
  const place: Place | undefined = places.get(key);
  if (place === undefined) {
    const caption = captionsOf(table).find(({ cell }) => cell === key);
    return caption === undefined
      ? null
      : { key, cell: caption, line: null, column: null, findings: here };
  }
  const line = table.lines[place.line];
  const cell = line?.cells[place.column];
  const column = table.columns[place.column];
  if (line === undefined || cell === undefined || column === undefined) return null;
  return { key, cell, line, column, findings: here };
}

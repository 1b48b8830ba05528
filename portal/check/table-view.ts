import type { Labelled, Row, Table } from '../../shared/rows/row.ts';
import { addedText, type ShownForm, shownForm } from '../../shared/sheets/added-indicators.ts';
import { type ShownLine, shownLines } from '../../shared/sheets/feedback-rows.ts';
import {
  fieldTitle,
  type HeaderCell,
  headerCells,
  headerDepth,
  type Leaf,
  leaves,
} from '../../templates/form.ts';

/** A cell of the table as it stands in the unit's file. */
export interface ViewCell {
  /** As typed. */
  readonly text: string;
  /** Its address in the unit's sheet, as `L17`; null where a column is only shown. */
  readonly cell: string | null;
}

/** A line below the header. */
export interface ViewLine {
  readonly kind: ShownLine['kind'];
  /** The sheet's own row number. */
  readonly number: number;
  /** A cell a column. */
  readonly cells: readonly ViewCell[];
  /** The address names it: shown so that it is found among the others. */
  readonly isSought?: true;
}

/** A column of the table. */
export interface ViewColumn extends Pick<Leaf, 'field' | 'type' | 'align' | 'weight'> {
  /** Its full title, groups first. */
  readonly title: HeaderCell['title'];
}

/** The unit's table as clerks know it: the official header, their lines in their order. */
export interface TableView {
  readonly sheet: string;
  readonly title: ViewCell | null;
  readonly submitter: ViewCell | null;
  readonly amountUnit: ViewCell | null;
  readonly header: readonly HeaderCell[];
  readonly headerRows: number;
  readonly columns: readonly ViewColumn[];
  readonly lines: readonly ViewLine[];
}

/** A table as the page shows it. Plain data. */
export function tableView(table: Table): TableView {
  const shown = shownForm(table);
  const { columns } = shown.form;
  return {
    sheet: table.sheet,
    title: caption(table.title),
    submitter: caption(table.submitterName),
    amountUnit: caption(table.amountUnit),
    header: headerCells(columns),
    headerRows: headerDepth(columns),
    columns: leaves(columns).map(({ field, type, align, weight }) => ({
      field,
      type,
      align,
      weight,
      title: fieldTitle(shown.form, field),
    })),
    lines: shownLines(table).map(({ kind, row }) => ({
      kind,
      number: row.number,
      cells: leaves(columns).map((leaf) => viewCell(row, leaf, shown)),
    })),
  };
}

const caption = (labelled: Labelled | null): ViewCell | null =>
  labelled === null ? null : { text: labelled.text, cell: labelled.at.cell };

/** An added indicator is shown beside its `……` column, with the cell it has in the unit's sheet. */
function viewCell(row: Row, { field }: Leaf, { added }: ShownForm): ViewCell {
  const column = added.get(field);
  if (column !== undefined) {
    const { letter } = column;
    const cell = letter === null ? null : `${letter}${row.number}`;
    return { text: addedText(row, column), cell };
  }
  const entry = row.entries[field];
  return { text: entry?.text ?? '', cell: entry?.at.cell ?? null };
}

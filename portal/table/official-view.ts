import type { TableAnswer } from '../../functions/api/publication-schemas.ts';
import type { TableView } from '../check/table-view.ts';

/** A cell of the unit's table by its row there and its column. */
export interface RowAndField {
  readonly row: number;
  readonly field: string;
}

/** What a cell of a stored table is known by on the desk: where it stood is not stored letter by letter. */
export const placeKey = ({ row, field }: RowAndField): string => `${field}@${row}`;

/** What `placeKey` was made from; null for anything else. */
export function placeIn(key: string): RowAndField | null {
  const [field = '', row = ''] = key.split('@');
  return /^\d+$/.test(row) ? { field, row: Number(row) } : null;
}

/** A stored table as the grid shows it, with other texts in some of its cells and perhaps a row that is sought. */
export function officialView(
  { header, headerRows, columns, lines, sheet }: TableAnswer,
  instead: ReadonlyMap<string, string>,
  sought: number | null = null,
): TableView {
  return {
    sheet,
    title: null,
    submitter: null,
    amountUnit: null,
    header,
    headerRows,
    columns,
    lines: lines.map(({ row, texts }) => ({
      kind: 'project',
      number: row,
      ...(row === sought ? { isSought: true } : {}),
      cells: texts.map((text, column) => {
        const cell = placeKey({ row, field: columns[column]?.field ?? '' });
        return { text: instead.get(cell) ?? text, cell };
      }),
    })),
  };
}

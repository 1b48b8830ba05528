/** A row of a unit's file, as an address names it. */
export interface SoughtRow {
  readonly sheet: string;
  readonly row: number;
}

/** Where the page of an upload stands with its table open at a row. */
export const rowAddress = (id: string, { sheet, row }: SoughtRow): string =>
  `/uploads/${id}?${new URLSearchParams({ sheet, row: String(row) })}`;

/** The row that the query of an address names; null where it names none. */
export function soughtRowIn(search: string): SoughtRow | null {
  const query = new URLSearchParams(search);
  const [sheet, row] = [query.get('sheet'), Number(query.get('row'))];
  return sheet === null || !Number.isInteger(row) || row < 1 ? null : { sheet, row };
}

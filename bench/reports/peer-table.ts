import { layOutReport } from '../../shared/layout/lay-out-report.ts';
import { printedTable } from '../../shared/records/printed-table.ts';
import type { RecordSet } from '../../shared/records/record.ts';
import { loadMetrics } from '../../templates/fonts/load-fonts.ts';
import { type HeaderCell, headerCells } from '../../templates/form.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';

/** The table that every printer gets: the same texts, the same widths as our own report has. */
export interface PeerTable {
  readonly title: string;
  readonly unit: string;
  readonly header: readonly (Omit<HeaderCell, 'title'> & { readonly text: string })[];
  /** Points, left to right. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** A record set as a table for other printers, its columns as wide as ours. */
export function peerTable(recordSet: RecordSet): PeerTable {
  const { title, unit, rows } = printedTable(recordSet, longgang2021);
  const { columns } = layOutReport(recordSet, longgang2021, loadMetrics());
  return {
    title,
    unit,
    header: headerCells(longgang2021.columns).map(({ title: { zh }, ...place }) => ({
      ...place,
      text: zh,
    })),
    widths: columns.map(({ left, right }) => right - left),
    rows,
  };
}

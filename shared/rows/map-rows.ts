import type { Cell } from '../cells/cell.ts';
import type { AmountUnit } from '../money.ts';
import { classifyRow } from './classify-row.ts';
import type { Header } from './find-header.ts';
import type { RowRange } from './header-blocks.ts';
import { mergedCells } from './merged-cells.ts';
import { mergedOverProjects } from './merged-over-projects.ts';
import { extraText, type RowSource, readEntry } from './read-entry.ts';
import type { Entry, ExtraIndicator, LeftOutRow, MergedOverProjects, Row } from './row.ts';
import { type RowPlan, rowPlan } from './row-plan.ts';
import { sectionSums } from './section-sums.ts';
import { settleRate } from './settle-rate.ts';

/** The lines under a header: the projects, and what was left out as none. */
export interface MappedRows {
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOutRow[];
  readonly mergedOverProjects: readonly MergedOverProjects[];
}

/**
 * The projects under a header down to row `to`, each value with the address it was typed at. Sums,
 * notes, bare serials are left out, and said to be; blank lines and `repeated` headers say nothing.
 * Amounts that name no unit are in `unit`.
 */
export function mapRows(
  header: Header,
  unit: AmountUnit,
  to: number,
  repeated: readonly RowRange[],
): MappedRows {
  const plan = rowPlan(header);
  const merged = mergedCells(header.sheet, header.lastRow, plan.lastColumn);
  const inRepeated = new Set(
    repeated.flatMap(({ firstRow, lastRow }) =>
      Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index),
    ),
  );
  const nameColumn = header.columns.get('projectName') ?? 0;
  const rows: Row[] = [];
  const leftOut: LeftOutRow[] = [];
  for (const number of rowNumbers(header, to)) {
    if (inRepeated.has(number)) continue;
    const cells = merged.visible(number, header.sheet.rows.get(number) ?? new Map<number, Cell>());
    const overName = merged.at(number, nameColumn);
    const isUnderName = overName !== undefined && overName.top < number && rows.length > 0;
    const kind = classifyRow(cells, plan, isUnderName);
    if (kind === 'blank' || kind === 'header') continue;
    const sheet = header.sheet.name;
    const row = mapRow(plan, { sheet, row: number, cells, merged, unit });
    if (kind === 'project') rows.push(row);
    else leftOut.push({ kind, row });
  }
  const mapped = sectionSums({ rows, leftOut });
  return { ...mapped, mergedOverProjects: mergedOverProjects(plan, merged, mapped.rows) };
}

const rowNumbers = ({ sheet, lastRow }: Header, to: number): readonly number[] =>
  [...sheet.rows.keys()].filter((row) => row > lastRow && row <= to).sort((a, b) => a - b);

function mapRow(plan: RowPlan, source: RowSource): Row {
  const entries: Record<string, Entry> = {};
  const extraIndicators: ExtraIndicator[] = [];
  for (const planned of plan.columns) {
    const entry = readEntry(planned, source);
    const { field, type } = planned.leaf;
    entries[field] = entry;
    if (type === 'extension' && entry.text !== '') {
      extraIndicators.push({ field, title: '', target: entry.text, actual: '' });
    }
  }
  for (const { field, title, target, actual } of plan.header.extras) {
    const texts = {
      target: extraText(target, source),
      actual: actual === null ? '' : extraText(actual, source),
    };
    if (texts.target !== '' || texts.actual !== '')
      extraIndicators.push({ field, title, ...texts });
  }
  const { form, columns } = plan.header;
  const projectCode = source.cells.get(plan.codeColumn ?? 0)?.text ?? '';
  const coded = projectCode === '' ? {} : { projectCode };
  const rateCell = source.cells.get(columns.get(form.rate.field) ?? 0);
  return settleRate({ number: source.row, entries, extraIndicators, ...coded }, form, rateCell);
}

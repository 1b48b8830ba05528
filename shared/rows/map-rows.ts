import { type Leaf, leaves } from '../../templates/form.ts';
import { addressOf, type Cell } from '../cells/cell.ts';
import type { Header } from './find-header.ts';
import { headerText } from './header-text.ts';
import { readFigure } from './read-figure.ts';
import type { Entry, ExtraIndicator, Row } from './row.ts';

type CellsOfRow = ReadonlyMap<number, Cell>;

/**
 * The projects under a header, each value with the address it was typed at. Blank rows, sums, notes
 * and headers repeated for printing are no projects.
 */
export function mapRows(header: Header): readonly Row[] {
  const titles = headerTitles(header);
  const rows: Row[] = [];
  const numbers = [...header.sheet.rows.keys()].filter((number) => number > header.lastRow);
  for (const number of numbers.sort((a, b) => a - b)) {
    const cells = header.sheet.rows.get(number);
    if (cells !== undefined && isProject(cells, header, titles)) {
      rows.push(mapRow(number, cells, header));
    }
  }
  return rows;
}

function mapRow(number: number, cells: CellsOfRow, header: Header): Row {
  const entries: Record<string, Entry> = {};
  const extraIndicators: ExtraIndicator[] = [];
  for (const leaf of leaves(header.form.columns)) {
    const column = header.columns.get(leaf.field);
    if (column === undefined) continue;
    const entry = entryAt(number, column, cells, header.sheet.name, leaf);
    entries[leaf.field] = entry;
    if (leaf.type === 'extension' && entry.text !== '') {
      extraIndicators.push({ field: leaf.field, title: '', target: entry.text, actual: '' });
    }
  }
  for (const { field, title, target, actual } of header.extras) {
    const texts = { target: cells.get(target)?.text ?? '', actual: cells.get(actual)?.text ?? '' };
    if (texts.target !== '' || texts.actual !== '')
      extraIndicators.push({ field, title, ...texts });
  }
  return { number, entries, extraIndicators };
}

function entryAt(row: number, column: number, cells: CellsOfRow, sheet: string, leaf: Leaf): Entry {
  const cell = cells.get(column);
  const at = cell?.at ?? addressOf(sheet, row, column);
  const text = cell?.text ?? '';
  const isFigure = leaf.type === 'money' || leaf.type === 'rate';
  return isFigure ? { at, text, figure: readFigure(cell, leaf) } : { at, text };
}

const SUM_WORDS = new Set(['合计', '总计', '小计', '合计:', '总计:', '小计:']);
const NOTE =
  /^(注|备注|说明|填表人|填报人|审核人|负责人|联系人|联系电话|填表日期|填报日期|单位负责人)/u;

function isProject(cells: CellsOfRow, header: Header, titles: ReadonlySet<string>): boolean {
  const textOf = (field: string): string =>
    headerText(cells.get(header.columns.get(field) ?? 0)?.text ?? '');
  const values = [...header.columns]
    .filter(([, column]) => cells.has(column))
    .map(([field]) => ({ field, text: textOf(field) }));
  const beyondSerial = values.filter(({ field }) => field !== 'serial');
  if (beyondSerial.length === 0) return false;
  if (['serial', 'unitName', 'projectName'].some((field) => SUM_WORDS.has(textOf(field)))) {
    return false;
  }
  if (values.every(({ text }) => titles.has(text))) return false;
  return !values.some(({ text }) => NOTE.test(text)) || textOf('projectName') !== '';
}

/** Every text of the header, to know it when it is repeated further down. */
function headerTitles(header: Header): ReadonlySet<string> {
  const titles = new Set<string>();
  for (let row = header.firstRow; row <= header.lastRow; row += 1) {
    for (const cell of header.sheet.rows.get(row)?.values() ?? [])
      titles.add(headerText(cell.text));
  }
  return titles;
}

import {
  type FormDefinition,
  fieldTitle,
  headerCells,
  type Leaf,
  leaves,
} from '../../templates/form.ts';
import { type ProjectRecord, printedValue, type RecordSet } from '../records/record.ts';
import { escaped } from './page.ts';

/** Where a project stands in the page of its table, `number` counted from 1. */
export const projectAnchor = (number: number): string => `r${number}`;

/**
 * The official table as an HTML table: each cell names the headers above it and the project it belongs
 * to, and carries the full title of its column for narrow screens, where a project is a card.
 */
export function tableMarkup(recordSet: RecordSet, form: FormDefinition): string {
  const rows = recordSet.records.map((record, index) => rowMarkup(record, index, form));
  return `<div class="scroll sheet" tabindex="0" role="region" aria-label="自评表 Table">
<table class="cards" role="table">
<caption>${escaped(form.notes.unit)}</caption>
<thead role="rowgroup">
${headerMarkup(form)}
</thead>
<tbody role="rowgroup">
${rows.join('\n')}
</tbody>
</table>
</div>`;
}

const headerId = (row: number, column: number): string => `h${row}-${column}`;

function headerMarkup({ columns }: FormDefinition): string {
  const rows = Map.groupBy(headerCells(columns), ({ row }) => row);
  const name = leaves(columns).findIndex(({ field }) => field === 'projectName');
  return [...rows.values()]
    .map((cells) => {
      const titles = cells.map(({ title, row, column, rowSpan, columnSpan }) => {
        const scope = columnSpan > 1 ? 'colgroup' : 'col';
        return (
          `<th role="columnheader" scope="${scope}" id="${headerId(row, column)}"` +
          `${column === name ? ' class="name"' : ''}` +
          `${span('rowspan', rowSpan)}${span('colspan', columnSpan)}>${escaped(title.zh)}</th>`
        );
      });
      return `<tr role="row">${titles.join('')}</tr>`;
    })
    .join('\n');
}

const span = (name: string, count: number): string => (count > 1 ? ` ${name}="${count}"` : '');

/** Ids of the header cells above a column, from the top. */
function headersOf({ columns }: FormDefinition, column: number): string {
  return headerCells(columns)
    .filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan)
    .map((cell) => headerId(cell.row, cell.column))
    .join(' ');
}

/** Figures stand on one line, long texts have room, short texts need none. */
function classOf({ align, weight }: Leaf): string {
  if (align === 'right') return ' class="figure"';
  if (align === 'center') return '';
  return weight > 1 ? ' class="text long"' : ' class="text"';
}

function rowMarkup(record: ProjectRecord, index: number, form: FormDefinition): string {
  const rowId = projectAnchor(index + 1);
  const cells = columnsOf(form).map(({ leaf, title, headers, className }) => {
    const text = escaped(printedValue(record, leaf));
    if (leaf.field === 'projectName') {
      return `<th role="rowheader" class="name" scope="row" id="${rowId}" headers="${headers}">${text}</th>`;
    }
    return `<td role="cell"${className} headers="${rowId} ${headers}" data-title="${title}">${text}</td>`;
  });
  return `<tr role="row">${cells.join('')}</tr>`;
}

/** Worked out once for a form: a table has many rows. */
const COLUMNS = new WeakMap<FormDefinition, ReturnType<typeof describeColumns>>();

const describeColumns = (form: FormDefinition) =>
  leaves(form.columns).map((leaf, column) => ({
    leaf,
    title: escaped(fieldTitle(form, leaf.field).zh),
    headers: headersOf(form, column),
    className: classOf(leaf),
  }));

function columnsOf(form: FormDefinition): ReturnType<typeof describeColumns> {
  const known = COLUMNS.get(form) ?? describeColumns(form);
  COLUMNS.set(form, known);
  return known;
}

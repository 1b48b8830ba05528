import {
  type FormDefinition,
  fieldTitle,
  headerCells,
  type Leaf,
  leaves,
} from '../../templates/form.ts';
import { type ProjectRecord, printedValue, type RecordSet } from '../records/record.ts';
import { escaped } from './page.ts';

/**
 * The official table as an HTML table: each cell names the headers above it and the project it belongs
 * to, and carries the full title of its column for narrow screens, where a project is a card.
 */
export function tableMarkup(recordSet: RecordSet, form: FormDefinition): string {
  const rows = recordSet.records.map((record, index) => rowMarkup(record, index, form));
  return `<div class="scroll" tabindex="0" role="region" aria-label="自评表 Table">
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
  return [...rows.values()]
    .map((cells) => {
      const titles = cells.map(({ title, row, column, rowSpan, columnSpan }) => {
        const scope = columnSpan > 1 ? 'colgroup' : 'col';
        return (
          `<th role="columnheader" scope="${scope}" id="${headerId(row, column)}"` +
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

/** Figures stand on one line, texts have room, short texts need none. */
const CLASSES: Readonly<Record<Leaf['align'], string>> = {
  left: ' class="text"',
  center: '',
  right: ' class="figure"',
};

function rowMarkup(record: ProjectRecord, index: number, form: FormDefinition): string {
  const rowId = `r${index + 1}`;
  const cells = columnsOf(form).map(({ leaf, title, headers }) => {
    const text = escaped(printedValue(record, leaf));
    if (leaf.field === 'projectName') {
      return `<th role="rowheader" scope="row" id="${rowId}" headers="${headers}">${text}</th>`;
    }
    return `<td role="cell"${CLASSES[leaf.align]} headers="${rowId} ${headers}" data-title="${title}">${text}</td>`;
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
  }));

function columnsOf(form: FormDefinition): ReturnType<typeof describeColumns> {
  const known = COLUMNS.get(form) ?? describeColumns(form);
  COLUMNS.set(form, known);
  return known;
}

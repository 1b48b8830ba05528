import { type FormDefinition, type Leaf, leaves } from '../../templates/form.ts';
import type { Contact, Row, Table } from '../rows/row.ts';
import type { Finding } from '../rules/finding.ts';
import { sumReadings } from '../rules/sum-readings.ts';
import { type ShownForm, shownForm } from './added-indicators.ts';
import { type CellMarker, feedbackMarks } from './feedback-marks.ts';
import {
  isInAnotherUnit,
  lineCells,
  noteSpans,
  SHOWN_UNIT,
  type ShownLine,
  shownLines,
} from './feedback-rows.ts';
import {
  type Caption,
  type ColumnSpan,
  captionCell,
  type OfficialTable,
  officialCaption,
  officialCell,
} from './official-table.ts';
import { type SheetComment, withComments } from './sent-back.ts';
import { blankCell, type CellModel, textCell } from './workbook-model.ts';

/** The unit's own table as it stands in a workbook of ours, and where its findings stand in it. */
export interface FeedbackTable {
  readonly official: OfficialTable;
  /** The sheet's own number of a row of the unit → its place in the table, from 0. */
  readonly places: ReadonlyMap<number, number>;
  /** The cell a finding is shown in, as `L17`; null when it is about no cell. */
  readonly cellOf: (finding: Finding) => string | null;
  /** False where so many cells are marked that some have no note. */
  readonly isEveryNoted: boolean;
}

const CAPTIONS: readonly Caption[] = ['title', 'submitter', 'unit'];

/** Contacts told in one line below the table; a line of more could be taken for a project. */
const CONTACTS_A_LINE = 3;

/**
 * The table as the unit knows it, with its findings marked where they stand: its rows, sums, notes and
 * added indicators in its own order. It is a valid upload: read again, it gives the same rows. What the
 * unit left out above the table stays out: nothing is filled in for it.
 */
export function feedbackTable(
  table: Table,
  findings: readonly Finding[],
  comments: readonly SheetComment[] = [],
): FeedbackTable {
  const lines = shownLines(table);
  const shown = shownForm(table);
  const places = new Map(lines.map(({ row }, index) => [row.number, index]));
  const keyOf = keyFinder(table, places, shown);
  const projects = new Map(table.rows.map((row) => [row.number, row]));
  const marks = feedbackMarks(findings, keyOf, (finding) => {
    const row = projects.get(finding.at.row ?? 0);
    return (row && sumReadings(finding, row, table.form)?.zh) ?? '';
  });
  const { isEveryNoted } = marks;
  const mark = withComments(marks.mark, comments, ({ row, field }) => cellKey(row, field));
  const fields = leaves(shown.form.columns).map(({ field }) => field);
  const rows = [
    ...lines.map((line) =>
      lineCells(line, shown).map((cell, column) =>
        mark(cellKey(line.row.number, fields[column] ?? ''), cell),
      ),
    ),
    ...contactLines(table, lines, shown.form),
  ];
  const official: OfficialTable = {
    form: shown.form,
    attachment: table.form.attachment,
    captions: captionsOf(table, mark),
    rows,
    spans: spansOf(rows, lines),
  };
  return {
    official,
    places,
    isEveryNoted,
    cellOf: (finding) => cellOf(keyOf(finding), official, places),
  };
}

/** Where a field of one of the unit's rows stands, as `L17`; null where it is not shown. */
export const shownCell = (
  { official, places }: Pick<FeedbackTable, 'official' | 'places'>,
  { row, field }: { readonly row: Row; readonly field: string },
): string | null => cellOf(cellKey(row.number, field), official, places);

const cellKey = (row: number, field: string): string => `${row} ${field}`;

/** Names the cell of a finding: a caption, or row and field; null for what stands in neither. */
function keyFinder(table: Table, places: ReadonlyMap<number, number>, { added }: ShownForm) {
  const { title, submitterName, amountUnit } = table;
  const captions = [
    ['title', title?.at],
    ['submitter', submitterName?.at],
    ['unit', amountUnit?.at],
  ] as const;
  return ({ at }: Finding): string | null => {
    if (at.field === null) {
      const caption = captions.find(
        ([, place]) => at.sheet === place?.sheet && at.cell === place?.cell,
      );
      if (caption !== undefined) return caption[0];
    }
    if (at.row === null || !places.has(at.row)) return null;
    const own = [...added].find(([, { letter }]) => letter !== null && letter === at.column)?.[0];
    return cellKey(at.row, own ?? at.field ?? 'serial');
  };
}

function cellOf(
  key: string | null,
  official: OfficialTable,
  places: ReadonlyMap<number, number>,
): string | null {
  if (key === null) return null;
  const caption = CAPTIONS.find((name) => name === key);
  if (caption !== undefined) return officialCaption(official, caption);
  const [row, field = ''] = key.split(' ');
  const place = places.get(Number(row));
  const columns = leaves(official.form.columns).map((leaf) => leaf.field);
  // A `……` column that gave way to the unit's own is found at the first of these.
  const shown = [field, `${field}1Target`].find((name) => columns.includes(name));
  return place === undefined || shown === undefined ? null : officialCell(official, place, shown);
}

function captionsOf(table: Table, mark: CellMarker): OfficialTable['captions'] {
  const { form, title, submitterName, amountUnit } = table;
  const unit = isInAnotherUnit(table) ? SHOWN_UNIT : amountUnit?.text;
  const caption = (name: Caption, text: string): CellModel => mark(name, captionCell(name, text));
  return {
    title: caption('title', title?.text ?? ''),
    submitter: caption(
      'submitter',
      form.notes.submitter.replace('{name}', () => submitterName?.text ?? ''),
    ),
    // A bare 单位： beside an empty name would be read as the name.
    unit: caption('unit', unit === undefined ? '' : `单位：${unit}`),
  };
}

/**
 * Contacts that stand in none of the lines, each in a cell of its own, below the table. Not in a column
 * of figures: a telephone number there would be read as one.
 */
function contactLines(
  { contacts }: Table,
  lines: readonly ShownLine[],
  form: FormDefinition,
): readonly (readonly CellModel[])[] {
  const told = new Set(lines.map(({ row }) => row.number));
  const others = contacts.filter(({ at }) => !told.has(at.row));
  const columns = leaves(form.columns);
  const starts = Array.from({ length: CONTACTS_A_LINE }, (_, index) => {
    const from = Math.floor((index * columns.length) / CONTACTS_A_LINE);
    return columns.findIndex(({ type }, column) => column >= from && !isFigure(type));
  });
  return Array.from({ length: Math.ceil(others.length / CONTACTS_A_LINE) }, (_, line) =>
    columns.map((__, column) => {
      const index = starts.indexOf(column);
      const contact = index < 0 ? undefined : others[line * CONTACTS_A_LINE + index];
      return contact === undefined ? blankCell('bare') : textCell(contactText(contact), 'bare');
    }),
  );
}

const isFigure = (type: Leaf['type']): boolean => type === 'money' || type === 'rate';

const contactText = ({ role, text }: Contact): string => `${role}：${text}`;

/** Notes and contacts are one text over many columns. */
function spansOf(
  rows: OfficialTable['rows'],
  lines: readonly ShownLine[],
): ReadonlyMap<number, readonly ColumnSpan[]> {
  const isNote = (row: number): boolean => (lines[row]?.kind ?? 'note') === 'note';
  return new Map(
    rows.flatMap((cells, row) => (isNote(row) ? [[row, noteSpans(cells)] as const] : [])),
  );
}

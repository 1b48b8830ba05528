import { type FormDefinition, formTitle, headerDepth, leaves } from '../../templates/form.ts';
import type { ProjectRecord } from '../records/record.ts';
import { PROJECT_CODE_TITLE } from '../rows/project-code.ts';
import { identitySheet, unitsName } from './identity-sheet.ts';
import { captionCell, firstOfficialRow, officialTableSheet } from './official-table.ts';
import { type TemplateForm, templateForm } from './template-form.ts';
import { guideSheet } from './template-guide.ts';
import { lastSerial, offeredRow, recordRow, sumRow } from './template-rows.ts';
import { templateValidations } from './template-validations.ts';
import {
  blankCell,
  type CellModel,
  type RowModel,
  type SheetModel,
  textCell,
  type WorkbookModel,
} from './workbook-model.ts';

/** What a template is made from. */
export interface TemplateInput {
  readonly form: FormDefinition;
  readonly period: string;
  /** Attachment mark above the title, null for none. */
  readonly attachment: string | null;
  /** Of the title, where the period sets one; left out: the form's. */
  readonly titlePattern?: string;
  /** Who fills it in; code null and name empty for anybody. */
  readonly submitter: { readonly code: string | null; readonly name: string };
  /** Names the unit column offers; none leaves it free. */
  readonly implementingUnits: readonly string[];
  /** Rows for projects, at least; records are always followed by a few free ones. */
  readonly rows: number;
  /** Projects that stand in the rows already, in the fields of the form. */
  readonly records: readonly ProjectRecord[];
  /** The period that the records are of; null for a blank template. */
  readonly filledFrom: string | null;
}

/** Rows a template offers unless told otherwise. */
export const OFFERED_ROWS = 30;

/** Free rows below the projects of a filled template. */
const FREE_ROWS = 5;

/** Points of the grey line above 合计: rows inserted above it are summed. */
const LINE_POINTS = 6;

/** Characters the hidden column of project codes is wide. */
const CODE_WIDTH = 20;

/**
 * The workbook a unit fills in: the official table with drop-downs, checks, hints and formulas; how to
 * fill it in; and, hidden, what it was made for. Nothing is protected: rows may be inserted, deleted,
 * copied, sorted and resized. The same input makes the same workbook.
 */
export function templateWorkbook(input: TemplateInput): WorkbookModel {
  const { form, period, submitter, implementingUnits } = input;
  const title = formTitle(form, period, submitter.name, input.titlePattern);
  return {
    title,
    sheets: [
      tableSheet(input, title),
      guideSheet({ form, period, submitterName: submitter.name, filledFrom: input.filledFrom }),
      identitySheet(
        { form: form.id, version: form.version, period, submitter: submitter.code },
        implementingUnits,
      ),
    ],
    names: unitsName(implementingUnits),
  };
}

function tableSheet(input: TemplateInput, title: string): SheetModel {
  const template = templateForm(input.form, input.records);
  const { form } = template;
  const first = firstOfficialRow({ form, attachment: input.attachment });
  const rows = projectRows(input, template, first);
  const last = first + rows.length - 1;
  const line = leaves(form.columns).map(() => blankCell('total'));
  const sums = sumRow(input.records, form, { above: first - 1, below: last + 1, own: last + 2 });
  const sheet = officialTableSheet({
    form,
    attachment: input.attachment,
    captions: {
      title: captionCell('title', title),
      submitter: captionCell(
        'submitter',
        form.notes.submitter.replace('{name}', () => input.submitter.name),
      ),
      unit: captionCell('unit', form.notes.unit),
    },
    rows: [...rows, line, sums],
  });
  const shown = {
    ...sheet,
    rows: sheet.rows.map((row, index) => heightOf(row, index + 1, first, last)),
    print: { ...sheet.print, monochrome: true as const },
    validations: templateValidations(form, { first, last }, input.implementingUnits.length > 0),
  };
  return withCodes(shown, input.records, first, headerDepth(form.columns));
}

/** The records, then rows that are offered, numbered on. */
function projectRows(
  { records, rows }: TemplateInput,
  template: TemplateForm,
  first: number,
): readonly (readonly CellModel[])[] {
  const free = Math.max(records.length === 0 ? 1 : FREE_ROWS, rows - records.length);
  const serial = lastSerial(records) + 1;
  return [
    ...records.map((record, index) => recordRow(record, template, first + index)),
    ...Array.from({ length: free }, (_, index) =>
      offeredRow(serial + index, template, first + records.length + index),
    ),
  ];
}

/** Rows to be filled in grow with what is typed; the grey line stays thin. */
function heightOf(row: RowModel, number: number, first: number, last: number): RowModel {
  if (number === last + 1) return { ...row, height: LINE_POINTS };
  return number >= first && number <= last ? { ...row, fits: true } : row;
}

/** The table with the projects' codes in a hidden column at its right, where there are any. */
function withCodes(
  sheet: SheetModel,
  records: readonly ProjectRecord[],
  first: number,
  depth: number,
): SheetModel {
  if (records.every(({ projectCode }) => projectCode === undefined)) return sheet;
  const column = sheet.widths.length + 1;
  const top = first - depth;
  const codeCell = (row: number): CellModel => {
    if (row === top) return textCell(PROJECT_CODE_TITLE, 'header');
    const code = records[row - first]?.projectCode ?? '';
    return row < first ? blankCell('bare') : { ...textCell(code, 'bare'), format: '@' };
  };
  return {
    ...sheet,
    widths: [...sheet.widths, CODE_WIDTH],
    hiddenColumns: [column],
    rows: sheet.rows.map((row, index) => ({ ...row, cells: [...row.cells, codeCell(index + 1)] })),
    merges: [...sheet.merges, { top, left: column, bottom: first - 1, right: column }],
  };
}

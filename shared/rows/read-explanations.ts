import type { FormDefinition } from '../../templates/form.ts';
import { leaves } from '../../templates/form.ts';
import type { Cell, Sheet } from '../cells/cell.ts';
import type { Explanation } from './row.ts';

/** Name of the sheet of a feedback workbook that lists what was found. */
export const ISSUE_SHEET = '问题清单';

/** What the header of the column begins with in which a unit explains. */
export const EXPLANATION_TITLE = '单位说明';

/**
 * Headers of the hidden columns beside the list: what a line is about. They stand in the line itself,
 * so that it can be moved, sorted or deleted. Serial and project are empty for a line about several.
 */
export const ISSUE_KEYS = ['rule', 'group', 'field', 'serial', 'project'] as const;

/** Rows from the top in which the list's header is looked for. */
const HEADER_ROWS = 40;

/** Lines read; the list of the worst table has some hundreds. */
const MOST_LINES = 20_000;

type IssueKey = (typeof ISSUE_KEYS)[number];

/** Where the list stands in a sheet: its header row and the columns that are read. */
interface IssueList {
  readonly sheet: Sheet;
  readonly row: number;
  readonly text: number;
  readonly keys: ReadonlyMap<IssueKey, number>;
}

/**
 * What a unit wrote under 单位说明 in the feedback workbook that it sends back; nothing for any other
 * workbook. Known by the list's header, whatever the sheet is called now.
 */
export function readExplanations(
  sheets: readonly Sheet[],
  form: FormDefinition,
): readonly Explanation[] {
  const list = sheets.map(issueListIn).find((found) => found !== undefined);
  if (list === undefined) return [];
  const fields = new Set(leaves(form.columns).map(({ field }) => field));
  const numbers = [...list.sheet.rows.keys()].filter((number) => number > list.row);
  return numbers
    .sort((a, b) => a - b)
    .slice(0, MOST_LINES)
    .flatMap((number) => explanationIn(list, number, fields) ?? []);
}

function issueListIn(sheet: Sheet): IssueList | undefined {
  for (let row = 1; row <= HEADER_ROWS; row += 1) {
    const cells = [...(sheet.rows.get(row) ?? [])];
    const text = cells.find(([, cell]) => cell.text.startsWith(EXPLANATION_TITLE))?.[0];
    if (text === undefined) continue;
    const keys = new Map(ISSUE_KEYS.flatMap((key) => columnOf(cells, key)));
    if (keys.size === ISSUE_KEYS.length) return { sheet, row, text, keys };
  }
  return undefined;
}

function columnOf(
  cells: readonly (readonly [number, Cell])[],
  key: IssueKey,
): readonly (readonly [IssueKey, number])[] {
  const column = cells.find(([, { text }]) => text === key)?.[0];
  return column === undefined ? [] : [[key, column]];
}

function explanationIn(
  { sheet, text, keys }: IssueList,
  row: number,
  fields: ReadonlySet<string>,
): Explanation | undefined {
  const cells = sheet.rows.get(row);
  const written = cells?.get(text);
  const textUnder = (key: IssueKey): string => cells?.get(keys.get(key) ?? 0)?.text ?? '';
  const [rule, group, field] = [textUnder('rule'), textUnder('group'), textUnder('field')];
  if (written === undefined || written.text === '' || rule === '') return undefined;
  return {
    rule,
    group,
    field: fields.has(field) ? field : null,
    serial: textUnder('serial') || null,
    project: textUnder('project') || null,
    text: written.text,
    at: written.at,
  };
}

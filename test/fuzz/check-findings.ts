import type { Sheet } from '../../shared/cells/cell.ts';
import type { ReadResult } from '../../shared/cells/read-result.ts';
import type { Judgement } from '../../shared/judge.ts';
import type { Finding, FindingAddress } from '../../shared/rules/finding.ts';
import { type FormDefinition, leaves } from '../../templates/form.ts';
import { columnNumber } from './check-cells.ts';

/** What is wrong with where the findings of a file point, whatever the file is. */
export function findingProblems(
  read: ReadResult,
  { findings, table }: Judgement,
): readonly string[] {
  const sheets = read.ok ? read.sheets : [];
  return findings.flatMap((finding) =>
    [
      ...addressProblems(finding.at, sheets),
      ...(table === null
        ? fieldWithoutTable(finding)
        : fieldProblems(finding.at, sheets, table.form)),
      ...quoteProblems(finding, sheets),
    ].map((problem) => `${finding.rule}: ${problem}`),
  );
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

function addressProblems(at: FindingAddress, sheets: readonly Sheet[]): readonly string[] {
  const problems: string[] = [];
  if (at.sheet !== null && !sheets.some(({ name }) => name === at.sheet)) {
    problems.push(`there is no sheet ${at.sheet}`);
  }
  if (at.cell === null && at.row === null && at.column === null) return problems;
  const isCell =
    at.sheet !== null &&
    at.cell === `${at.column}${at.row}` &&
    Number.isInteger(at.row) &&
    Number(at.row) >= 1 &&
    Number(at.row) <= LAST_ROW &&
    columnNumber(at.column ?? '') >= 1 &&
    columnNumber(at.column ?? '') <= LAST_COLUMN;
  if (!isCell) problems.push(`${JSON.stringify(at)} is no address`);
  return problems;
}

const fieldWithoutTable = ({ at }: Finding): readonly string[] =>
  at.field === null ? [] : [`field ${at.field} without a table`];

/** A finding about a field stands in the column where, further up, the field's title stands. */
function fieldProblems(
  at: FindingAddress,
  sheets: readonly Sheet[],
  form: FormDefinition,
): readonly string[] {
  if (at.field === null || at.cell === null) return [];
  const leaf = leaves(form.columns).find(({ field }) => field === at.field);
  if (leaf === undefined) return [`${form.id} has no field ${at.field}`];
  const titles = [leaf.title.zh, ...(leaf.aliases ?? [])].map(comparable);
  const sheet = sheets.find(({ name }) => name === at.sheet);
  const above =
    sheet === undefined ? [] : textsAbove(sheet, at.row ?? 0, columnNumber(at.column ?? ''));
  return above.some((text) => titles.includes(comparable(text)))
    ? []
    : [`${at.cell} is not below the title of ${at.field}`];
}

/** The texts shown in a column above a row, merged cells included. */
function textsAbove(sheet: Sheet, row: number, column: number): readonly string[] {
  const texts: string[] = [];
  for (const [number, cells] of sheet.rows) {
    const text = cells.get(column)?.text;
    if (number < row && text !== undefined) texts.push(text);
  }
  for (const { top, left, bottom, right } of sheet.merges) {
    if (left > column || right < column || top >= row || bottom < top) continue;
    texts.push(sheet.rows.get(top)?.get(left)?.text ?? '');
  }
  return texts;
}

/** Titles as people compare them: white space, width of brackets and units apart. */
const comparable = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/(?:…|\.{2,}|\u22ef)+/gu, '…')
    .replace(/\((?:%|万元|元|亿元|千元|盖章)\)$/u, '');

/** A finding that quotes what was typed quotes the cell it points to. */
function quoteProblems({ at, rule, params }: Finding, sheets: readonly Sheet[]): readonly string[] {
  const typed = params['typed'];
  if (rule !== 'figure-readable' || typed === undefined) return [];
  const sheet = sheets.find(({ name }) => name === at.sheet);
  const text = sheet?.rows.get(at.row ?? 0)?.get(columnNumber(at.column ?? ''))?.text ?? '';
  return text === typed || isShortened(String(typed), text)
    ? []
    : [`quotes “${typed}”, but ${at.cell} holds “${text}”`];
}

/** Long texts are quoted by their beginning. */
const isShortened = (quoted: string, text: string): boolean =>
  quoted.length >= 200 && quoted.endsWith('…') && text.startsWith(quoted.slice(0, -2));

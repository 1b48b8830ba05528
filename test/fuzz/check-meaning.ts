import type { Cell } from '../../shared/cells/cell.ts';
import type { ReadResult } from '../../shared/cells/read-result.ts';
import type { Judgement } from '../../shared/judge.ts';
import type { ProjectRecord } from '../../shared/records/record.ts';
import { ruleById } from '../../shared/rules/catalogue.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { leaves } from '../../templates/form.ts';
import type { CellChange, Mutation } from './mutation.ts';

/** A file that was read and judged. */
export interface Judged {
  readonly read: ReadResult;
  readonly judgement: Judgement;
}

/** What is wrong with a file whose meaning is known, beside the judgement of its source. */
export function meaningProblems(
  { meaning, source }: Mutation,
  judged: Judged,
  original: Judged,
): readonly string[] {
  if (meaning.kind === 'unknown') return [];
  const { read, judgement } = judged;
  if (!read.ok) return [`refused: ${JSON.stringify(read.refusal)}`];
  if (judgement.table === null) return [`no table found: ${JSON.stringify(judgement.findings)}`];
  if (meaning.kind === 'same') return sameProblems(judgement, original.judgement);
  const { change } = meaning;
  return [
    ...otherRowProblems(change, judgement, original.judgement),
    ...typedProblems(change, read),
    ...newFindingProblems(change, judgement, original.judgement),
    ...silenceProblems(change, source.form, judged, original.judgement),
  ];
}

function sameProblems(judgement: Judgement, original: Judgement): readonly string[] {
  const records = recordsOf(original);
  const read = recordsOf(judgement);
  const changed = records.findIndex((record, index) => !isSame(record, read[index]));
  if (changed !== -1) {
    return [
      `record ${changed + 1} reads ${JSON.stringify(read[changed])}, not ${JSON.stringify(records[changed])}`,
    ];
  }
  if (read.length !== records.length) return [`${read.length} records, not ${records.length}`];
  const errors = judgement.findings.filter(({ severity }) => severity === 'error');
  return errors.map(({ rule, at }) => `an error in the same table: ${rule} at ${at.cell}`);
}

const recordsOf = ({ recordSet }: Judgement): readonly ProjectRecord[] => recordSet?.records ?? [];

/** Figures and texts of a project; its number may move when a row before it is no project. */
function isSame(one: ProjectRecord | undefined, other: ProjectRecord | undefined): boolean {
  const told = (record: ProjectRecord | undefined): string =>
    JSON.stringify(
      record === undefined ? null : { ...record, number: 0, source: record.source.row },
    );
  return told(one) === told(other);
}

function otherRowProblems(
  { row }: CellChange,
  judgement: Judgement,
  original: Judgement,
): readonly string[] {
  const byRow = (records: readonly ProjectRecord[]) =>
    new Map(records.map((record) => [record.source.row, record]));
  const before = byRow(recordsOf(original));
  const after = byRow(recordsOf(judgement));
  const rows = new Set([...before.keys(), ...after.keys()]);
  rows.delete(row);
  return [...rows].flatMap((other) =>
    isSame(before.get(other), after.get(other))
      ? []
      : [
          `row ${other} changed: ${JSON.stringify(after.get(other))}, was ${JSON.stringify(before.get(other))}`,
        ],
  );
}

/** What is left of a text when nobody can see the difference; `_x0041_` is how Excel writes an A. */
const visible = (text: string): string =>
  text
    .replaceAll('_x0041_', 'A')
    .replace(/_(?:x[0-9A-F]{4}_?)+/gi, '')
    .replace(/[\p{C}\p{Z}\s\ufffd]/gu, '');

const TEXT_CELL_CHARACTERS = 32_767;

/** The cell holds the text that was typed into it. */
function typedProblems(
  { row, column, typed, textOnly }: CellChange,
  read: ReadResult,
): readonly string[] {
  if (!read.ok || typed.kind !== 'text' || typed.text.length > TEXT_CELL_CHARACTERS) return [];
  // A CSV quotes line breaks and quotes; what its reader makes of a bare quote is not told here.
  if (textOnly && typed.text.includes('"')) return [];
  const texts = read.sheets.map(({ rows }) => rows.get(row)?.get(column)?.text ?? '');
  return texts.some((text) => visible(text) === visible(typed.text))
    ? []
    : [
        `“${typed.text.slice(0, 60)}” was typed, “${texts.map((text) => text.slice(0, 60)).join('” “')}” read`,
      ];
}

/** A change in one cell is told in its row, and an unreadable figure in exactly that cell. */
function newFindingProblems(
  { row, column, field }: CellChange,
  judgement: Judgement,
  original: Judgement,
): readonly string[] {
  const key = ({ rule, at }: Finding): string => `${rule} ${at.cell}`;
  const old = new Set(original.findings.map(key));
  return judgement.findings
    .filter((finding) => !old.has(key(finding)))
    .flatMap(({ rule, at }) => {
      if (ruleById(rule)?.scope !== 'row') return [];
      if (at.row !== row) return [`${rule} at ${at.cell}, but row ${row} was changed`];
      const isElsewhere = rule === 'figure-readable' && at.field !== field;
      return isElsewhere ? [`${rule} at ${at.cell}, but column ${column} was changed`] : [];
    });
}

/** Written where there is nothing to state. */
const NOTHING = /^(?:[-—–－/\\.…·]*|无|暂无|不适用|N\/A|没有|不需要整改)$/iu;

/** What stands in a money or rate cell becomes a figure, or is told; a row that is gone is told. */
function silenceProblems(
  { row, column, field, typed, textOnly }: CellChange,
  form: Mutation['source']['form'],
  { read, judgement }: Judged,
  original: Judgement,
): readonly string[] {
  const record = recordsOf(judgement).find(({ source }) => source.row === row);
  if (record === undefined) {
    const told = judgement.findings.length > original.findings.length;
    return told ? [] : [`the project in row ${row} is gone without a word`];
  }
  const type = leaves(form.columns).find((leaf) => leaf.field === field)?.type;
  if (type !== 'money' && type !== 'rate') return [];
  const cell = read.ok ? cellAt(read, row, column) : undefined;
  if (cell === undefined) {
    // A date beyond the calendar is an empty field of a CSV.
    const isNothing = typed.kind === 'text' ? visible(typed.text) === '' : typed.kind === 'blank';
    return isNothing || textOnly
      ? []
      : [`${typed.kind} typed into ${field}, but the cell was read as blank`];
  }
  const figure = type === 'money' ? record.amounts[field] : record.rates[field];
  const isTold = judgement.findings.some(({ at }) => at.row === row && at.field === field);
  const isSettled = (figure ?? null) !== null || isTold || NOTHING.test(visible(cell.text));
  const hasNoBudget = type === 'rate' && record.amounts[form.rate.budget] === 0;
  return isSettled || hasNoBudget ? [] : [`“${cell.text}” in ${field} is neither read nor told`];
}

function cellAt(
  read: Extract<ReadResult, { ok: true }>,
  row: number,
  column: number,
): Cell | undefined {
  return read.sheets
    .map(({ rows }) => rows.get(row)?.get(column))
    .find((cell) => cell !== undefined);
}

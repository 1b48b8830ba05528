import { FORMS } from '../templates/forms.ts';
import { MAX_TABLE_CHARACTERS, MAX_TABLE_ROWS } from './cells/limits.ts';
import type { ReadResult, Refusal } from './cells/read-result.ts';
import { attachmentIn, type Period } from './period.ts';
import type { ProjectList } from './records/project-list.ts';
import type { RecordSet } from './records/record.ts';
import { toRecords } from './records/to-records.ts';
import { findTable } from './rows/find-table.ts';
import type { Table, TemplateIdentity } from './rows/row.ts';
import { findMark, isMark, isMarkedName } from './rules/find-mark.ts';
import type { Finding } from './rules/finding.ts';
import type { ClassificationMark, RuleContext } from './rules/rule.ts';
import { judgeFile, judgeTable } from './rules/run-rules.ts';
import { isNamed, type Register, type Unit } from './unit.ts';

/** What a file is judged against. */
export interface JudgeContext {
  /** Period and submitter as the key or the caller names them; null: take the sheet's own word. */
  readonly period: string | null;
  readonly submitter: string | null;
  readonly periods: readonly Period[];
  /** The file's name, which may bear a classification mark; nothing else is read from it. */
  readonly fileName?: string;
  /** The submitter's subtree or the whole register; null: rules about units are silent. */
  readonly register: Register | null;
  /** The submission's accepted revision before this one; null when there is none to compare with. */
  readonly previous: RecordSet | null;
  /** The submitter's accepted records of the year before; null when there are none. */
  readonly lastYear: RecordSet | null;
  /** The projects of the submitter's units in the period's list; null or left out where there is none. */
  readonly projectList?: ProjectList | null;
  /** The day it is judged for, `YYYY-MM-DD`; null: staged rules weigh what they did before. */
  readonly today: string | null;
  /** True when the report's fonts have the character; a line feed needs no glyph. */
  readonly canPrint: (codePoint: number) => boolean;
}

/** What became of a file. */
export interface Judgement {
  readonly table: Table | null;
  readonly period: string | null;
  readonly submitter: string | null;
  readonly findings: readonly Finding[];
  /** Present when a table was found; fit for publication only if no finding is an error. */
  readonly recordSet: RecordSet | null;
}

/** cells → rows → findings → records: the whole judgement of one file. Pure. */
export function judge(read: ReadResult, context: JudgeContext): Judgement {
  const named = markedByName(read, context);
  if (named !== null) {
    return withoutTable(judgeFile({ mark: named }, ruleContext(null, context)), context);
  }
  if (!read.ok) return withoutTable(judgeFile(read, ruleContext(null, context)), context);
  const mark = findMark(read.sheets, read.besideCells);
  if (mark !== null) return withoutTable(judgeFile({ mark }, ruleContext(null, context)), context);
  const result = findTable(read.sheets, FORMS);
  if (!result.found) return withoutTable(judgeFile(result, ruleContext(null, context)), context);
  const { table } = result;
  const refusal = tooLarge(table);
  if (refusal !== null) {
    return withoutTable(judgeFile({ refusal }, ruleContext(null, context)), context);
  }
  const rules = ruleContext(table, context);
  return {
    table,
    period: rules.periodId,
    submitter: rules.submitterCode,
    findings: judgeTable(table, { ...rules, form: table.form }),
    recordSet: recordSetOf(table, rules),
  };
}

/** A mark in the file's name, or in the one sheet that is known of a file that was not read. */
function markedByName(read: ReadResult, { fileName }: JudgeContext): ClassificationMark | null {
  const refusal = read.ok ? undefined : read.refusal;
  const sheet = refusal?.kind === 'too-heavy' ? (refusal.sheet ?? '') : '';
  const key =
    refusal?.kind === 'misfiled' ? refusal.key.slice(refusal.key.lastIndexOf('/') + 1) : '';
  const isMarked = isMark(sheet) || isMarkedName(key) || isMarkedName(fileName ?? '');
  return isMarked ? { sheet: null, at: null } : null;
}

/** Why a table is more than can be judged and printed; null when it is not. */
function tooLarge({ sheet, rows }: Table): Refusal | null {
  const surplus = rows[MAX_TABLE_ROWS];
  if (surplus !== undefined) {
    const cell = `A${surplus.number}`;
    return { kind: 'too-heavy', why: 'projects', limit: MAX_TABLE_ROWS, sheet, cell };
  }
  let characters = 0;
  for (const { entries, extraIndicators } of rows) {
    for (const { text } of Object.values(entries)) characters += text.length;
    for (const { title, target, actual } of extraIndicators) {
      // Without a title of its own it stands among the entries, too.
      if (title !== '') characters += target.length + actual.length;
    }
  }
  const limit = MAX_TABLE_CHARACTERS;
  return characters > limit ? { kind: 'too-heavy', why: 'text', limit, sheet } : null;
}

const withoutTable = (findings: readonly Finding[], context: JudgeContext): Judgement => ({
  table: null,
  period: context.period,
  submitter: context.submitter,
  findings,
  recordSet: null,
});

function ruleContext(table: Table | null, context: JudgeContext): RuleContext {
  const periodId = context.period ?? table?.titleYear ?? intactIdentity(table)?.period ?? null;
  const submitter = submitterOf(table, context);
  return {
    periodId,
    period: context.periods.find(({ id }) => id === periodId) ?? null,
    submitterCode: context.submitter ?? submitter?.code ?? null,
    submitter,
    register: context.register,
    previous: context.previous,
    lastYear: context.lastYear,
    projectList: context.projectList ?? null,
    today: context.today,
    canPrint: context.canPrint,
  };
}

/** By code where one was given, else by the name on the sheet, else as the template was made for. */
function submitterOf(table: Table | null, { register, submitter }: JudgeContext): Unit | null {
  const stated = table?.submitterName?.text;
  const code =
    submitter ?? (stated === undefined ? intactIdentity(table)?.submitter : null) ?? null;
  const isWanted = (unit: Unit): boolean =>
    code === null ? stated !== undefined && isNamed(unit, stated) : unit.code === code;
  return register?.find(isWanted) ?? null;
}

const intactIdentity = (table: Table | null): TemplateIdentity | null =>
  table?.identity?.intact === true ? table.identity : null;

function recordSetOf(table: Table, rules: RuleContext): RecordSet {
  const { submitter, submitterCode, period } = rules;
  return {
    form: table.form.id,
    period: rules.periodId ?? table.form.version,
    submitter: {
      code: submitterCode,
      name: submitter?.name ?? table.submitterName?.text ?? '',
    },
    ...(period?.title === undefined ? {} : { title: period.title }),
    attachment: attachmentIn(period, table.form),
    records: toRecords(table, rules.register),
  };
}

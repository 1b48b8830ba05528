import { type Leaf, leaves } from '../templates/form.ts';
import { formatPlain } from './money.ts';
import { plainNumber } from './rows/plain-number.ts';
import { readFigure } from './rows/read-figure.ts';
import type { Entry, NormalisationKind, Row, Table } from './rows/row.ts';
import { executionRateCorrect } from './rules/execution-rate-correct/rule.ts';
import { type Finding, isError } from './rules/finding.ts';

/**
 * Rules whose suggestion may be taken over unasked: the value follows from the row alone. Amounts,
 * serials, names and words such as 无 are never changed for a unit, and no hint is acted upon.
 */
const CORRECTABLE: ReadonlySet<string> = new Set([executionRateCorrect.id]);

/** One cell that was changed. */
export interface Change {
  /**
   * `rate`: a wrong rate was computed anew; `format`: the same figure, as a plain number; `own`: typed by
   * the unit, in the page.
   */
  readonly kind: 'rate' | 'format' | 'own';
  /** The project, as it stands in the unit's own table. */
  readonly row: Row;
  readonly field: string;
  /** What was typed, and what stands there now. */
  readonly before: string;
  readonly after: string;
}

/** A table with its certain mistakes mended, and every cell that was changed for it. */
export interface Correction {
  readonly table: Table;
  /** In reading order; empty when there is nothing to correct. */
  readonly changes: readonly Change[];
}

/** Puts right what is certain: rates in error, and figures that are no plain numbers. */
export function correctTable(table: Table, findings: readonly Finding[]): Correction {
  const columns = leaves(table.form.columns);
  const suggested = suggestionsByRow(findings, columns);
  const changes: Change[] = [];
  const rows = table.rows.map((row) => {
    const here = columns.flatMap((leaf) => changeOf(row, leaf, suggested.get(row.number)) ?? []);
    changes.push(...here.map(({ change }) => change));
    const entries = Object.fromEntries(here.map(({ change, entry }) => [change.field, entry]));
    return here.length === 0 ? row : { ...row, entries: { ...row.entries, ...entries } };
  });
  return { table: { ...table, rows }, changes };
}

/**
 * Row number → field → the value that certainly should stand there. Nothing follows from a row with an
 * amount in error, not even a rate.
 */
function suggestionsByRow(
  findings: readonly Finding[],
  columns: readonly Leaf[],
): ReadonlyMap<number, ReadonlyMap<string, string>> {
  const money = new Set(columns.filter(({ type }) => type === 'money').map(({ field }) => field));
  const errors = findings.filter(isError);
  const disputed = new Set(
    errors.filter(({ at }) => money.has(at.field ?? '')).map(({ at }) => at.row),
  );
  const rows = new Map<number, Map<string, string>>();
  for (const { rule, at, suggestion } of errors) {
    if (!CORRECTABLE.has(rule) || suggestion === undefined || disputed.has(at.row)) continue;
    if (at.row === null || at.field === null) continue;
    const fields = rows.get(at.row) ?? new Map<string, string>();
    rows.set(at.row, fields.set(at.field, suggestion));
  }
  return rows;
}

interface ChangedEntry {
  readonly change: Change;
  readonly entry: Entry;
}

function changeOf(
  row: Row,
  leaf: Leaf,
  suggested: ReadonlyMap<string, string> | undefined,
): ChangedEntry | undefined {
  const entry = row.entries[leaf.field];
  if (entry === undefined || (leaf.type !== 'money' && leaf.type !== 'rate')) return undefined;
  const suggestion = suggested?.get(leaf.field);
  const after = suggestion ?? plainText(entry);
  if (after === undefined || after === entry.text) return undefined;
  const kind = suggestion === undefined ? 'format' : 'rate';
  return {
    change: { kind, row, field: leaf.field, before: entry.text, after },
    entry: {
      at: entry.at,
      text: after,
      figure: readFigure({ at: entry.at, text: after }, leaf).figure,
    },
  };
}

/** Ways to write a figure that are put right; a number stored as a text is one already. */
const NOTATION: ReadonlySet<NormalisationKind> = new Set([
  'full-width-figure',
  'unit-in-cell',
  'converted-cell',
  'percent-sign-missing',
]);

/**
 * A figure typed as １，２３４．５０, ¥98, 350000元 or 92.34 for 92.34% as the plain number it was read as;
 * undefined where it is plain already.
 */
function plainText({ text, figure, normalised = [] }: Entry): string | undefined {
  if (!normalised.some((kind) => NOTATION.has(kind))) return undefined;
  if (figure?.kind === 'amount' && normalised.includes('converted-cell')) {
    return formatPlain(figure.amount.fen);
  }
  const { digits } = plainNumber(text);
  return normalised.includes('percent-sign-missing') ? `${digits}%` : digits;
}

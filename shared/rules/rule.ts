import type { FormDefinition, Leaf } from '../../templates/form.ts';
import type { CellAddress } from '../cells/cell.ts';
import type { Refusal } from '../cells/read-result.ts';
import type { Text } from '../locale.ts';
import type { Period } from '../period.ts';
import type { ProjectList } from '../records/project-list.ts';
import type { RecordSet } from '../records/record.ts';
import type { AddedIndicator, Entry, NoTable, Row, Table } from '../rows/row.ts';
import type { Severity } from '../severity.ts';
import type { Thresholds } from '../thresholds.ts';
import type { Register, Unit } from '../unit.ts';
import type { FindingAddress, Params } from './finding.ts';

/** Where a classification mark (密级标志) stands; nothing that is written in the file. */
export interface ClassificationMark {
  /**
   * Place of the sheet in the workbook, from 1: its name could hold the secret itself. Null when the
   * mark stands in no sheet: in the file's name, a header, a comment, a text box, the properties.
   */
  readonly sheet: number | null;
  /** Null when the mark stands in the sheet's name, or in no sheet. */
  readonly at: Pick<CellAddress, 'cell' | 'row' | 'column'> | null;
}

/**
 * A file without a table to judge: it was not read, no sheet holds a known header, or it bears a
 * classification mark and must not be judged at all.
 */
export type UnreadFile =
  | { readonly refusal: Refusal; readonly noTable?: never; readonly mark?: never }
  | { readonly noTable: NoTable; readonly refusal?: never; readonly mark?: never }
  | { readonly mark: ClassificationMark; readonly refusal?: never; readonly noTable?: never };

/** A filled text cell of a project. */
export interface TextCell {
  readonly row: Row;
  readonly leaf: Leaf;
  readonly entry: Entry;
}

/** What each scope hands to a rule's check. */
export interface Scopes {
  readonly file: UnreadFile;
  readonly table: Table;
  readonly row: Row;
  readonly cell: TextCell;
}

/** What a rule looks at: a file without a table, a whole table, one row, or one filled text cell. */
export type Scope = keyof Scopes;

/** Everything a rule may know besides what it looks at. */
export interface RuleContext {
  /** The year the file is for, by its key, the caller or the sheet; null when nobody says. */
  readonly periodId: string | null;
  /** Its definition; null when there is none. */
  readonly period: Period | null;
  /** Code of the submitter; null when nobody says. */
  readonly submitterCode: string | null;
  /** The submitter in the register; null without a register or when it is not in it. */
  readonly submitter: Unit | null;
  /** Null when no register is at hand: rules about units are then silent. */
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

/** The context of table and row rules, where the form is known. */
export interface TableContext extends RuleContext {
  readonly form: FormDefinition;
  /** Where the indicators that the unit added stand. */
  readonly addedIndicators: readonly AddedIndicator[];
  /** Where the lines are drawn: the usual ones, unless the form or the period says otherwise. */
  readonly thresholds: Thresholds;
}

/** A place where a rule does not hold. */
export interface Hit<P extends Params> {
  readonly at: FindingAddress;
  readonly params: P;
  /** What should stand in the cell, as it would be typed. */
  readonly suggestion?: string;
}

/** Findings of one rule and cause told in one line. */
export interface Merged<P extends Params> {
  /** How many findings there are: places, which may be several in one project. */
  readonly count: number;
  /** How many projects they stand in. */
  readonly projects: number;
  /** The serials of the projects, as ranges: `1–10、15–37`; empty when none has one. */
  readonly serials: string;
  /** Params of the first finding. */
  readonly first: P;
  /** Official title of the column when all stand in one, else empty. */
  readonly column: Text;
}

/** What each scope's check is told besides what it looks at. */
export interface ContextOf {
  readonly file: RuleContext;
  readonly table: TableContext;
  readonly row: TableContext;
  readonly cell: TableContext;
}

/** One rule of the catalogue: looks at one thing, says one thing. */
export interface Rule<S extends Scope = Scope, P extends Params = Params> {
  /** The thing and what must hold of it. */
  readonly id: string;
  /** Number in the settled rule set (domain §2.4), or F for a file that cannot be read at all. */
  readonly number: string;
  /** Weight unless the form or the period says otherwise. */
  readonly severity: Severity;
  readonly scope: S;
  /** The rule in one sentence. */
  readonly title: Text;
  /** What a finding says; methods, so that rules with params of their own fit one list. */
  readonly message: { zh(params: P): string; en(params: P): string };
  /** True for a matter to be signed off before publication (公开前签认), listed apart. */
  readonly gate?: true;
  /**
   * What sets apart findings of this rule that must not share a line, such as the column; one group
   * for the whole rule when absent.
   */
  cause?(params: P, at: FindingAddress): string;
  /** One line for three or more findings of one cause; made from their common message when absent. */
  readonly merged?: { zh(merged: Merged<P>): string; en(merged: Merged<P>): string };
  /** The thresholds it goes by. */
  readonly thresholds?: readonly (keyof Thresholds)[];
  /** True for a fault after which nothing else in its row can be judged: nothing else is told of it. */
  readonly coversRow?: true;
  /** Params as a check yields them, to show the message with; absent where it is made from none. */
  readonly example?: P;
  /** Pure; yields hits in reading order, nothing when all is well; never throws. */
  check(input: Scopes[S], context: ContextOf[S]): Iterable<Hit<P>>;
}

/** Checks a rule's definition and gives it back with its exact types. */
export const defineRule = <S extends Scope, P extends Params>(rule: Rule<S, P>): Rule<S, P> => rule;

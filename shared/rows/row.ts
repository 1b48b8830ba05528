import type { FormDefinition } from '../../templates/form.ts';
import type { CellAddress } from '../cells/cell.ts';
import type { Amount } from '../money.ts';
import type { Rate } from '../rate.ts';

/** Why a figure could not be read. */
export type FigureFault =
  | 'not-a-number'
  | 'too-large'
  | 'negative'
  | 'error-value'
  | 'no-stored-result'
  /** A cell formatted as a date: what was typed cannot be told any more. */
  | 'date';

/** What a money or rate cell holds. */
export type Figure =
  | { readonly kind: 'blank' }
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'rate'; readonly rate: Rate }
  | { readonly kind: 'fault'; readonly fault: FigureFault };

/**
 * A kind of change that reading makes to what was typed, so that it can be understood or compared.
 * None changes what a value says.
 */
export type NormalisationKind =
  /** Zero-width, control and direction characters, `_x000D_`. */
  | 'invisible-characters'
  /** Non-breaking spaces and tabs. */
  | 'odd-spaces'
  /** Spaces beside Chinese punctuation, as copying from a PDF leaves them. */
  | 'spaces-beside-punctuation'
  /** １２．５ for 12.5. */
  | 'full-width-figure'
  /** A figure stored as a text. */
  | 'text-figure'
  /** 35万元, ¥35: with its unit in the cell, the table's own. */
  | 'unit-in-cell'
  /** 350000元 in a table in 万元. */
  | 'converted-cell'
  /** An amount of a table whose unit line says 元, 千元, 亿元. */
  | 'converted-table'
  /** A rate of 92 that the amounts show to mean 92%. */
  | 'percent-sign-missing';

/** A value of a row with the address it was typed at; blank cells have an address too. */
export interface Entry {
  readonly at: CellAddress;
  /** As typed, cleaned of invisible characters; empty when blank. */
  readonly text: string;
  /** Present in money and rate columns. */
  readonly figure?: Figure;
  /** What reading changed; absent when nothing. */
  readonly normalised?: readonly NormalisationKind[];
}

/** An indicator the unit added in a `……` column. */
export interface ExtraIndicator {
  /** Field of the `……` column it stands in. */
  readonly field: string;
  /** Empty when the unit wrote one text into the `……` cell itself; it is then the target. */
  readonly title: string;
  readonly target: string;
  readonly actual: string;
}

/** Where an indicator that the unit added stands in its sheet: the letters of its columns. */
export interface AddedIndicator {
  /** Field of the `……` column it stands under. */
  readonly field: string;
  readonly title: string;
  readonly target: string;
  /** Null where the unit made one column for the whole indicator. */
  readonly actual: string | null;
}

/** One project of the table. */
export interface Row {
  /** The sheet's own row number. */
  readonly number: number;
  /** Field of the form → what stands there. */
  readonly entries: Readonly<Record<string, Entry>>;
  readonly extraIndicators: readonly ExtraIndicator[];
  /** What stands in the column 项目编码 beside the form's own; absent without one. */
  readonly projectCode?: string;
}

/** A line below the header that is no project. */
export interface LeftOutRow {
  /**
   * A sum of projects, a note or signature, a serial with nothing beside it, more lines of the project
   * above it.
   */
  readonly kind: 'sum' | 'note' | 'numbered' | 'continuation';
  readonly row: Row;
}

/** Text found around the table, with its address. */
export interface Labelled {
  readonly text: string;
  readonly at: CellAddress;
}

/** Who filled in, checked or answers for the table: private, never printed or published. */
export interface Contact extends Labelled {
  /** As typed before the colon: 填表人, 审核人, 负责人, 联系电话. */
  readonly role: string;
}

/** A serial, name or figure that is merged over several projects. */
export interface MergedOverProjects {
  /** Field of the form. */
  readonly field: string;
  /** The first cell, which alone holds the value. */
  readonly at: CellAddress;
  /** Row numbers of the projects it is merged over. */
  readonly rows: readonly number[];
}

/** A column whose title resembles an official one, or repeats it. */
export interface OddColumn extends Labelled {
  /** The column of the form that is meant, or that another column is already. */
  readonly field: string;
}

/** A second table with projects in the workbook: it is not read. */
export interface OtherTable {
  /** First cell of its header. */
  readonly at: CellAddress;
  /** How many projects it holds. */
  readonly rows: number;
  readonly form: FormDefinition;
  /** Year in its own title; null where it has none. */
  readonly titleYear: string | null;
}

/** A kind of change that reading made to what was typed, told to the unit once with its count. */
export interface Normalisation {
  readonly kind: NormalisationKind;
  readonly count: number;
  /** The first cell it was made in. */
  readonly at: CellAddress;
}

/** What the hidden sheet of a template of ours says of the file. */
export interface TemplateIdentity {
  readonly form: string;
  readonly version: string;
  readonly period: string | null;
  /** Code of the submitter it was made for. */
  readonly submitter: string | null;
  /** False when the hidden sheet was changed by hand. */
  readonly intact: boolean;
}

/** What a unit wrote under 单位说明 in the issue list of its feedback workbook. */
export interface Explanation extends Labelled {
  readonly rule: string;
  /** Rule and cause, as in a finding; what was written of several projects holds for its group. */
  readonly group: string;
  readonly serial: string | null;
  readonly project: string | null;
  /** Field of the form; null for the whole row or table. */
  readonly field: string | null;
}

/** A table of a known form, found in a workbook. */
export interface Table {
  readonly form: FormDefinition;
  readonly sheet: string;
  readonly title: Labelled | null;
  /** Year in the title, e.g. 2021. */
  readonly titleYear: string | null;
  /** Name after 部门名称（盖章）：. */
  readonly submitterName: Labelled | null;
  /** Unit of the amounts after 单位：, as typed. */
  readonly amountUnit: Labelled | null;
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOutRow[];
  /** Indicators of the unit's own with columns of their own, from left to right. */
  readonly addedIndicators: readonly AddedIndicator[];
  /** Filled columns that the form does not have, so that nothing of them is kept; text empty without title. */
  readonly unknownColumns: readonly Labelled[];
  /** Fields of the form that have no column here; none of them is required. */
  readonly missingColumns: readonly string[];
  /** Filled columns whose title resembles that of a missing one: not read, since nothing is guessed. */
  readonly misnamedColumns: readonly OddColumn[];
  /** Filled columns that repeat the title of one further left; only that one is read. */
  readonly repeatedColumns: readonly OddColumn[];
  readonly mergedOverProjects: readonly MergedOverProjects[];
  /** Every other table with projects on a visible sheet, the one read excepted. */
  readonly otherTables: readonly OtherTable[];
  /** Hidden sheets that hold something; they are not read. */
  readonly hiddenSheets: readonly string[];
  /** Row numbers of the projects that stand in hidden rows. */
  readonly hiddenRows: readonly number[];
  readonly contacts: readonly Contact[];
  readonly normalised: readonly Normalisation[];
  /** Null for a file that is not made from one of our templates. */
  readonly identity: TemplateIdentity | null;
  readonly explanations: readonly Explanation[];
}

/** A header text beside the official one that it resembles. */
export interface MisspeltTitle extends Labelled {
  readonly expected: string;
}

/** No sheet holds a known header; `nearest` is the form that came closest. */
export interface NoTable {
  readonly nearest: {
    readonly form: string;
    readonly sheet: string;
    readonly matched: number;
    readonly of: number;
    /** Header texts that resemble a missing one, in reading order. */
    readonly misspelt: readonly MisspeltTitle[];
    /** Official titles that nothing resembles, in the form's order. */
    readonly missing: readonly string[];
    /** First cell of what was taken for the header. */
    readonly at: CellAddress;
  } | null;
  /** A hidden sheet that holds a whole header; hidden sheets are not read. */
  readonly hiddenSheet: string | null;
}

/** What the search for a table came to: the table, or what was missing. A value, never a throw. */
export type TableResult =
  | { readonly found: true; readonly table: Table }
  | { readonly found: false; readonly noTable: NoTable };

import { readFileSync } from 'node:fs';
import { read, type WorkBook } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { OFFICIAL_SHEET } from '../../shared/sheets/official-table.ts';
import { type FormDefinition, headerDepth, leaves } from '../../templates/form.ts';
import { longgang2020 } from '../../templates/longgang-2020/form.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { type WrittenFormat, writtenAs } from '../formats/written-as.ts';

/** A sample workbook that is mutated. */
export interface Source {
  readonly period: string;
  readonly submitter: string;
  readonly form: FormDefinition;
  readonly sheet: string;
  readonly bytes: Uint8Array;
  /** Entry of the package → its bytes; the styles end with those of `EXTRA_FORMATS`. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Style index of the first of `EXTRA_FORMATS`. */
  readonly extraStyles: number;
  /** The same workbook as the vendor's model, from which other formats are written. */
  readonly workbook: WorkBook;
  /** Numbers of the rows that hold projects. */
  readonly rows: { readonly first: number; readonly last: number };
  /** Fields in the order of their columns, from A on. */
  readonly fields: readonly string[];
}

/** Number formats a mutated cell may be shown in; Excel's own numbers. */
export const EXTRA_FORMATS = [0, 2, 4, 9, 10, 11, 14, 17, 22, 46, 49] as const;

/** What those numbers stand for. */
export const FORMAT_CODES: Readonly<Record<(typeof EXTRA_FORMATS)[number], string>> = {
  0: 'General',
  2: '0.00',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'm/d/yy',
  17: 'mmm-yy',
  22: 'm/d/yy h:mm',
  46: '[h]:mm:ss',
  49: '@',
};

export const STYLES = 'xl/styles.xml';
export const STRINGS = 'xl/sharedStrings.xml';
export const SHEET = 'xl/worksheets/sheet1.xml';
export const WORKBOOK = 'xl/workbook.xml';

/** The text of a part. */
export const partText = (parts: ReadonlyMap<string, Uint8Array>, name: string): string =>
  strFromU8(parts.get(name) ?? new Uint8Array());

/** The two tables that no rule calls wrong: every error in a mutation of theirs comes from it. */
export const SOURCES: readonly Source[] = [
  source('2021', 'LG-FGJ', longgang2021, '2021年度部门预算项目绩效自评表.xlsx'),
  source('2020', 'LG-GXJ', longgang2020, '2020年部门预算项目绩效自评表（更正）.xlsx'),
];

const written = new Map<string, Uint8Array>();

/** A source in another format, written once; null for its own bytes. */
export function sourceIn(source: Source, format: WrittenFormat | null): Uint8Array {
  if (format === null) return source.bytes;
  const key = `${source.period} ${format}`;
  const bytes = written.get(key) ?? writtenAs(source.workbook, format);
  written.set(key, bytes);
  return bytes;
}

function source(period: string, submitter: string, form: FormDefinition, file: string): Source {
  const path = `../../templates/samples/${period}/${submitter}/${file}`;
  const bytes = new Uint8Array(readFileSync(new URL(path, import.meta.url)));
  const parts = new Map(Object.entries(unzipSync(bytes)));
  const { styles, first } = withExtraStyles(partText(parts, STYLES));
  parts.set(STYLES, strToU8(styles));
  const header = partText(parts, SHEET);
  const last = Number(/<dimension ref="A1:[A-Z]+(\d+)"/.exec(header)?.[1]);
  // An attachment mark where the form has one, the title, the line of submitter and unit.
  const above = form.attachment === null ? 2 : 3;
  return {
    period,
    submitter,
    form,
    sheet: OFFICIAL_SHEET,
    bytes,
    parts,
    extraStyles: first,
    workbook: read(bytes, { cellNF: true }),
    rows: { first: above + headerDepth(form.columns) + 1, last },
    fields: leaves(form.columns).map(({ field }) => field),
  };
}

/** Adds a style for each of `EXTRA_FORMATS`. */
function withExtraStyles(xml: string): { readonly styles: string; readonly first: number } {
  const count = Number(/<cellXfs count="(\d+)"/.exec(xml)?.[1]);
  const added = EXTRA_FORMATS.map(
    (id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>`,
  ).join('');
  const styles = xml
    .replace(/<cellXfs count="\d+"/, `<cellXfs count="${count + EXTRA_FORMATS.length}"`)
    .replace('</cellXfs>', `${added}</cellXfs>`);
  return { styles, first: count };
}

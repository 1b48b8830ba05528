import type { CellObject, WorkBook } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { columnLetter } from '../../shared/cells/cell.ts';
import { WRITTEN_FORMATS, type WrittenFormat, writtenAs } from '../formats/written-as.ts';
import type { Random } from '../simulation/random.ts';
import type { CellChange, Mutation } from './mutation.ts';
import {
  EXTRA_FORMATS,
  FORMAT_CODES,
  partText,
  SHEET,
  SOURCES,
  type Source,
  STRINGS,
} from './sources.ts';
import { type Typed, typedBy } from './typed.ts';

/** Numbers of the vendor's errors. */
const ERROR_NUMBERS: Readonly<Record<string, number>> = {
  '#NULL!': 0,
  '#DIV/0!': 7,
  '#VALUE!': 15,
  '#REF!': 23,
  '#NAME?': 29,
  '#NUM!': 36,
  '#N/A': 42,
};

/** One cell of a project typed over, in .xlsx by hand or in another format by the vendor. */
export function mutateValue(random: Random): Mutation {
  const source = random.pick(SOURCES);
  const row = source.rows.first + random.below(source.rows.last - source.rows.first + 1);
  // Most of them into the columns of serial, names and figures.
  const column = 1 + random.below(random.chance(0.6) ? 12 : source.fields.length);
  const typed = typedBy(random);
  const format = random.chance(0.55) ? null : random.pick(WRITTEN_FORMATS);
  return mutateCell(source, { row, column, typed }, format, random);
}

/** A source with one cell typed over; as it is where the format cannot hold what is typed. */
export function mutateCell(
  source: Source,
  { row, column, typed }: Pick<CellChange, 'row' | 'column' | 'typed'>,
  format: WrittenFormat | null,
  random: Random,
): Mutation {
  const field = source.fields[column - 1] ?? '';
  const textOnly = /csv|tsv/.test(format ?? '');
  const cell = `${columnLetter(column)}${row}`;
  const story = [
    `${source.period}: types ${shortened(typed)} into ${cell} (${field}), ${format ?? 'xlsx by hand'}`,
  ];
  const bytes =
    format === null
      ? typedIntoXml(source, cell, typed, random)
      : typedIntoModel(source, cell, typed, format);
  if (bytes === undefined) {
    const meaning = { kind: 'same' } as const;
    return { source, format: null, bytes: source.bytes, meaning, story: [...story, 'not written'] };
  }
  const change: CellChange = { row, column, field, typed, textOnly };
  return { source, format, bytes, meaning: { kind: 'one-cell', change }, story };
}

const SHOWN = 80;

const shortened = (typed: Typed): string => {
  const text = JSON.stringify(typed, (_, value: unknown) =>
    typeof value === 'number' && (Object.is(value, -0) || !Number.isSafeInteger(value))
      ? String(value)
      : value,
  );
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length})` : text;
};

/** The sample's own sheet with the cell's element replaced. */
function typedIntoXml(source: Source, cell: string, typed: Typed, random: Random): Uint8Array {
  const sheet = partText(source.parts, SHEET);
  const old = new RegExp(`<c r="${cell}"([^>]*?)(?:/>|>.*?</c>)`);
  const style = / s="\d+"/.exec(old.exec(sheet)?.[1] ?? '')?.[0] ?? '';
  const parts: Record<string, Uint8Array> = Object.fromEntries(source.parts);
  const put = (attributes: string, content: string): void => {
    const element = `<c r="${cell}"${attributes}>${content}</c>`;
    parts[SHEET] = strToU8(sheet.replace(old, () => element));
  };
  if (typed.kind === 'blank') put(style, '');
  else if (typed.kind === 'error') put(`${style} t="e"`, `<v>${typed.code}</v>`);
  else if (typed.kind === 'boolean') put(`${style} t="b"`, `<v>${Number(typed.value)}</v>`);
  else if (typed.kind === 'formula') {
    const result = typed.result === undefined ? '' : `<v>${numberText(typed.result)}</v>`;
    put(style, `<f>${typed.formula}</f>${result}`);
  } else if (typed.kind === 'number') {
    const shown = source.extraStyles + EXTRA_FORMATS.indexOf(typed.format);
    put(` s="${shown}"`, `<v>${numberText(typed.number)}</v>`);
  } else {
    const text = `<t xml:space="preserve">${escaped(typed.text)}</t>`;
    const way = random.below(3);
    if (way === 0) put(`${style} t="inlineStr"`, `<is>${text}</is>`);
    else if (way === 1) put(`${style} t="str"`, `<v>${escaped(typed.text)}</v>`);
    else {
      const strings = partText(source.parts, STRINGS);
      const count = strings.match(/<si>/g)?.length ?? 0;
      parts[STRINGS] = strToU8(strings.replace('</sst>', () => `<si>${text}</si></sst>`));
      put(`${style} t="s"`, `<v>${count}</v>`);
    }
  }
  return zipSync(parts, { level: 1 });
}

/** As Excel writes it: 17 digits, and -0 as it is. */
const numberText = (number: number): string => (Object.is(number, -0) ? '-0' : String(number));

/** As Excel writes it: what is no character of XML as `_x0001_`, and such a text with its own escape. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/_(?=x[0-9A-F]{4}_)/gi, (underscore) =>
      text.includes('_x000D_') ? underscore : '_x005F_',
    )
    .replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    });

/** Undefined where the vendor cannot write the value into the format. */
function typedIntoModel(
  source: Source,
  cell: string,
  typed: Typed,
  format: WrittenFormat,
): Uint8Array | undefined {
  const { workbook, sheet } = source;
  if (!canBeWritten(typed, format)) return undefined;
  const cells = { ...workbook.Sheets[sheet] };
  const object = modelCell(typed);
  if (object === undefined) delete cells[cell];
  else cells[cell] = object;
  const changed: WorkBook = { ...workbook, Sheets: { ...workbook.Sheets, [sheet]: cells } };
  try {
    return writtenAs(changed, format);
  } catch {
    // The vendor refuses some texts in some formats.
    return undefined;
  }
}

/** The most that a cell of a binary workbook holds. */
const MOST_CHARACTERS = 32_767;

/** False for what a format cannot hold, or the vendor does not write into it. */
function canBeWritten(typed: Typed, format: WrittenFormat): boolean {
  if (format === 'ods') return typed.kind !== 'error';
  if (!/^xlsb?$/.test(format)) return true;
  // The vendor does not come back from texts that are too long for a cell.
  if (typed.kind === 'text') return typed.text.length <= MOST_CHARACTERS;
  return typed.kind !== 'formula' || typed.result !== undefined;
}

function modelCell(typed: Typed): CellObject | undefined {
  switch (typed.kind) {
    case 'blank':
      return undefined;
    case 'text':
      return { t: 's', v: typed.text };
    case 'number':
      return { t: 'n', v: typed.number, z: FORMAT_CODES[typed.format] };
    case 'boolean':
      return { t: 'b', v: typed.value };
    case 'error':
      return { t: 'e', v: ERROR_NUMBERS[typed.code] ?? 0, w: typed.code };
    case 'formula':
      return {
        t: 'n',
        f: typed.formula,
        ...(typed.result === undefined ? {} : { v: typed.result }),
      };
  }
}

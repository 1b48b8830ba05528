import type { FormDefinition } from '../../templates/form.ts';
import type { Sheet } from '../cells/cell.ts';
import { formTitles } from './form-titles.ts';
import { bareTitle, LONGEST_TITLE } from './header-text.ts';

/** Rows of a sheet, counted from 1, both ends included. */
export interface RowRange {
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Neighbouring rows of a sheet that may be, or hold, a header. */
export interface HeaderBlock extends RowRange {
  readonly sheet: Sheet;
}

/** Different header texts that must meet in one row before it is looked at closely. */
const MIN_TITLES = 4;

/** The official header has three rows; one with more than this was not made by a unit. */
const MAX_HEADER_ROWS = 8;

/** Cells of a row after which, without a single header text, it is not looked at further. */
const CELLS_WITHOUT_TITLE = 40;

/** Knows header texts of some forms at a glance. */
export interface Vocabulary {
  readonly has: (text: string) => boolean;
}

/** Header texts and how they begin. */
interface Words {
  readonly texts: ReadonlySet<string>;
  readonly firsts: ReadonlySet<number>;
  readonly beginnings: ReadonlySet<string>;
}

const known = new WeakMap<readonly FormDefinition[], Words>();

function wordsOf(forms: readonly FormDefinition[]): Words {
  const before = known.get(forms);
  if (before !== undefined) return before;
  const texts = new Set<string>();
  const firsts = new Set<number>();
  const beginnings = new Set<string>();
  for (const text of forms.flatMap((form) => [...formTitles(form).texts])) {
    texts.add(text);
    firsts.add(text.charCodeAt(0));
    beginnings.add(text.slice(0, 2));
  }
  const words = { texts, firsts, beginnings };
  known.set(forms, words);
  return words;
}

/** The header texts of the forms, told from what stands in data rows without normalising it all. */
export function vocabularyOf(forms: readonly FormDefinition[]): Vocabulary {
  const { texts, firsts, beginnings } = wordsOf(forms);
  const seen = new Map<string, boolean>();
  return {
    has(text) {
      if (text.length > LONGEST_TITLE) return false;
      const mayBegin = firsts.has(text.charCodeAt(0))
        ? text.length < 2 || SPACE.test(text.charAt(1)) || beginnings.has(text.slice(0, 2))
        : BEFORE_A_TITLE.test(text);
      if (!mayBegin) return false;
      const before = seen.get(text);
      if (before !== undefined) return before;
      const isTitle = texts.has(bareTitle(text));
      if (seen.size < MOST_SEEN) seen.set(text, isTitle);
      return isTitle;
    },
  };
}

const SPACE = /\s/;
const MOST_SEEN = 2_000;

/** Stars, brackets and numbering that may stand before a title, never before a plain number. */
const BEFORE_A_TITLE = /^(?:[*＊★☆●◆#（([【〔]|\d{1,2}[.、．]\D|[一二三四五六七八九十]{1,3}、)/;

/**
 * The runs of rows that look like a header, from the top: rows made mostly of header texts, at least
 * one of them rich in these. A row in between that is blank or says something else does not end a run.
 */
export function headerBlocks(sheet: Sheet, vocabulary: Vocabulary): readonly HeaderBlock[] {
  const rows = titleRows(sheet, vocabulary);
  const blocks: HeaderBlock[] = [];
  let run: TitleRow[] = [];
  const close = (): void => {
    const rich = run.some(({ titles }) => titles >= MIN_TITLES);
    const [first, last] = [run[0], run.at(-1)];
    if (rich && first && last) blocks.push({ sheet, firstRow: first.row, lastRow: last.row });
    run = [];
  };
  for (const row of rows) {
    const [first, last] = [run[0], run.at(-1)];
    const isNext = last !== undefined && row.row - last.row <= 2;
    const isFull = first !== undefined && row.row - first.row >= MAX_HEADER_ROWS;
    if (!isNext || isFull) close();
    run.push(row);
  }
  close();
  return blocks;
}

interface TitleRow {
  readonly row: number;
  /** Different header texts in it. */
  readonly titles: number;
}

function titleRows(sheet: Sheet, vocabulary: Vocabulary): readonly TitleRow[] {
  const found: TitleRow[] = [];
  for (const [row, cells] of sheet.rows) {
    let [filled, known] = [0, 0];
    let titles: Set<string> | undefined;
    for (const { text, number } of cells.values()) {
      filled += 1;
      if (number === undefined && vocabulary.has(text)) {
        known += 1;
        titles ??= new Set();
        titles.add(text);
      } else if (known === 0 && filled >= CELLS_WITHOUT_TITLE) break;
    }
    const different = titles?.size ?? 0;
    if (different >= MIN_TITLES || (known > 0 && known * 2 >= filled)) {
      found.push({ row, titles: different });
    }
  }
  return found.sort((a, b) => a.row - b.row);
}

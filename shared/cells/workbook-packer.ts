import { cleanedText, cleanText } from './clean-text.ts';
import type { ReadLimits } from './limits.ts';
import { MARK, type PackedResult, type PackedSheet } from './packed-sheets.ts';
import { damaged, tooHeavy } from './refused.ts';
import { SheetPacker } from './sheet-packer.ts';

/** A number whose text needs a format that only the vendor knows. */
export interface OddFormat {
  /** Index of its text in the workbook. */
  readonly text: number;
  readonly value: number;
  readonly code: string;
}

/** Texts looked out for again: long ones and rare ones are not worth the looking. */
const REPEATED_CHARACTERS = 500;
const REPEATED_TEXTS = 20_000;

/** 机密, 秘密, 严禁外传: what a classification mark is written with. Lines that are longer only talk of it. */
const MAY_BE_MARK = /[密传泄散]/;
const LONGEST_MARK = 200;
const MOST_MARKS = 100;

/** Excel's names have 31 characters; each finding carries that of its sheet. */
const SHEET_NAME_CHARACTERS = 100;

/** A sheet's name on one line, of a length that a finding can carry. */
const shortName = (typed: string, number: number): string =>
  cleanText(typed).replaceAll('\n', ' ').slice(0, SHEET_NAME_CHARACTERS).toWellFormed() ||
  `Sheet${number}`;

/** Collects what a reader finds in a workbook, and refuses it as soon as a limit is passed. */
export class WorkbookPacker {
  readonly limits: ReadLimits;
  readonly texts: string[] = [''];
  private readonly odd: OddFormat[] = [];
  private readonly known = new Map<string, number>();
  /** Days are counted from 1904, as old Macs did. */
  date1904 = false;
  private readonly sheets: PackedSheet[] = [];
  private readonly besideCells: string[] = [];
  private cells = 0;
  private characters = 0;

  constructor(limits: ReadLimits) {
    this.limits = limits;
  }

  /** Keeps a text, cleaned and within bounds; its index, with the marks of what was cleaned. */
  keepText(typed: string): { readonly index: number; readonly marks: number } {
    const { text, cleaned } = cleanedText(typed);
    if (text === '') return { index: 0, marks: 0 };
    if (text.length > this.limits.cellCharacters) {
      throw tooHeavy('cell-text', this.limits.cellCharacters);
    }
    let marks = 0;
    if (cleaned.includes('invisible-characters')) marks |= MARK.invisibleCharacters;
    if (cleaned.includes('odd-spaces')) marks |= MARK.oddSpaces;
    return { index: this.keepShort(text), marks };
  }

  /** Keeps a text that is clean as it is; one that comes again is kept once. */
  keepShort(text: string): number {
    const before = this.known.get(text);
    if (before !== undefined) return before;
    const index = this.texts.push(text) - 1;
    if (text.length <= REPEATED_CHARACTERS && this.known.size < REPEATED_TEXTS) {
      this.known.set(text, index);
    }
    return index;
  }

  /** Keeps a line that stands beside the cells, if it may be a classification mark. */
  keepBesideCells(line: string): void {
    if (line.length > LONGEST_MARK || this.besideCells.length >= MOST_MARKS) return;
    if (MAY_BE_MARK.test(line)) this.besideCells.push(cleanText(line));
  }

  /** Numbers that still lack their text. */
  get oddFormats(): readonly OddFormat[] {
    return this.odd;
  }

  /** Keeps room for the text of a number that the vendor is to be asked about; its index. */
  keepOddFormat(value: number, code: string): number {
    if (this.odd.length >= this.limits.oddFormats) throw tooHeavy('time', this.limits.oddFormats);
    const text = this.texts.push('') - 1;
    this.odd.push({ text, value, code });
    return text;
  }

  /** Counts a cell and its text, a shared one as often as it is shown: whoever looks at it reads it anew. */
  countCell(text: number): number {
    this.characters += this.texts[text]?.length ?? 0;
    if (this.characters > this.limits.textCharacters) {
      throw tooHeavy('text', this.limits.textCharacters);
    }
    this.cells += 1;
    return this.cells;
  }

  startSheet(name: string, hidden: boolean): SheetPacker {
    if (this.sheets.length >= this.limits.sheets) throw tooHeavy('sheets', this.limits.sheets);
    return new SheetPacker(this, shortName(name, this.sheets.length + 1), hidden);
  }

  endSheet(sheet: SheetPacker): void {
    this.sheets.push(sheet.packed());
  }

  packed(): PackedResult {
    if (this.sheets.length === 0) throw damaged('broken');
    const { texts, sheets, besideCells } = this;
    return { ok: true, texts, sheets, ...(besideCells.length === 0 ? {} : { besideCells }) };
  }
}

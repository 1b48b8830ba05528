import type { ReadLimits } from '../limits.ts';
import { damaged, tooHeavy } from '../refused.ts';
import type { WorkbookPacker } from '../workbook-packer.ts';
import { XmlScanner } from '../xml/xml-scanner.ts';
import { readStringItem } from './string-item.ts';

/** A text kept by the packer: where, and what was cleaned out of it. */
type Kept = ReturnType<WorkbookPacker['keepText']>;

/** The texts that cells share, cleaned when a cell first shows them. */
export class SharedStrings {
  private readonly typed: readonly string[];
  private readonly kept: Kept[] = [];
  private readonly packer: WorkbookPacker;

  constructor(part: Uint8Array | undefined, packer: WorkbookPacker) {
    this.typed = part === undefined ? [] : readSharedStrings(part, packer.limits);
    this.packer = packer;
  }

  /** The text of a number; a cell that names one there is not was written by no spreadsheet program. */
  at(index: number): Kept {
    const kept = this.kept[index];
    if (kept !== undefined) return kept;
    const typed = this.typed[index];
    if (typed === undefined) throw damaged('broken');
    const fresh = this.packer.keepText(typed);
    this.kept[index] = fresh;
    return fresh;
  }
}

function readSharedStrings(part: Uint8Array, limits: ReadLimits): readonly string[] {
  const texts: string[] = [];
  let characters = 0;
  const scanner = new XmlScanner(part, limits.cellCharacters);
  while (scanner.next()) {
    if (!scanner.opens || !scanner.is('si')) continue;
    if (texts.length >= limits.sharedStrings) {
      throw tooHeavy('shared-strings', limits.sharedStrings);
    }
    const text = readStringItem(scanner, 'si');
    characters += text.length;
    if (characters > limits.textCharacters) throw tooHeavy('text', limits.textCharacters);
    texts.push(text);
  }
  return texts;
}

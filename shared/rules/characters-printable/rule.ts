import { leaves } from '../../../templates/form.ts';
import { addedColumn, type IndicatorPart } from '../../rows/added-column.ts';
import type { Row } from '../../rows/row.ts';
import { inOwnColumn, inRow } from '../address.ts';
import type { FindingAddress } from '../finding.ts';
import { defineRule, type TableContext } from '../rule.ts';

/** Characters named in one message; more would be a wall of text. */
const NAMED_CHARACTERS = 10;

const withCode = (character: string): string =>
  `${character}（U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}）`;

/** Looks at code points where they stand: nearly every text is printable and need not be taken apart. */
function isPrintable(text: string, canPrint: (codePoint: number) => boolean): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (!canPrint(codePoint)) return false;
    if (codePoint > 0xffff) index += 1;
  }
  return true;
}

/** True of nearly every row: nothing is put together for it. */
const isRowPrintable = (
  { entries, extraIndicators }: Row,
  canPrint: (codePoint: number) => boolean,
): boolean =>
  Object.values(entries).every(({ text }) => isPrintable(text, canPrint)) &&
  extraIndicators.every(({ title, target, actual }) =>
    isPrintable(title + target + actual, canPrint),
  );

/** A text that is printed, and where it was typed. */
interface PrintedText {
  readonly at: FindingAddress;
  readonly text: string;
}

/** What is printed of a row, cell by cell: from the form's columns, and from those the unit added. */
function* printedTexts(row: Row, { form, addedIndicators }: TableContext): Iterable<PrintedText> {
  for (const { field } of leaves(form.columns)) {
    const text = row.entries[field]?.text ?? '';
    if (text !== '') yield { at: inRow(row, field), text };
  }
  for (const indicator of row.extraIndicators) {
    const { field, title, target, actual } = indicator;
    const at = (part: IndicatorPart): FindingAddress => {
      const column = addedColumn(addedIndicators, indicator, part);
      if (column !== null) return inOwnColumn(row, field, column);
      // A sheet may have indicators of the unit's own, and no column …… that they are printed in.
      return inRow(row, row.entries[field] === undefined ? 'projectName' : field);
    };
    const isOwnCell = title === '' && actual === '' && target === row.entries[field]?.text;
    if (!isOwnCell) yield { at: at('target'), text: title + target };
    yield { at: at('actual'), text: actual };
  }
}

/** The printed texts with those of one cell together, so that a cell is told once. */
function textsByCell(row: Row, context: TableContext): readonly PrintedText[] {
  const texts = new Map<string, PrintedText>();
  for (const { at, text } of printedTexts(row, context)) {
    const key = `${at.cell} ${at.field}`;
    texts.set(key, { at, text: (texts.get(key)?.text ?? '') + text });
  }
  return [...texts.values()];
}

/** Every character has a glyph in the report's fonts, so that none prints as an empty box. */
export const charactersPrintable = defineRule({
  id: 'characters-printable',
  number: 'E2',
  severity: 'error',
  scope: 'row',
  title: { zh: '所有字符都能印出', en: 'Every character can be printed' },
  message: {
    zh: ({ characters }: { characters: string }) =>
      `这些字符字库里没有，印不出来：${characters}。请换成通用汉字或符号（如 √ □），或用文字说明。`,
    en: ({ characters }) => `These characters have no glyph: ${characters}. Please replace them.`,
  },
  cause: ({ characters }) => characters,
  example: { characters: '（U+E000）' },
  *check(row, context) {
    const { canPrint } = context;
    if (isRowPrintable(row, canPrint)) return;
    for (const { at, text } of textsByCell(row, context)) {
      if (isPrintable(text, canPrint)) continue;
      const missing = new Set([...text].filter((one) => !canPrint(one.codePointAt(0) ?? 0)));
      const named = [...missing].slice(0, NAMED_CHARACTERS).map(withCode).join('、');
      const characters = missing.size > NAMED_CHARACTERS ? `${named} 等 ${missing.size} 个` : named;
      yield { at, params: { characters } };
    }
  },
});

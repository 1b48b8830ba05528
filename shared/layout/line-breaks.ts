/** Not at the start of a line: ECMA-376's list for Simplified Chinese (noLineBreaksBefore). */
export const NO_START =
  '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠';

/** Not at the end of a line: ECMA-376's list for Simplified Chinese (noLineBreaksAfter). */
export const NO_END = '$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥';

/** Signs that belong to the figure after them: ≥50, ±3, #2. */
const BEFORE_FIGURE = '≥≤≧≦><＞＜=＝≈±+＋-－−~#№';

/** Signs that hold a figure or a word together: 1,424.79, 2021-2025, 10:30, 3～5, IT/BT. */
const INSIDE_FIGURE = ',.-–:/~～';

/** Marks that are one sign when doubled: —— and ……. */
const DOUBLED = '—…';

const STARTS_NO_LINE = 1;
const ENDS_NO_LINE = 2;
const LEADS_FIGURE = 4;
const JOINS_FIGURE = 8;
const IS_DOUBLED = 16;
const IN_WORD = 32;
const IS_DIGIT = 64;
const IS_SPACE = 128;

/** Letters beyond this code point belong to scripts that break anywhere. */
const LAST_ALPHABET = 0x052f;

const CLASSES = classTable();

function classTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const mark = (characters: string, flag: number): void => {
    for (const character of characters) {
      const point = character.charCodeAt(0);
      table[point] = (table[point] ?? 0) | flag;
    }
  };
  mark(NO_START, STARTS_NO_LINE);
  mark(NO_END, ENDS_NO_LINE);
  mark(BEFORE_FIGURE, LEADS_FIGURE);
  mark(INSIDE_FIGURE, JOINS_FIGURE);
  mark(DOUBLED, IS_DOUBLED);
  mark('0123456789', IS_DIGIT);
  mark(' \t\u3000', IS_SPACE);
  mark('_@&', IN_WORD);
  for (let point = 0x30; point <= LAST_ALPHABET; point += 1) {
    const character = String.fromCharCode(point);
    if (/[\p{L}\p{N}]/u.test(character)) mark(character, IN_WORD);
  }
  return table;
}

const has = (point: number, flag: number): boolean => ((CLASSES[point] ?? 0) & flag) !== 0;

/** Spaces end a line and may hang over its edge. */
export const isSpace = (point: number): boolean => has(point, IS_SPACE);

const COMBINING = /^[\p{M}\u200d]$/u;
const FIRST_COMBINING = 0x0300;
const ZERO_WIDTH_JOINER = 0x200d;

/** True when `point` continues the character that `before` began: accents, variation selectors, joiners. */
export const continuesCharacter = (before: number, point: number): boolean =>
  before === ZERO_WIDTH_JOINER ||
  (point >= FIRST_COMBINING && !isHan(point) && COMBINING.test(String.fromCodePoint(point)));

/** The bulk of the text, told apart cheaply. */
const isHan = (point: number): boolean => point >= 0x3400 && point <= 0x9fff;

/** Whether a line may end after `before` and the next one begin with `point`. */
export function mayBreakBetween(before: number, point: number): boolean {
  if (isHan(before) && isHan(point)) return true;
  if (isSpace(point) || has(point, STARTS_NO_LINE) || continuesCharacter(before, point))
    return false;
  if (isSpace(before)) return true;
  if (has(before, ENDS_NO_LINE)) return false;
  if (before === point && has(point, IS_DOUBLED)) return false;
  if (has(before, IN_WORD) && has(point, IN_WORD | JOINS_FIGURE)) return false;
  return !(has(before, LEADS_FIGURE | JOINS_FIGURE) && has(point, IS_DIGIT));
}

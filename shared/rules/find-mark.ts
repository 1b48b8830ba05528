import type { Cell, CellAddress, Sheet } from '../cells/cell.ts';
import type { ClassificationMark } from './rule.ts';

/** Cheap first look: a text without these bears no mark. */
const SUSPECT = /密|外传|外泄|扩散|泄露/u;

/** Cheaper still: one of the characters, spaced out or not. */
const HAS_SUSPECT = /[密传泄散]/;

const LEVEL = '(?:绝密|机密|秘密)';
const TERM = '(?:\\d{1,2}年(?:\\d{1,2}个?月)?|\\d{1,2}个月|长期|启封前|解密前|公布前)';
const STAR = '[★☆⭐⋆✩✪✫✬✭✮✯✰]';

/** `机密★10年`, `秘密★`, `绝密*30年`: the level with the star of the national mark, or with its term. */
const STARRED = new RegExp(
  `(?<![“"《「])${LEVEL}级?(?:${STAR}|\\*${TERM})|${STAR}${LEVEL}${TERM}`,
  'u',
);

/** The mark quoted with its term is a mark all the same; `标有“秘密★”的文件` only speaks of one. */
const QUOTED = new RegExp(`${LEVEL}${STAR}${TERM}`, 'u');

/** `密级：机密`, not the choice `密级：绝密/机密/秘密` of a blank form. */
const LABELLED = new RegExp(`密级:[【(]?${LEVEL}(?!级?[/、或,和及以])`, 'u');

/** A line that is nothing but the level, its term or its star beside it or not. */
const BARE = new RegExp(`^[【(\\[]?${STAR}?${LEVEL}${STAR}?(?:[(]?${TERM}[)]?)?[】)\\]]?$`, 'u');

const PAPER = '(?:资料|文件|材料|使用|刊物|信息|数据|件)';
const BAN = '(?:严禁|禁止|不得|不准|请勿|切勿|勿)(?:对外|私自|擅自)?(?:外传|外泄|泄露|扩散|传播)';

/** `内部资料 严禁外传`, `本表为内部资料，注意保密`, `严禁外传`: a line of its own, no sentence about it. */
const INTERNAL = new RegExp(
  `^[【(\\[★]?(?:(?:本(?:表|文件|资料|材料|件)(?:为|系|属)?)?内部${PAPER}?[,。、;!:·]?)?(?:${BAN}|(?<=内部.*)注意保密)[!。]?[】)\\]★]?$`,
  'u',
);

/**
 * The first classification mark (密级标志) of a workbook: in any cell or name of any sheet, hidden ones
 * too, or on a line beside the cells. Talk of secrecy (涉密人员培训, 机密机房) is no mark. Null when there is none. Nothing of the text is
 * given back.
 */
export function findMark(
  sheets: readonly Sheet[],
  besideCells: readonly string[] = [],
): ClassificationMark | null {
  for (const [index, sheet] of sheets.entries()) {
    const place = { sheet: index + 1 };
    if (isMark(sheet.name)) return { ...place, at: null };
    const cell = markedCell(sheet);
    if (cell !== null)
      return { ...place, at: { cell: cell.cell, row: cell.row, column: cell.column } };
  }
  return besideCells.some(isMark) ? { sheet: null, at: null } : null;
}

/** The first marked cell. Where each level stands once and bare, it is a list to choose from. */
function markedCell(sheet: Sheet): CellAddress | null {
  const bare: { readonly level: string; readonly at: CellAddress }[] = [];
  for (const cells of sheet.rows.values()) {
    const spread = firstOfSpread(cells);
    if (spread !== null) return spread;
    for (const { text, at } of cells.values()) {
      if (!isMark(text)) continue;
      const level = withoutBlanks(text.normalize('NFKC'));
      if (!LEVELS.includes(level)) return at;
      bare.push({ level, at });
    }
  }
  const isChoice =
    bare.length === LEVELS.length && LEVELS.every((one) => bare.some(({ level }) => level === one));
  return isChoice ? null : (bare[0]?.at ?? null);
}

/** Characters of a mark that is written one a cell. */
const LONGEST_SPREAD = 16;

/** The first cell of a line that makes up a mark only as a whole: 机 | 密 | ★ | 10年. */
function firstOfSpread(cells: ReadonlyMap<number, Cell>): CellAddress | null {
  let line = '';
  for (const { text } of cells.values()) {
    line += text;
    if (line.length > LONGEST_SPREAD) return null;
  }
  const [first] = cells.values();
  return cells.size > 1 && first !== undefined && isMark(line) ? first.at : null;
}

/** A file's name that bears the mark: `自评表（机密★10年）.xlsx`, `【秘密】自评表.xlsx`. */
export function isMarkedName(fileName: string): boolean {
  const name = fileName.replace(/\.[^.]*$/u, '');
  return isMark(name) || NAMED.test(withoutBlanks(name.normalize('NFKC')));
}

const NAMED = new RegExp(`[【(\\[]${LEVEL}级?[】)\\]]`, 'u');

const LEVELS = ['绝密', '机密', '秘密'];

/** True for a text that bears the mark, not one that speaks of secrecy. */
export function isMark(text: string): boolean {
  if (!HAS_SUSPECT.test(text) || !SUSPECT.test(text.replace(/\s/gu, ''))) return false;
  const lines = text.normalize('NFKC').split('\n').map(withoutBlanks);
  const whole = lines.join('');
  if (STARRED.test(whole) || QUOTED.test(whole)) return true;
  return [...lines, whole].some(
    (line) => LABELLED.test(line) || BARE.test(line) || INTERNAL.test(line),
  );
}

/** Marks are often spaced out: `机 密 ★ 10 年`. */
const withoutBlanks = (text: string): string => text.replace(/\s/gu, '');

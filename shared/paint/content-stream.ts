import type { Weight } from '../layout/metrics.ts';
import type { Line, Page, Rule, Tint } from '../layout/pages.ts';
import { isDigit } from '../layout/text-width.ts';
import type { ReportStructure, StructureElement } from './structure.ts';

/** How a character is written in a content stream. */
export interface GlyphChoice {
  /** Name among the page's resources. */
  readonly font: string;
  /** The CID as four hexadecimal digits. */
  readonly code: string;
  /** In 1/1000 em. */
  readonly advance: number;
}

/** Chooses the font of a character. Throws for one that no font of the file has. */
export type FontChoice = (codePoint: number, weight: Weight) => GlyphChoice;

/** What content streams of one document share. */
export interface PaintContext {
  readonly pageHeight: number;
  /** Pitch of the digits of tabular lines, in 1/1000 em. */
  readonly digitPitch: number;
  readonly choose: FontChoice;
  readonly structure: ReportStructure;
}

/** Content that belongs to the paper, not to the report: screen readers pass over it. */
const LAYOUT = '/Artifact<</Type/Layout>>BDC';
const PAGINATION = '/Artifact<</Type/Pagination>>BDC';

/**
 * The content stream of a page: grounds, furniture and rules, then the text in reading order, each
 * piece marked as content of its element. Tells the elements what they own and what was painted.
 */
export function contentStream(page: Page, context: PaintContext): string {
  const pen: Pen = { out: [], font: '', size: 0 };
  const { out } = pen;
  const artifact = (kind: string, paint: () => void): void => {
    out.push(kind);
    paint();
    out.push('EMC');
  };
  const { structure } = context;
  const isFirst = page.number === 1;
  const marked = marker(page.number - 1, pen, context);
  artifact(LAYOUT, () => {
    for (const tint of page.tints) out.push(tintOperators(tint, context));
  });
  out.push('BT 0 g');
  artifact(PAGINATION, () => paintLines(page.furniture, pen, context));
  out.push('ET');
  artifact(LAYOUT, () => {
    for (const rule of page.rules) out.push(ruleOperators(rule, context));
  });
  out.push('BT 0 g');
  for (const block of page.heading) marked(structure.blocks.get(block), block.lines);
  // The column titles of later pages only repeat those of the first.
  if (!isFirst) {
    artifact(PAGINATION, () => {
      for (const { lines } of page.header) paintLines(lines, pen, context);
    });
  } else {
    for (const [index, { lines }] of page.header.entries()) marked(structure.header[index], lines);
  }
  for (const { record, cells } of page.rows) {
    const elements = structure.cells[record];
    for (const [column, lines] of cells.entries()) marked(elements?.[column], lines);
  }
  for (const block of page.closing) marked(structure.blocks.get(block), block.lines);
  out.push('ET');
  return out.join('\n');
}

/** Where operators are written, and the font that the last of them set. */
interface Pen {
  readonly out: string[];
  font: string;
  size: number;
}

/** Paints lines as content of an element, which is told what it owns; blank lines need no paint. */
type Marker = (element: StructureElement | undefined, lines: readonly Line[]) => void;

function marker(page: number, pen: Pen, context: PaintContext): Marker {
  let marks = 0;
  return (element, lines) => {
    if (lines.every(({ text }) => text === '')) return;
    if (element === undefined) throw new Error('a text of the report belongs to no element');
    element.pieces.push({ page, mark: marks });
    pen.out.push(`/${element.type}<</MCID ${marks}>>BDC`);
    element.painted += paintLines(lines, pen, context);
    pen.out.push('EMC');
    marks += 1;
  };
}

/** Paints lines and gives the text that was painted. */
function paintLines(lines: readonly Line[], pen: Pen, context: PaintContext): string {
  let painted = '';
  for (const line of lines) {
    if (line.text === '') continue;
    pen.out.push(lineOperators(line, pen, context));
    painted += line.text;
  }
  return painted;
}

/** PDF counts y from the bottom of the page. */
const flipped = (y: number, { pageHeight }: PaintContext): string => number(pageHeight - y);

/** At most two decimals, as the pages state their coordinates. */
const number = (value: number): string => String(Math.round(value * 100) / 100);

const tintOperators = (tint: Tint, context: PaintContext): string =>
  `${tint.gray} g ${number(tint.left)} ${flipped(tint.bottom, context)} ` +
  `${number(tint.right - tint.left)} ${number(tint.bottom - tint.top)} re f`;

const ruleOperators = ({ from, to, width, gray }: Rule, context: PaintContext): string =>
  `${gray} G ${width} w ${number(from[0])} ${flipped(from[1], context)} m ` +
  `${number(to[0])} ${flipped(to[1], context)} l S`;

/** Text is black unless a line says otherwise, and is black again after it. */
function lineOperators(line: Line, pen: Pen, context: PaintContext): string {
  const position = `${textMatrix(line)} ${number(line.x)} ${flipped(line.y, context)} Tm`;
  const drawn = position + shownText(line, pen, context);
  return line.gray === undefined ? drawn : `${line.gray} g ${drawn} 0 g`;
}

function textMatrix({ angle }: Line): string {
  if (angle === undefined) return '1 0 0 1';
  const radians = (angle * Math.PI) / 180;
  const cos = Math.cos(radians).toFixed(4);
  const sin = Math.sin(radians).toFixed(4);
  return `${cos} ${sin} -${sin} ${cos}`;
}

/** Shows every character of a line. Throws for one without a glyph: nothing is left out. */
function shownText({ text, size, weight, tabular }: Line, pen: Pen, context: PaintContext): string {
  let shown = '';
  // TJ moves left by the numbers between the strings.
  let move = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const { font, code, advance } = context.choose(point, weight);
    // A digit stands in the middle of its pitch.
    const aside = tabular && isDigit(point) ? (advance - context.digitPitch) / 2 : 0;
    move += aside;
    if (shown === '' || pen.font !== font || pen.size !== size) {
      if (shown !== '') shown += '>] TJ';
      if (pen.font !== font || pen.size !== size) shown += ` /${font} ${size} Tf`;
      shown += ` [${move === 0 ? '' : number(move)}<${code}`;
      pen.font = font;
      pen.size = size;
    } else {
      shown += move === 0 ? code : `>${number(move)}<${code}`;
    }
    move = aside;
  }
  return `${shown}>] TJ`;
}

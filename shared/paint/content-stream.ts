import type { Weight } from '../layout/metrics.ts';
import type { Line, Page, Rule, TextBlock, Tint } from '../layout/pages.ts';
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
  const marks = markedContent(page, context);
  return [
    LAYOUT,
    ...page.tints.map((tint) => tintOperators(tint, context)),
    'EMC',
    PAGINATION,
    textBlock(page.furniture.map((line) => lineOperators(line, context))),
    'EMC',
    LAYOUT,
    ...page.rules.map((rule) => ruleOperators(rule, context)),
    'EMC',
    ...marks,
  ].join('\n');
}

/** Heading, header, rows and closing; the header of later pages only repeats that of the first. */
function markedContent(page: Page, context: PaintContext): readonly string[] {
  const { structure } = context;
  const index = page.number - 1;
  let marks = 0;
  const marked = (element: StructureElement | undefined, all: readonly Line[]): string[] => {
    const lines = all.filter(({ text }) => text !== '');
    if (lines.length === 0) return [];
    if (element === undefined) throw new Error('a text of the report belongs to no element');
    element.pieces.push({ page: index, mark: marks });
    const operators = lines.map((line) => lineOperators(line, context, element));
    const mark = `/${element.type}<</MCID ${marks}>>BDC`;
    marks += 1;
    return [mark, ...operators, 'EMC'];
  };
  const block = (text: TextBlock): string[] => marked(structure.blocks.get(text), text.lines);
  const heading = page.heading.flatMap(block);
  const header = page.header.flatMap(({ lines }, title) =>
    index === 0
      ? marked(structure.header[title], lines)
      : lines.map((line) => lineOperators(line, context)),
  );
  const rows = page.rows.flatMap(({ record, cells }) =>
    cells.flatMap((lines, column) => marked(structure.cells[record]?.[column], lines)),
  );
  const closing = page.closing.flatMap(block);
  if (index === 0) return [textBlock([...heading, ...header, ...rows, ...closing])];
  return [PAGINATION, textBlock(header), 'EMC', textBlock([...heading, ...rows, ...closing])];
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
const textBlock = (operators: readonly string[]): string =>
  ['BT 0 g', ...operators, 'ET'].join('\n');

/** Paints a line; `owner` is told its text. */
function lineOperators(line: Line, context: PaintContext, owner?: StructureElement): string {
  const position = `${textMatrix(line)} ${number(line.x)} ${flipped(line.y, context)} Tm`;
  const { runs, painted } = fontRuns(line, context);
  if (owner !== undefined) owner.painted += painted;
  const shown = runs.map((run) => `/${run.font} ${line.size} Tf [${run.shown}] TJ`);
  const drawn = [position, ...shown].join(' ');
  return line.gray === undefined ? drawn : `${line.gray} g ${drawn} 0 g`;
}

function textMatrix({ angle }: Line): string {
  if (angle === undefined) return '1 0 0 1';
  const radians = (angle * Math.PI) / 180;
  const cos = Math.cos(radians).toFixed(4);
  const sin = Math.sin(radians).toFixed(4);
  return `${cos} ${sin} -${sin} ${cos}`;
}

/** A line as stretches of one font each. */
interface FontRuns {
  /** `shown` is the operand of TJ. */
  readonly runs: readonly { readonly font: string; readonly shown: string }[];
  /** The characters that were given a glyph, one by one. */
  readonly painted: string;
}

function fontRuns(line: Line, { choose, digitPitch }: PaintContext): FontRuns {
  const runs: { font: string; shown: string }[] = [];
  let run: { font: string; shown: string } | undefined;
  let painted = '';
  // TJ moves left by the numbers between the strings.
  let move = 0;
  for (const character of line.text) {
    const point = character.codePointAt(0) ?? 0;
    const { font, code, advance } = choose(point, line.weight);
    // A digit stands in the middle of its pitch.
    const aside = line.tabular && isDigit(point) ? (advance - digitPitch) / 2 : 0;
    move += aside;
    if (run?.font === font) {
      run.shown += move === 0 ? code : `>${number(move)}<${code}`;
    } else {
      run = { font, shown: `${number(move)}<${code}` };
      runs.push(run);
    }
    move = aside;
    painted += character;
  }
  return { runs: runs.map(({ font, shown }) => ({ font, shown: `${shown}>` })), painted };
}

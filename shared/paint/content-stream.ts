import type { Weight } from '../layout/metrics.ts';
import type { Line, Page, Rule, Tint } from '../layout/pages.ts';
import { isDigit } from '../layout/text-width.ts';

/** How a character is written in a content stream. */
export interface GlyphChoice {
  /** Name among the page's resources. */
  readonly font: string;
  /** The CID as four hexadecimal digits. */
  readonly code: string;
  /** In 1/1000 em. */
  readonly advance: number;
}

/** Chooses the font of a character. */
export type FontChoice = (codePoint: number, weight: Weight) => GlyphChoice;

/** What content streams of one document share. */
export interface PaintContext {
  readonly pageHeight: number;
  /** Pitch of the digits of tabular lines, in 1/1000 em. */
  readonly digitPitch: number;
  readonly choose: FontChoice;
}

/** The content stream of a page: grounds, then furniture, then rules, then the text in reading order. */
export function contentStream(page: Page, context: PaintContext): string {
  const text = [
    ...page.heading,
    ...page.header.flatMap(({ lines }) => lines),
    ...page.rows.flatMap(({ cells }) => cells.flat()),
  ];
  return [
    ...page.tints.map((tint) => tintOperators(tint, context)),
    textBlock(page.furniture, context),
    ...page.rules.map((rule) => ruleOperators(rule, context)),
    textBlock(text, context),
  ].join('\n');
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
const textBlock = (lines: readonly Line[], context: PaintContext): string =>
  ['BT 0 g', ...lines.map((line) => lineOperators(line, context)), 'ET'].join('\n');

function lineOperators(line: Line, context: PaintContext): string {
  const position = `${textMatrix(line)} ${number(line.x)} ${flipped(line.y, context)} Tm`;
  const runs = fontRuns(line, context).map(
    ({ font, shown }) => `/${font} ${line.size} Tf [${shown}] TJ`,
  );
  const drawn = [position, ...runs].join(' ');
  return line.gray === undefined ? drawn : `${line.gray} g ${drawn} 0 g`;
}

function textMatrix({ angle }: Line): string {
  if (angle === undefined) return '1 0 0 1';
  const radians = (angle * Math.PI) / 180;
  const cos = Math.cos(radians).toFixed(4);
  const sin = Math.sin(radians).toFixed(4);
  return `${cos} ${sin} -${sin} ${cos}`;
}

/** The line as stretches of one font each, with the operand of TJ. */
function fontRuns(
  line: Line,
  { choose, digitPitch }: PaintContext,
): readonly { readonly font: string; readonly shown: string }[] {
  const runs: { font: string; shown: string }[] = [];
  let run: { font: string; shown: string } | undefined;
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
  }
  return runs.map(({ font, shown }) => ({ font, shown: `${shown}>` }));
}

import type { Weight } from '../layout/metrics.ts';
import type { Line, Sheet } from '../layout/pages.ts';
import { isDigit } from '../layout/text-width.ts';
import { type Drawing, paintPattern, paintRules, paintTint, writePoint } from './drawing.ts';
import type { OpenElement } from './open-element.ts';
import type { Pen } from './pen.ts';
import type { ReportStructure, Show } from './structure.ts';
import type { StructureWriter } from './write-structure.ts';

/** How a character is written in a content stream. */
export interface GlyphChoice {
  /** Name among the page's resources. */
  readonly font: string;
  readonly cid: number;
  /** In 1/1000 em. */
  readonly advance: number;
}

/** Chooses the font of a character. Throws for one that no font of the file has. */
export type FontChoice = (codePoint: number, weight: Weight) => GlyphChoice;

/** What content streams of one document share. */
export interface PaintContext extends Drawing {
  /** Pitch of the digits of tabular lines, in 1/1000 em. */
  readonly digitPitch: number;
  readonly choose: FontChoice;
  readonly structure: ReportStructure;
  readonly writer: StructureWriter;
}

/** Content that belongs to the paper, not to the report: screen readers pass over it. */
const LAYOUT = '/Artifact<</Type/Layout>>BDC\n';
const PAGINATION = '/Artifact<</Type/Pagination>>BDC\n';

/**
 * The content stream of a page: grounds, furniture and rules, then the text in reading order, each
 * piece marked as content of its element. Tells the elements what they own and what was painted.
 */
export function contentStream(page: Sheet, context: PaintContext): Uint8Array {
  const { pen, structure } = context;
  const font: CurrentFont = { name: '', size: 0 };
  const artifact = artifactPainter(pen);
  artifact(LAYOUT, () => {
    for (const tint of page.tints) paintTint(tint, context);
  });
  const { pattern } = page;
  if (pattern !== undefined) artifact(PAGINATION, () => paintPattern(pattern, context));
  pen.write('BT 0 g\n');
  artifact(PAGINATION, () => paintLines(page.furniture, null, font, context));
  pen.write('ET\n');
  artifact(LAYOUT, () => {
    paintRules(page.rules, context);
  });
  pen.write('BT 0 g\n');
  structure.showPage(page.number - 1, marker(font, context));
  pen.write('ET');
  return pen.take();
}

/** Marks what is painted as no content of the report. */
const artifactPainter =
  (pen: Pen) =>
  (kind: string, paint: () => void): void => {
    pen.write(kind);
    paint();
    pen.write('EMC\n');
  };

/** The font that was set last on the page. */
interface CurrentFont {
  name: string;
  size: number;
}

/** Paints lines as content of their element, which is told what it owns; blank lines need no paint. */
function marker(font: CurrentFont, context: PaintContext): Show {
  const { pen, writer } = context;
  const artifact = artifactPainter(pen);
  return (element, lines) => {
    if (!lines.some(({ text }) => text !== '')) return;
    if (element === null) {
      artifact(PAGINATION, () => paintLines(lines, null, font, context));
      return;
    }
    pen.write(`/${element.type}<</MCID ${writer.mark(element)}>>BDC\n`);
    paintLines(lines, element, font, context);
    pen.write('EMC\n');
  };
}

/** Paints lines and tells their element, if they have one, what was painted. */
function paintLines(
  lines: readonly Line[],
  element: OpenElement | null,
  font: CurrentFont,
  context: PaintContext,
): void {
  for (const line of lines) {
    if (line.text === '') continue;
    paintLine(line, font, context);
    element?.say(line.text);
  }
}

/** Text is black unless a line says otherwise, and is black again after it. */
function paintLine(line: Line, font: CurrentFont, context: PaintContext): void {
  const { pen } = context;
  // Piece by piece: a string put together for every line would be most of what painting throws away.
  if (line.gray !== undefined) pen.write(`${line.gray} g `);
  pen.write(textMatrix(line));
  writePoint(line.x, line.y, context);
  pen.write(' Tm');
  showText(line, font, context);
  pen.write(line.gray === undefined ? '\n' : ' 0 g\n');
}

function textMatrix({ angle }: Line): string {
  if (angle === undefined) return '1 0 0 1 ';
  const radians = (angle * Math.PI) / 180;
  const cos = Math.cos(radians).toFixed(4);
  const sin = Math.sin(radians).toFixed(4);
  return `${cos} ${sin} -${sin} ${cos} `;
}

/** Shows every character of a line. Throws for one without a glyph: nothing is left out. */
function showText(
  { text, size, weight, tabular }: Line,
  font: CurrentFont,
  { pen, choose, digitPitch }: PaintContext,
): void {
  // TJ moves left by the numbers between the strings.
  let move = 0;
  let at = 0;
  while (at < text.length) {
    const point = text.codePointAt(at) ?? 0;
    const glyph = choose(point, weight);
    // A digit stands in the middle of its pitch.
    const aside = tabular && isDigit(point) ? (glyph.advance - digitPitch) / 2 : 0;
    move += aside;
    const isOther = font.name !== glyph.font || font.size !== size;
    if (isOther || at === 0) {
      if (at > 0) pen.write('>] TJ');
      if (isOther) pen.write(` /${glyph.font} ${size} Tf`);
      pen.write(' [');
      if (move !== 0) pen.writeNumber(move);
      pen.write('<');
      font.name = glyph.font;
      font.size = size;
    } else if (move !== 0) {
      pen.write('>');
      pen.writeNumber(move);
      pen.write('<');
    }
    pen.writeCode(glyph.cid);
    move = aside;
    at += point > 0xffff ? 2 : 1;
  }
  pen.write('>] TJ');
}

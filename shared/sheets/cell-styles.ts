import type { Alignment, Borders, Fill, Font, Style } from 'exceljs';
import type { CellModel, Mark, StyleName } from './workbook-model.ts';

/** Points of the body font; row heights are estimated from it. */
export const BODY_POINTS = 10;

/** On every Windows and WPS; others take their own Song face. */
const BODY_FACE = '宋体';
const HEADING_FACE = '黑体';

const body: Partial<Font> = { name: BODY_FACE, size: BODY_POINTS };
const bold: Partial<Font> = { ...body, bold: true };

const INK = 'FF000000';
const RULE = 'FF7F7F7F';

const edge = (style: 'thin' | 'medium' | 'dashed', argb: string): Partial<Borders> => {
  const side = { style, color: { argb } };
  return { top: side, left: side, bottom: side, right: side };
};

const GRID = edge('thin', RULE);

const solid = (argb: string): Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb },
  bgColor: { argb: INK },
});

const HEADER_FILL = solid('FFE7ECF3');
const TOTAL_FILL = solid('FFF2F2F2');
const INPUT_FILL = solid('FFFFFBE6');

const aligned = (
  horizontal: 'left' | 'center' | 'right',
  more: Partial<Alignment> = {},
): Partial<Alignment> => ({ horizontal, vertical: 'middle', wrapText: true, ...more });

const FROM_TOP: Partial<Alignment> = { vertical: 'top' };

const LOOKS: Readonly<Record<StyleName, Partial<Style>>> = {
  attachment: { font: { name: HEADING_FACE, size: 16 }, alignment: { vertical: 'middle' } },
  title: {
    font: { name: BODY_FACE, size: 22, bold: true },
    alignment: aligned('center'),
  },
  keyFigure: {
    font: { name: BODY_FACE, size: 16, bold: true },
    alignment: aligned('center'),
    border: GRID,
  },
  heading: {
    font: { name: HEADING_FACE, size: 12 },
    alignment: { horizontal: 'left', vertical: 'middle' },
  },
  section: {
    font: { name: HEADING_FACE, size: 11 },
    alignment: aligned('left'),
    border: GRID,
    fill: TOTAL_FILL,
  },
  note: { font: { name: BODY_FACE, size: 12 }, alignment: aligned('left') },
  noteRight: { font: { name: BODY_FACE, size: 12 }, alignment: aligned('right') },
  noteCentred: { font: body, alignment: aligned('center') },
  header: { font: bold, alignment: aligned('center'), border: GRID, fill: HEADER_FILL },
  text: { font: body, alignment: aligned('left'), border: GRID },
  centred: { font: body, alignment: aligned('center'), border: GRID },
  figure: {
    font: body,
    alignment: aligned('right'),
    border: GRID,
  },
  // From the top: Excel shows no more than 409 points of a row, and a text is read from its beginning.
  topText: { font: body, alignment: aligned('left', FROM_TOP), border: GRID },
  topCentred: { font: body, alignment: aligned('center', FROM_TOP), border: GRID },
  topFigure: { font: body, alignment: aligned('right', FROM_TOP), border: GRID },
  indented: {
    font: { ...body, color: { argb: 'FF404040' } },
    alignment: aligned('left', { indent: 2 }),
    border: GRID,
  },
  subfigure: {
    font: { ...body, color: { argb: 'FF404040' } },
    alignment: aligned('right'),
    border: GRID,
  },
  link: {
    font: { ...body, underline: true, color: { argb: 'FF0B5394' } },
    alignment: aligned('center'),
    border: GRID,
  },
  input: {
    font: body,
    alignment: aligned('left'),
    border: edge('dashed', RULE),
    fill: INPUT_FILL,
  },
  entryText: { font: body, alignment: aligned('left', FROM_TOP), border: GRID, fill: INPUT_FILL },
  entryCentred: {
    font: body,
    alignment: aligned('center', FROM_TOP),
    border: GRID,
    fill: INPUT_FILL,
  },
  entryFigure: {
    font: body,
    alignment: aligned('right', FROM_TOP),
    border: GRID,
    fill: INPUT_FILL,
  },
  computedFigure: {
    font: body,
    alignment: aligned('right', FROM_TOP),
    border: GRID,
    fill: TOTAL_FILL,
  },
  total: {
    font: bold,
    alignment: aligned('center'),
    border: GRID,
    fill: TOTAL_FILL,
  },
  totalFigure: {
    font: bold,
    alignment: aligned('right'),
    border: GRID,
    fill: TOTAL_FILL,
  },
  bare: { font: body, alignment: aligned('left') },
};

/** Marks differ in border too, so that they can be told apart on a black and white print. */
const MARKS: Readonly<Record<Mark, Partial<Style>>> = {
  error: { fill: solid('FFF8CBAD'), border: edge('medium', 'FFC00000') },
  warning: { fill: solid('FFFFE699'), border: edge('dashed', 'FF7F6000') },
};

/** Text that a program could take for a formula once the cell is edited. */
const FORMULA_START = /^[=+\-@]/;

/** Excel's number format for "text, whatever is typed here". */
const TEXT_FORMAT = '@';

/** Look, mark and number format → the one style object of all cells that share them. */
const shared = new Map<string, Partial<Style>>();

/**
 * The exceljs style of a cell. Cells that look alike share one object, never to be changed: exceljs
 * knows it again at once, where it would compare each new one with all styles of the workbook.
 */
export function styleOf(cell: CellModel): Partial<Style> {
  const { content, style, mark } = cell;
  const guarded = content.kind === 'text' && FORMULA_START.test(content.text);
  const numFmt = guarded ? TEXT_FORMAT : (cell.format ?? 'General');
  const key = `${style} ${mark} ${numFmt}`;
  const known = shared.get(key);
  if (known !== undefined) return known;
  const made = { ...LOOKS[style], ...(mark === undefined ? {} : MARKS[mark]), numFmt };
  if (shared.size < MOST_SHARED) shared.set(key, made);
  return made;
}

/** Number formats follow what units type: beyond this many, styles are made anew. */
const MOST_SHARED = 2_000;

import type { Alignment, Border, Borders, Fill, Font, Style } from 'exceljs';
import { styleOf } from '../cell-styles.ts';
import type { CellModel } from '../workbook-model.ts';
import { element } from '../xml-text.ts';

/*
 * Rows that are streamed are written after exceljs has numbered the styles it was shown. Theirs are
 * numbered from there on, and added to the part with the styles when all rows are through.
 */

/** The styles of streamed cells, by number. */
export interface AddedStyles {
  /** Number of a cell's style in the workbook. */
  readonly numberOf: (cell: CellModel) => number;
  /** The part with the styles, with those that were asked for. */
  readonly addTo: (stylesPart: string) => string;
}

/** Excel takes some 65,000; number formats follow what units type, so there must be an end. */
const MOST_STYLES = 20_000;

/** Excel's own formats end below this number. */
const FIRST_FORMAT = 500;

const COUNTED = /<cellXfs count="(\d+)"/;

/** Styles numbered from behind those of a part with styles. */
export function addStyles(stylesPart: string): AddedStyles {
  const first = Number(COUNTED.exec(stylesPart)?.[1]);
  if (!Number.isInteger(first)) throw new Error('the part with the styles counts none');
  const byLook = new Map<string, number>();
  const byObject = new Map<Partial<Style>, number>();
  const looks: Partial<Style>[] = [];

  const register = (style: Partial<Style>): number => {
    const look = JSON.stringify(style);
    const known = byLook.get(look);
    if (known !== undefined) return known;
    looks.push(style);
    const number = first + looks.length - 1;
    byLook.set(look, number);
    return number;
  };
  return {
    numberOf(cell) {
      // Beyond the most, cells keep their look and lose their number format only.
      const style = styleOf(looks.length < MOST_STYLES ? cell : { ...cell, format: 'General' });
      const known = byObject.get(style);
      if (known !== undefined) return known;
      const number = register(style);
      if (byObject.size < MOST_STYLES) byObject.set(style, number);
      return number;
    },
    addTo: (part) => withStyles(part, looks),
  };
}

/** A list of the part that grows: each different entry once, by its number. */
interface Growing {
  readonly numberOf: (entry: string) => number;
  readonly added: () => readonly string[];
}

function growing(from: number): Growing {
  const numbers = new Map<string, number>();
  return {
    numberOf(entry) {
      const number = numbers.get(entry) ?? from + numbers.size;
      numbers.set(entry, number);
      return number;
    },
    added: () => [...numbers.keys()],
  };
}

function withStyles(part: string, looks: readonly Partial<Style>[]): string {
  const formats = growing(FIRST_FORMAT);
  const fonts = growing(countOf(part, 'fonts'));
  const fills = growing(countOf(part, 'fills'));
  const borders = growing(countOf(part, 'borders'));
  const cells = looks.map(({ numFmt = 'General', font, fill, border, alignment }) => {
    const format = numFmt === 'General' ? 0 : formats.numberOf(numFmt);
    return element(
      'xf',
      {
        numFmtId: format,
        fontId: font === undefined ? 0 : fonts.numberOf(fontMarkup(font)),
        fillId: fill === undefined ? 0 : fills.numberOf(fillMarkup(fill)),
        borderId: border === undefined ? 0 : borders.numberOf(borderMarkup(border)),
        xfId: 0,
        ...(format === 0 ? {} : { applyNumberFormat: 1 }),
        ...(font === undefined ? {} : { applyFont: 1 }),
        ...(fill === undefined ? {} : { applyFill: 1 }),
        ...(border === undefined ? {} : { applyBorder: 1 }),
        ...(alignment === undefined ? {} : { applyAlignment: 1 }),
      },
      alignment === undefined ? '' : alignmentMarkup(alignment),
    );
  });
  let grown = grow(part, 'fonts', fonts.added());
  grown = grow(grown, 'fills', fills.added());
  grown = grow(grown, 'borders', borders.added());
  grown = grow(grown, 'cellXfs', cells);
  return addFormats(grown, formats);
}

const countOf = (part: string, list: string): number => {
  const count = new RegExp(`<${list} count="(\\d+)"`).exec(part)?.[1];
  if (count === undefined) throw new Error(`the part with the styles has no ${list}`);
  return Number(count);
};

const grow = (part: string, list: string, added: readonly string[]): string =>
  part
    .replace(
      `<${list} count="${countOf(part, list)}"`,
      () => `<${list} count="${countOf(part, list) + added.length}"`,
    )
    .replace(`</${list}>`, (end) => added.join('') + end);

/** Number formats are the first list of the part; exceljs writes none where it needs none. */
function addFormats(part: string, formats: Growing): string {
  const codes = formats.added();
  if (codes.length === 0) return part;
  const entries = codes.map((formatCode) =>
    element('numFmt', { numFmtId: formats.numberOf(formatCode), formatCode }),
  );
  if (part.includes('<numFmts ')) return grow(part, 'numFmts', entries);
  const list = element('numFmts', { count: codes.length }, entries.join(''));
  return part.replace('<fonts ', (start) => list + start);
}

type Colour = { readonly argb?: string } | undefined;

const colour = (tag: string, { argb }: { readonly argb?: string }): string =>
  argb === undefined ? '' : element(tag, { rgb: argb });

const fontMarkup = ({ bold, underline, color, size, name = '' }: Partial<Font>): string =>
  element(
    'font',
    {},
    [
      bold === true ? '<b/>' : '',
      underline === true ? '<u/>' : '',
      color === undefined ? '' : colour('color', color),
      size === undefined ? '' : element('sz', { val: size }),
      element('name', { val: name }),
    ].join(''),
  );

function fillMarkup(fill: Fill): string {
  if (fill.type !== 'pattern') throw new Error(`no fill of type ${fill.type} is streamed`);
  const { pattern, fgColor, bgColor } = fill;
  const colours = colour('fgColor', fgColor ?? {}) + colour('bgColor', bgColor ?? {});
  return element('fill', {}, element('patternFill', { patternType: pattern }, colours));
}

const SIDES = ['left', 'right', 'top', 'bottom'] as const;

const borderMarkup = (border: Partial<Borders>): string =>
  element(
    'border',
    {},
    `${SIDES.map((side) => sideMarkup(side, border[side])).join('')}<diagonal/>`,
  );

const sideMarkup = (side: string, line: Partial<Border> | undefined): string =>
  line?.style === undefined
    ? `<${side}/>`
    : element(side, { style: line.style }, colour('color', (line.color as Colour) ?? {}));

/** The words of a style as the part writes them. */
const alignmentMarkup = ({ horizontal, vertical, wrapText, indent }: Partial<Alignment>): string =>
  element('alignment', {
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical: vertical === 'middle' ? 'center' : vertical }),
    ...(wrapText === true ? { wrapText: 1 } : {}),
    ...(indent === undefined ? {} : { indent }),
  });

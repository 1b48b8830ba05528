import type { Pattern, Rule, Tint } from '../layout/pages.ts';
import type { Pen } from './pen.ts';

/** What is drawn with, and the height of the page in points. */
export interface Drawing {
  readonly pageHeight: number;
  readonly pen: Pen;
}

/** A place on the page: PDF counts y from its bottom. */
export function writePoint(x: number, y: number, { pen, pageHeight }: Drawing): void {
  pen.writeNumber(x);
  pen.write(' ');
  pen.writeNumber(pageHeight - y);
}

/** Fills a rectangle. */
export function paintTint({ left, top, right, bottom, gray }: Tint, context: Drawing): void {
  const { pen } = context;
  pen.write(`${gray} g `);
  writePoint(left, bottom, context);
  pen.write(' ');
  pen.writeNumber(right - left);
  pen.write(' ');
  pen.writeNumber(bottom - top);
  pen.write(' re f\n');
}

/** Rules of one stroke that follow one another are one path. */
export function paintRules(rules: readonly Rule[], context: Drawing): void {
  const { pen } = context;
  let last: Rule | undefined;
  for (const rule of rules) {
    if (last?.width !== rule.width || last.gray !== rule.gray) {
      pen.write(`${last === undefined ? '' : ' S\n'}${rule.gray} G ${rule.width} w`);
    }
    last = rule;
    pen.write(' ');
    writePoint(rule.from[0], rule.from[1], context);
    pen.write(' m ');
    writePoint(rule.to[0], rule.to[1], context);
    pen.write(' l');
  }
  if (last !== undefined) pen.write(' S\n');
}

/** All squares are one path: filled one by one, their common edges would show as pale seams. */
export function paintPattern({ left, top, module, runs }: Pattern, context: Drawing): void {
  const { pen } = context;
  pen.write('0 g');
  for (const [row, column, squares] of runs) {
    pen.write(' ');
    writePoint(left + column * module, top + (row + 1) * module, context);
    pen.write(' ');
    pen.writeNumber(squares * module);
    pen.write(' ');
    pen.writeNumber(module);
    pen.write(' re');
  }
  pen.write(' f\n');
}

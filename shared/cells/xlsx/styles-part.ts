import { builtInFormat } from '../formats/built-in-formats.ts';
import { type NumberFormat, numberFormat } from '../formats/number-format.ts';
import type { ReadLimits } from '../limits.ts';
import { tooHeavy } from '../refused.ts';
import { XmlScanner } from '../xml/xml-scanner.ts';

/** Cell style → how its numbers are shown. */
export type CellFormats = (style: number) => NumberFormat;

/** Reads of the styles what the text of a number depends on: the formats, and which cell style has which. */
export function readCellFormats(part: Uint8Array | undefined, limits: ReadLimits): CellFormats {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  if (part !== undefined) readStyles(part, limits, codes, formatIds);
  const known = new Map<number, NumberFormat>();
  return (style) => {
    const id = formatIds[style] ?? 0;
    const before = known.get(id);
    if (before !== undefined) return before;
    const format = numberFormat(codes.get(id) ?? builtInFormat(id));
    known.set(id, format);
    return format;
  };
}

function readStyles(
  part: Uint8Array,
  limits: ReadLimits,
  codes: Map<number, string>,
  formatIds: number[],
): void {
  let inCellFormats = false;
  const scanner = new XmlScanner(part, limits.cellCharacters);
  while (scanner.next()) {
    if (scanner.is('cellXfs')) {
      inCellFormats = scanner.opens && !scanner.empty;
    } else if (!scanner.opens) {
    } else if (inCellFormats && scanner.is('xf')) {
      formatIds.push(Number(scanner.attribute('numFmtId') ?? 0));
      if (formatIds.length > limits.styles) throw tooHeavy('styles', limits.styles);
    } else if (scanner.is('numFmt')) {
      const id = Number(scanner.attribute('numFmtId') ?? Number.NaN);
      codes.set(id, scanner.attribute('formatCode') ?? 'General');
      if (codes.size > limits.styles) throw tooHeavy('styles', limits.styles);
    }
  }
}

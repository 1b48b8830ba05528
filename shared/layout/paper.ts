import type { FormDefinition } from '../../templates/form.ts';
import { millimetres } from './typography.ts';

/** A page and the part of it inside its margins, in points. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A3, the shorter and the longer side in millimetres. */
const A3 = { short: 297, long: 420 };

/** The paper of a form. */
export function paperOf({ page }: FormDefinition): Paper {
  const width = millimetres(A3.long);
  const height = millimetres(A3.short);
  return {
    width,
    height,
    left: millimetres(page.margin.left),
    top: millimetres(page.margin.top),
    right: width - millimetres(page.margin.right),
    bottom: height - millimetres(page.margin.bottom),
  };
}

/** A4 upright, in millimetres, with the margins of official documents (GB/T 9704). */
const A4 = {
  width: 210,
  height: 297,
  margin: { top: 37, right: 26, bottom: 35, left: 28 },
};

/** The paper of lists, whatever the form. */
export const uprightPaper = (): Paper => ({
  width: millimetres(A4.width),
  height: millimetres(A4.height),
  left: millimetres(A4.margin.left),
  top: millimetres(A4.margin.top),
  right: millimetres(A4.width - A4.margin.right),
  bottom: millimetres(A4.height - A4.margin.bottom),
});

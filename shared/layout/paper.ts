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

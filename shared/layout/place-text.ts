import type { FontMetrics, Weight } from './metrics.ts';
import type { Line } from './pages.ts';
import { figureWidth, textWidth } from './text-width.ts';
import { baselineIn, rounded } from './typography.ts';

/** How the lines of a block of text are set. */
export interface TextStyle {
  readonly size: number;
  readonly leading: number;
  readonly weight: Weight;
  readonly align: 'left' | 'center' | 'right';
  readonly tabular?: true;
}

/** How far from the left edge a line begins. */
function indent(
  text: string,
  { left, right }: { readonly left: number; readonly right: number },
  { size, weight, align, tabular }: TextStyle,
  metrics: FontMetrics,
): number {
  // Most lines: nothing to measure.
  if (align === 'left') return 0;
  const em = tabular ? figureWidth(text, metrics) : textWidth(text, metrics, weight);
  return (right - left - em * size) * SHIFTS[align];
}

/** The part of the space beside a line that stands left of it. */
const SHIFTS = { center: 0.5, right: 1 } as const;

/** Lines of text below one another from `top`, aligned between `left` and `right`. */
export function placeLines(
  lines: readonly string[],
  box: { readonly left: number; readonly right: number; readonly top: number },
  style: TextStyle,
  metrics: FontMetrics,
): readonly Line[] {
  return lines.map((text, index) => {
    const x = rounded(box.left + indent(text, box, style, metrics));
    const y = rounded(baselineIn(box.top + index * style.leading, style.size, style.leading));
    const { size, weight } = style;
    // Two literals: an object put together by spreading takes many times the memory.
    return style.tabular
      ? { text, x, y, size, weight, tabular: true }
      : { text, x, y, size, weight };
  });
}

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

/** Lines of text below one another from `top`, aligned between `left` and `right`. */
export function placeLines(
  lines: readonly string[],
  box: { readonly left: number; readonly right: number; readonly top: number },
  style: TextStyle,
  metrics: FontMetrics,
): readonly Line[] {
  return lines.map((text, index) => {
    const em = style.tabular ? figureWidth(text, metrics) : textWidth(text, metrics, style.weight);
    const space = box.right - box.left - em * style.size;
    const shift = { left: 0, center: space / 2, right: space }[style.align];
    return {
      text,
      x: rounded(box.left + shift),
      y: rounded(baselineIn(box.top + index * style.leading, style.size, style.leading)),
      size: style.size,
      weight: style.weight,
      ...(style.tabular ? { tabular: true } : {}),
    };
  });
}

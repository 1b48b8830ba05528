import { breakText } from './break-text.ts';
import type { FontMetrics, Weight } from './metrics.ts';

/** The title in as few lines as it needs, all about equally long. `limit` is in 1/1000 em. */
export function evenLines(
  title: string,
  limit: number,
  metrics: FontMetrics,
  weight: Weight = 'bold',
): readonly string[] {
  const broken = (width: number): readonly string[] =>
    breakText(title, width, (point) => metrics.advance(point, weight));
  const lines = broken(limit);
  for (let width = 1000; width < limit; width += 1000) {
    const narrower = broken(width);
    if (narrower.length === lines.length) return narrower;
  }
  return lines;
}

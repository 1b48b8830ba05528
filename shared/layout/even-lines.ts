import { breakText, countLines } from './break-text.ts';
import type { FontMetrics, Weight } from './metrics.ts';

/** The title in as few lines as it needs, all about equally long. `limit` is in 1/1000 em. */
export function evenLines(
  title: string,
  limit: number,
  metrics: FontMetrics,
  weight: Weight = 'bold',
): readonly string[] {
  const advance = (point: number): number => metrics.advance(point, weight);
  const fewest = countLines(title, limit, advance);
  let width = 1000;
  while (width < limit && countLines(title, width, advance) !== fewest) width += 1000;
  return breakText(title, Math.min(width, limit), advance);
}

import type { FontMetrics } from './metrics.ts';
import type { Line } from './pages.ts';
import type { Paper } from './paper.ts';
import { placeLines } from './place-text.ts';
import { textWidth } from './text-width.ts';
import { ASCENT, DRAFT_SIZE, millimetres, PAGE_NUMBER_SIZE, rounded } from './typography.ts';

/** Between the text area and the upper edge of the dashes beside the page number (GB/T 9704). */
const NUMBER_BELOW = millimetres(7);

/** In em: how far a dash reaches above its baseline. */
const DASH_TOP = 0.29;

/** The page number at the foot, — 1 —: odd pages right, even pages left, one em from the edge. */
export function placePageNumber(
  number: number,
  paper: Paper,
  metrics: FontMetrics,
): readonly Line[] {
  const size = PAGE_NUMBER_SIZE;
  return placeLines(
    [`— ${number} —`],
    {
      left: paper.left + size,
      right: paper.right - size,
      top: paper.bottom + NUMBER_BELOW + (DASH_TOP - ASCENT) * size,
    },
    {
      size,
      leading: size,
      weight: 'regular',
      align: number % 2 === 1 ? 'right' : 'left',
    },
    metrics,
  );
}

const DRAFT = '草稿';
const DRAFT_GRAY = 0.9;
const DRAFT_ANGLE = 30;

/** 草稿, large and pale, rising across the middle of the page. */
export function placeDraftMark(paper: Paper, metrics: FontMetrics): Line {
  const angle = (DRAFT_ANGLE * Math.PI) / 180;
  const halfWidth = (textWidth(DRAFT, metrics, 'bold') * DRAFT_SIZE) / 2;
  // Han characters are centred 0.38 em above their baseline.
  const halfHeight = 0.38 * DRAFT_SIZE;
  return {
    text: DRAFT,
    x: rounded(paper.width / 2 - halfWidth * Math.cos(angle) + halfHeight * Math.sin(angle)),
    y: rounded(paper.height / 2 + halfWidth * Math.sin(angle) + halfHeight * Math.cos(angle)),
    size: DRAFT_SIZE,
    weight: 'bold',
    gray: DRAFT_GRAY,
    angle: DRAFT_ANGLE,
  };
}

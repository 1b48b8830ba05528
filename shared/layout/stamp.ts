import encodeQr from 'qr';
import type { RecordSet } from '../records/record.ts';
import type { FontMetrics } from './metrics.ts';
import type { Line, Pattern } from './pages.ts';
import type { Paper } from './paper.ts';
import { placeLines } from './place-text.ts';
import { textWidth } from './text-width.ts';
import { millimetres, rounded } from './typography.ts';

/** What ties a stamped copy to its record. */
export interface Stamp {
  /** Number of the submission's revision, null where none is known. */
  readonly revision: number | null;
  /** The check code of the records; see `checkCode`. */
  readonly code: string;
}

/** The foot of a stamped copy. */
export interface PlacedStamp {
  readonly lines: readonly Line[];
  readonly pattern: Pattern;
  /** Points above the lower margin that it needs. */
  readonly above: number;
}

/** Side of the QR code: its squares are then 0.35 mm or more, which any phone reads from paper. */
const SIDE = millimetres(12);

/** Below the text area, as the page number. */
const BELOW_TEXT = millimetres(3);

/** Around the code, which scanners want blank: four squares and more. */
const QUIET = millimetres(2);

/** Printers leave the edge of the paper blank. */
const PAPER_EDGE = millimetres(4.5);

const SIZE = 9;
const LEADING = SIZE * 1.5;

/** Printed where no revision is known. */
const NO_REVISION = '—';

/** Revision, check code and a QR code that holds both, in the middle of the foot. */
export function placeStamp(
  stamp: Stamp,
  recordSet: RecordSet,
  paper: Paper,
  metrics: FontMetrics,
): PlacedStamp {
  const texts = [`盖章稿　版次 ${stamp.revision ?? NO_REVISION}`, `校验码 ${stamp.code}`];
  const width = Math.max(...texts.map((text) => textWidth(text, metrics, 'regular') * SIZE));
  const left = (paper.left + paper.right - SIDE - QUIET - width) / 2;
  const top = Math.min(paper.bottom + BELOW_TEXT, paper.height - PAPER_EDGE - SIDE);
  const lines = placeLines(
    texts,
    {
      left: left + SIDE + QUIET,
      right: left + SIDE + QUIET + width,
      top: top + (SIDE - texts.length * LEADING) / 2,
    },
    { size: SIZE, leading: LEADING, weight: 'regular', align: 'left' },
    metrics,
  );
  return {
    lines,
    pattern: qrPattern(stampText(stamp, recordSet), left, top),
    above: Math.max(0, paper.bottom + QUIET - top),
  };
}

/**
 * What the QR code holds: period, unit, revision and check code, in characters that QR codes hold most
 * densely. A unit without a code, of which the CLI may know none, is —.
 */
export const stampText = (
  { revision, code }: Stamp,
  { period, submitter }: Pick<RecordSet, 'period' | 'submitter'>,
): string => `JIXIAO ${period} ${submitter.code ?? '-'} ${revision ?? '-'} ${code}`;

/** A QR code at `left` and `top`, `SIDE` wide. */
function qrPattern(text: string, left: number, top: number): Pattern {
  const bordered = encodeQr(text, 'raw', { ecc: 'medium', border: 1 });
  const squares = bordered.slice(1, -1).map((row) => row.slice(1, -1));
  return {
    left: rounded(left),
    top: rounded(top),
    // To the hundredth, as coordinates are stated: the squares then meet without a gap.
    module: rounded(SIDE / squares.length),
    runs: squares.flatMap((row, index) =>
      runsOf(row).map(([column, length]) => [index, column, length] as const),
    ),
  };
}

/** The stretches of a row that are black: where each begins, and its length. */
function runsOf(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [column, isBlack] of row.entries()) {
    if (!isBlack) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === column) last[1] += 1;
    else runs.push([column, 1]);
  }
  return runs;
}

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
  /** Where that is answered, for the QR code; null where it leads nowhere. */
  readonly address: string | null;
}

/** The foot of a stamped copy. */
export interface PlacedStamp {
  readonly lines: readonly Line[];
  readonly pattern: Pattern;
  /** Points above the lower margin that it needs. */
  readonly above: number;
}

/** Side of the QR code where the foot has room for it. */
const WIDEST = millimetres(12);

/** Side of a square at least: four dots of a printer of 300 an inch, less than a hundredth wanting. */
const LEAST_SQUARE = millimetres(0.32);

/** Squares around the code that scanners want blank. */
const QUIET_SQUARES = 4;

/** Below the text area, where the foot has room for it. */
const BELOW_TEXT = millimetres(3);

/** Printers leave a sixth of an inch blank at the edge of the paper. */
const PAPER_EDGE = millimetres(4.25);

const SIZE = 9;
const LEADING = SIZE * 1.4;

/** Between the code and the texts beside it. */
const GAP = millimetres(2);

/** Printed where no revision is known. */
const NO_REVISION = '—';

/**
 * Revision, check code and a QR code in the middle of the foot. The code is as large as the foot allows, so
 * that the rows above stand on the pages on which they stand in the public copy. One that holds an address
 * has more squares, of which none is too small to be read: it takes a millimetre or two from the rows.
 */
export function placeStamp(
  stamp: Stamp,
  recordSet: RecordSet,
  paper: Paper,
  metrics: FontMetrics,
): PlacedStamp {
  const texts = [`盖章稿　版次 ${stamp.revision ?? NO_REVISION}`, `校验码 ${stamp.code}`];
  const width = Math.max(...texts.map((text) => textWidth(text, metrics, 'regular') * SIZE));
  const squares = qrSquares(stampText(stamp, recordSet));
  const module = squareSide(squares.length, paper);
  const side = squares.length * module;
  const left = (paper.left + paper.right - side - GAP - width) / 2;
  const top = Math.min(paper.bottom + BELOW_TEXT, paper.height - PAPER_EDGE - side);
  const lines = placeLines(
    texts,
    {
      left: left + side + GAP,
      right: left + side + GAP + width,
      top: top + (side - texts.length * LEADING) / 2,
    },
    { size: SIZE, leading: LEADING, weight: 'regular', align: 'left' },
    metrics,
  );
  return {
    lines,
    pattern: { left: rounded(left), top: rounded(top), module, runs: blackRuns(squares) },
    above: Math.max(0, paper.bottom + QUIET_SQUARES * module - top),
  };
}

/**
 * What the QR code holds: an address, or else period, unit, revision and check code, in characters that QR codes
 * hold most densely, the hyphens of the check code left out. A unit without a code, of which the CLI may know
 * none, is -.
 */
export const stampText = (
  { revision, code, address }: Stamp,
  { period, submitter }: Pick<RecordSet, 'period' | 'submitter'>,
): string =>
  address ??
  `JIXIAO ${period} ${submitter.code ?? '-'} ${revision ?? '-'} ${code.replaceAll('-', '')}`;

/** Side of a square of a code of so many by so many. To the hundredth, as coordinates are stated: squares then meet. */
function squareSide(squares: number, paper: Paper): number {
  const room = paper.height - PAPER_EDGE - paper.bottom;
  const fitting = Math.min(WIDEST / squares, room / (squares + QUIET_SQUARES));
  return Math.floor(Math.max(LEAST_SQUARE, fitting) * 100) / 100;
}

/** The squares of a QR code, row by row: true for black. */
function qrSquares(text: string): readonly (readonly boolean[])[] {
  const bordered = encodeQr(text, 'raw', { ecc: 'medium', border: 1 });
  return bordered.slice(1, -1).map((row) => row.slice(1, -1));
}

/** What is black of a code, as a pattern states it. */
const blackRuns = (squares: readonly (readonly boolean[])[]): Pattern['runs'] =>
  squares.flatMap((row, index) =>
    runsOf(row).map(([column, length]) => [index, column, length] as const),
  );

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

import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import type { SummaryGrowth } from './summary-growth.ts';

/*
 * `node local/node24.mjs bench/draw-summary-growth.ts`: draws docs/summary-growth.svg from
 * bench/results.json. Both axes are logarithmic: what grows with the period is a straight line.
 */

const RESULTS = new URL('results.json', import.meta.url);
const CHART = new URL('../docs/summary-growth.svg', import.meta.url);

const WIDTH = 940;
const HEIGHT = 420;
const PANEL = { top: 64, height: 290, width: 360, left: [64, 500] } as const;
const COLOURS = ['#0b5394', '#6fa8dc', '#b45f06', '#990000', '#6a7f10'];
const DASHES = ['', '', '6 3', '6 3', '2 3'];

/** A panel: what is drawn upwards, from which to which power of ten, and the budget's line. */
interface Panel {
  readonly title: string;
  readonly value: (took: NonNullable<SummaryGrowth['took']>) => number;
  readonly from: number;
  readonly to: number;
  readonly must: number;
}

const PANELS: readonly Panel[] = [
  { title: 'seconds', value: ({ seconds }) => seconds, from: -1, to: 3, must: 120 },
  { title: 'peak MiB', value: ({ peakMiB }) => peakMiB, from: 1, to: 4, must: 512 },
];

function chartOf(measured: readonly SummaryGrowth[]): string {
  const ways = [...new Set(measured.map(({ way }) => way))];
  const panels = PANELS.map((panel, index) =>
    panelOf(panel, PANEL.left[index] ?? 0, ways, measured),
  );
  const legend = ways.map((way, index) => {
    const x = 64 + (index % 3) * 300;
    const y = 388 + Math.floor(index / 3) * 20;
    return `${stroke(`M${x} ${y - 4}h28`, index)}<text x="${x + 34}" y="${y}">${way}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="Time and memory of a summary by the number of submissions">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    '<text x="64" y="26" font-size="16">Summary of a period, 30 projects a submission</text>',
    ...panels,
    ...legend,
    '</svg>\n',
  ].join('\n');
}

function panelOf(
  { title, value, from, to, must }: Panel,
  left: number,
  ways: readonly string[],
  measured: readonly SummaryGrowth[],
): string {
  const { top, height, width } = PANEL;
  const x = (submissions: number): number =>
    round(left + ((Math.log10(submissions) - 2) / 2) * width);
  const y = (amount: number): number =>
    round(top + height - ((Math.log10(amount) - from) / (to - from)) * height);
  const decades = Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
  const lines = ways.map((way, index) => {
    const points = measured.flatMap(({ way: own, submissions, took }) =>
      own === way && took !== null ? [`${x(submissions)} ${y(value(took))}`] : [],
    );
    return points.length === 0 ? '' : stroke(`M${points.join('L')}`, index) + dots(points, index);
  });
  return [
    `<text x="${left}" y="${top - 12}" font-weight="bold">${title}</text>`,
    ...decades.map(
      (amount) =>
        `<path d="M${left} ${y(amount)}h${width}" stroke="#ddd"/><text x="${left - 8}" y="${y(amount) + 4}" text-anchor="end">${amount.toLocaleString('en')}</text>`,
    ),
    ...[100, 1_000, 10_000].map(
      (submissions) =>
        `<text x="${x(submissions)}" y="${top + height + 18}" text-anchor="middle">${submissions.toLocaleString('en')}</text>`,
    ),
    `<path d="M${left} ${y(must)}h${width}" stroke="#c00" stroke-dasharray="1 4"/><text x="${left + 4}" y="${y(must) - 5}" fill="#c00">must: ${must}</text>`,
    ...lines,
  ].join('\n');
}

const round = (value: number): number => Math.round(value * 10) / 10;

const stroke = (path: string, index: number): string =>
  `<path d="${path}" fill="none" stroke="${COLOURS[index]}" stroke-width="2" stroke-dasharray="${DASHES[index]}"/>`;

const dots = (points: readonly string[], index: number): string =>
  points
    .map((point) => {
      const [cx, cy] = point.split(' ');
      return `<circle cx="${cx}" cy="${cy}" r="3" fill="${COLOURS[index]}"/>`;
    })
    .join('');

const { summaries } = JSON.parse(readFileSync(RESULTS, 'utf8')) as {
  readonly summaries?: readonly SummaryGrowth[];
};
if (summaries === undefined) throw new Error('bench/results.json has no summaries: npm run bench');
writeFileSync(CHART, chartOf(summaries));
process.stdout.write('written: docs/summary-growth.svg\n');

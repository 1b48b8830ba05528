import {
  type AdvanceRuns,
  forEachWeight,
  type MetricsTable,
  type Weight,
} from '../../shared/layout/metrics.ts';

/** Code point → advance width in 1/1000 em, of every character that a font prints. */
export type Advances = ReadonlyMap<number, number>;

/** The fonts of each weight as they are asked for a character, one after another. */
export type AdvanceStack = Readonly<Record<Weight, readonly Advances[]>>;

/** The metrics of a stack of fonts: of each character those of the first font that has it. */
export function metricsTable(stack: AdvanceStack): MetricsTable {
  const regular = firstOf(stack.regular);
  const other = (weight: Weight): AdvanceRuns =>
    runsOf([...firstOf(stack[weight])].filter(([point, width]) => regular.get(point) !== width));
  return forEachWeight((weight) => (weight === 'regular' ? runsOf([...regular]) : other(weight)));
}

/** The other way round: the characters of each weight. */
export function advancesIn(table: MetricsTable): Readonly<Record<Weight, Advances>> {
  const regular = new Map(entriesOf(table.regular));
  return forEachWeight((weight) =>
    weight === 'regular' ? regular : new Map([...regular, ...entriesOf(table[weight])]),
  );
}

/** Filled from the last font to the first, whose widths stand. */
const firstOf = (fonts: readonly Advances[]): Advances =>
  new Map(fonts.toReversed().flatMap((advances) => [...advances]));

type Entry = readonly [point: number, advance: number];

/** Neighbours of the same width as one run. */
function runsOf(advances: readonly Entry[]): AdvanceRuns {
  const runs: [first: number, count: number, advance: number][] = [];
  for (const [point, advance] of advances.toSorted(([a], [b]) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run[0] + run[1] === point && run[2] === advance) run[1] += 1;
    else runs.push([point, 1, advance]);
  }
  return runs;
}

const entriesOf = (runs: AdvanceRuns): readonly Entry[] =>
  runs.flatMap(([first, count, advance]) =>
    Array.from({ length: count }, (_, index): Entry => [first + index, advance]),
  );

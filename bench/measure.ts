import { performance } from 'node:perf_hooks';

/** Milliseconds of one piece of work over several runs. */
export interface Timing {
  readonly name: string;
  readonly first: number;
  /** Median of the runs after the first: a warm process. */
  readonly warm: number;
  readonly runs: number;
}

/**
 * Times `work`: once cold, then at least `least` times and until `seconds` have passed or `most` runs
 * are done.
 */
export async function measure(
  name: string,
  work: () => unknown,
  {
    least = 3,
    most = 40,
    seconds = 4,
  }: { readonly least?: number; readonly most?: number; readonly seconds?: number } = {},
): Promise<Timing> {
  const first = await timed(work);
  const warm: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (warm.length < least || (warm.length < most && performance.now() < end)) {
    warm.push(await timed(work));
  }
  return { name, first, warm: median(warm), runs: warm.length };
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The middle of several values, the upper one of two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

import type { Rebuilds } from './left-behind.ts';
import type { LoadOutcomes } from './outcomes.ts';

/** What a load run says, as in bench/load/results.json. */
export interface LoadResults extends LoadOutcomes {
  readonly uploads: number;
  readonly units: number;
  /** Seconds until all were sent, all had their report, and the summary said what stands. */
  readonly sent: number;
  readonly seconds: number;
  readonly summarySeconds: number;
  readonly rebuilds: Rebuilds;
  /** Part of the data folder → bytes. */
  readonly disk: Readonly<Record<string, number>>;
  readonly peakMiB: number;
}

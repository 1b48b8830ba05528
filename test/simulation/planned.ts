import type { Removals } from '../../shared/store/removals.ts';
import type { Submissions } from '../../shared/store/submissions.ts';
import type { AllPorts } from '../memory-ports.ts';
import type { Sabotage } from './system.ts';

/** Something broken on purpose, and what the simulation must say of it. */
export interface Planned {
  readonly how: string;
  /** The invariant that it breaks: see `invariants.ts`. */
  readonly breaks: string;
  readonly says?: RegExp;
  /** Where to begin, when it takes many seeds until one shows it. */
  readonly from?: number;
  readonly sabotage: Sabotage;
}

/** The store, with some of its calls broken. */
export const brokenStore = (
  breakStore: (store: Submissions) => Partial<Submissions>,
): Sabotage => ({
  ports: (ports) => ({
    ...ports,
    submissions: { ...ports.submissions, ...breakStore(ports.submissions) },
  }),
});

/** What a purge does to the store, with some of it broken. */
export const brokenRemovals = (broken: Partial<Removals>): Sabotage => ({
  ports: (ports) => ({ ...ports, removals: { ...ports.removals, ...broken } }),
});

/** The outputs bucket, with some of its calls broken. */
export const brokenOutputs = (
  breakOutputs: (outputs: AllPorts['outputs']) => Partial<AllPorts['outputs']>,
): Sabotage => ({
  ports: (ports) => ({ ...ports, outputs: { ...ports.outputs, ...breakOutputs(ports.outputs) } }),
});

/** A number that is another one each time, and of which no reason can be given. */
export function counter(): () => number {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
}

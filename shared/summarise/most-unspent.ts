import type { UnspentProject } from '../submission-figures.ts';

/** As many as 总览 shows. */
const MOST = 10;

/** Keeps the projects that left most unspent, of all that it is shown. */
export interface MostUnspent {
  /** Those of a submission that are among the most so far. */
  readonly keep: (projects: readonly UnspentProject[]) => readonly UnspentProject[];
}

/**
 * Leaves out, submission by submission, what cannot be among the most of the period any more: ten
 * projects each of very many submissions would take more room than everything else.
 */
export function mostUnspent(): MostUnspent {
  let most: readonly number[] = [];
  return {
    keep(projects) {
      most = [...most, ...projects.map(unspent)].sort((a, b) => b - a).slice(0, MOST);
      const least = most.length < MOST ? 0 : (most.at(-1) ?? 0);
      return projects.filter((project) => unspent(project) >= least);
    },
  };
}

const unspent = ({ budget, actual }: UnspentProject): number => budget - actual;

import type { UnspentProject } from '../submission-figures.ts';

/** As many as 总览 shows. */
const MOST = 10;

/** Keeps the projects that left most unspent, of all that it is shown. */
export interface MostUnspent {
  /** Those of a submission that are among the most so far. */
  readonly keep: (
    submitter: string,
    projects: readonly UnspentProject[],
  ) => readonly UnspentProject[];
  /** Codes of those of whom something was left out that would be among the most of these. */
  readonly leftOutOf: (projects: readonly UnspentProject[]) => ReadonlySet<string>;
}

/**
 * Leaves out, submission by submission, what cannot be among the most of the period any more: ten
 * projects each of very many submissions would take more room than everything else.
 */
export function mostUnspent(): MostUnspent {
  let most: readonly number[] = [];
  const leftOut = new Map<string, number>();
  return {
    keep(submitter, projects) {
      most = largest([...most, ...projects.map(unspent)]);
      const least = leastOf(most);
      const out = projects.map(unspent).filter((each) => each < least);
      if (out.length > 0) leftOut.set(submitter, Math.max(...out));
      return projects.filter((project) => unspent(project) >= least);
    },
    leftOutOf(projects) {
      const least = leastOf(largest(projects.map(unspent)));
      const found = [...leftOut].filter(([, out]) => out >= least);
      return new Set(found.map(([submitter]) => submitter));
    },
  };
}

const unspent = ({ budget, actual }: UnspentProject): number => budget - actual;

const largest = (amounts: readonly number[]): readonly number[] =>
  [...amounts].sort((a, b) => b - a).slice(0, MOST);

/** What the last of the most left unspent; 0 as long as there are fewer. */
const leastOf = (most: readonly number[]): number => (most.length < MOST ? 0 : (most.at(-1) ?? 0));

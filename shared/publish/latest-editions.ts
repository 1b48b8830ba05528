import type { Publication } from '../publication.ts';

/** What is current of each submission, or its last edition where nothing is; `publications` in their order. */
export const latestEditions = (publications: readonly Publication[]): readonly Publication[] => [
  ...new Map(publications.map((each) => [`${each.period}/${each.submitter}`, each])).values(),
];

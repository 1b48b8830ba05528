import type { World } from '../memory-ports.ts';

/** Names of the projects whose rows are stored under `period/submitter/revision`, in order. */
export const storedProjects = ({ tables }: World, place: string): readonly (string | undefined)[] =>
  [...(tables.rows.get(place)?.values() ?? [])]
    .sort((a, b) => a.number - b.number)
    .map(({ texts }) => texts['projectName']);

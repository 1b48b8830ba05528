import type { ListedProject, ProjectList } from '../shared/records/project-list.ts';

/** 1 万元 in fen. */
const WAN = 1_000_000;

/** A project of the list of 发展和改革局; amounts in 万元. */
export const listed = (
  name: string,
  amounts: Readonly<Record<string, number>> = {},
  changes: Partial<ListedProject> = {},
): ListedProject => ({
  unit: 'LG-FGJ',
  unitName: '深圳市龙岗区发展和改革局',
  department: 'LG-FGJ',
  name,
  amounts: Object.fromEntries(
    Object.entries(amounts).map(([field, amount]) => [field, Math.round(amount * WAN)]),
  ),
  ...changes,
});

/** A list with these projects. */
export const projectList = (...projects: readonly ListedProject[]): ProjectList => ({
  id: 'list-1',
  projects,
});

import type { Period } from '../shared/period.ts';

/** The periods the product ships with; an installation may hold others in its store. */
export const PERIODS: readonly Period[] = [
  { id: '2020', forms: ['longgang-2020'], budgetBasis: '未注明' },
  { id: '2021', forms: ['longgang-2021'], budgetBasis: '未注明' },
];

/** The period with this id, or undefined. */
export const periodById = (id: string): Period | undefined =>
  PERIODS.find((period) => period.id === id);

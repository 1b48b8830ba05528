import type { Period } from '../../shared/period.ts';
import { EXAMPLE_UNITS } from '../../templates/examples/example-units.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { PERIODS } from '../../templates/periods.ts';

const DAY = 24 * 60 * 60_000;
/** Hours that 北京时间 is ahead of UTC. */
const BEIJING_HOURS = 8;
/** How many days before its start the collection opened, and after it ends. */
const OPEN_SINCE = 20;
const DUE_IN = 9;

/** The collection of the made-up units: for the year before `now`, open, and due in some days. */
export function examplePeriod(now: Date): Period {
  return {
    id: String(Number(dayIn(now, 0).slice(0, 4)) - 1),
    forms: [longgang2021.id],
    budgetBasis: '年初',
    opensOn: dayIn(now, -OPEN_SINCE),
    dueOn: dayIn(now, DUE_IN),
    owedBy: EXAMPLE_UNITS.map(({ code }) => code),
  };
}

/** The periods of the published tables, owed by the units of their own district alone; then the example's. */
export const periodsWithExamples = (owners: readonly string[], now: Date): readonly Period[] => [
  ...PERIODS.map((period) => ({ ...period, owedBy: owners })),
  examplePeriod(now),
];

/** The day `days` after now in 北京时间, `YYYY-MM-DD`. */
const dayIn = (now: Date, days: number): string =>
  new Date(now.getTime() + BEIJING_HOURS * 60 * 60_000 + days * DAY).toISOString().slice(0, 10);

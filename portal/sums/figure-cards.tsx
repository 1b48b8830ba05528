import type { Sums, TableSumsAnswer } from '../../functions/api/sums-schemas.ts';
import { useLanguage } from '../language.tsx';
import { amountText, rateText } from './amounts.ts';
import { SUMS_WORDS } from './sums-words.ts';

/** The figures of each card, in their order. */
const FIGURES = [
  'tables',
  'projects',
  'budget',
  'actual',
  'unspent',
  'rate',
  'low',
  'problems',
  'rectified',
] as const;

const textsOf = ({
  tables,
  totals,
  low,
  problems,
  rectified,
}: TableSumsAnswer): Readonly<Record<(typeof FIGURES)[number], string>> => {
  const [budget, actual] = [totals.budget.total, totals.actual.total];
  return {
    tables: String(tables),
    projects: String(totals.projects),
    budget: amountText(budget),
    actual: amountText(actual),
    unspent: amountText(budget - actual),
    rate: rateText({ budget, actual }),
    low: String(low.projects),
    problems: String(problems),
    rectified: String(rectified),
  };
};

/** The totals: of what passed the check in large, of what is approved below. */
export function FigureCards({ sums }: { readonly sums: Sums }) {
  const { say } = useLanguage();
  const passed = textsOf(sums.passed);
  const approved = textsOf(sums.approved);
  return (
    <dl className="sum-cards">
      {FIGURES.map((figure) => (
        <div key={figure}>
          <dt>{say(SUMS_WORDS[figure])}</dt>
          <dd>
            <span className="heard">{say(SUMS_WORDS.passed)} </span>
            <b>{passed[figure]}</b>
          </dd>
          <dd className="quiet">
            {say(SUMS_WORDS.approved)} {approved[figure]}
          </dd>
        </div>
      ))}
    </dl>
  );
}

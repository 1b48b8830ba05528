import type { SharedMoney, Sums } from '../../functions/api/sums-schemas.ts';
import { useLanguage } from '../language.tsx';
import { filled } from '../words.ts';
import { amountText, changeText, NO_FIGURE, rateText } from './amounts.ts';
import { Part } from './part.tsx';
import { SumTable } from './sum-table.tsx';
import { SUMS_WORDS } from './sums-words.ts';

const COLUMNS = ['year', 'projects', 'budget', 'actual', 'rate'] as const;

/** This year beside the last one, of those whose figures mean the same in both. */
export function YearPart({ sums: { period, lastYear } }: { readonly sums: Sums }) {
  const { say } = useLanguage();
  const title = SUMS_WORDS.years;
  if (lastYear === null)
    return (
      <Part title={title} note={SUMS_WORDS.yearsNone}>
        {null}
      </Part>
    );
  const { compared: count, now, earlier, otherBasis, otherUnits } = lastYear;
  const note = filled(SUMS_WORDS.yearsNote, { otherBasis, otherUnits });
  const row = (year: string, money: SharedMoney) => ({
    key: year,
    name: say(filled(SUMS_WORDS.yearOf, { period: year, count })),
    cells: [money.projects, amountText(money.budget), amountText(money.actual), rateText(money)],
  });
  return (
    <Part title={title} note={note}>
      {count === 0 ? (
        <p>{say(SUMS_WORDS.yearsNone)}</p>
      ) : (
        <SumTable
          caption={say(title)}
          titles={COLUMNS.map((column) => say(SUMS_WORDS[column]))}
          rows={[
            row(period, now),
            row(lastYear.period, earlier),
            {
              key: 'change',
              name: say(SUMS_WORDS.change),
              cells: [
                changeText(now.projects, earlier.projects),
                changeText(now.budget, earlier.budget),
                changeText(now.actual, earlier.actual),
                NO_FIGURE,
              ],
            },
          ]}
        />
      )}
    </Part>
  );
}

import type { PeriodList } from '../../functions/api/schemas.ts';
import { useLanguage } from '../language.tsx';
import { BOARD_WORDS } from './review-words.ts';

interface ChoiceProps {
  readonly periods: PeriodList['periods'];
  readonly period: string;
  readonly onChoose: (period: string) => void;
}

/** The year that a list is of. */
export function PeriodChoice({ periods, period, onChoose }: ChoiceProps) {
  const { say } = useLanguage();
  return (
    <label className="period-choice">
      {say(BOARD_WORDS.period)}{' '}
      <select value={period} onChange={({ target }) => onChoose(target.value)}>
        {periods.map(({ id }) => (
          <option key={id}>{id}</option>
        ))}
      </select>
    </label>
  );
}

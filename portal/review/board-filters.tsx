import { Input } from 'antd';
import type { Board } from '../../functions/api/review-schemas.ts';
import { COLLECTION_WORDS } from '../collections/collection-words.ts';
import { useLanguage } from '../language.tsx';
import { countOf, departmentsOf, FILTERS, type Narrowed } from './board-filter.ts';
import { BOARD_WORDS } from './review-words.ts';

interface FiltersProps {
  readonly board: Board;
  readonly narrowed: Narrowed;
  readonly onNarrow: (narrowed: Narrowed) => void;
}

/** Narrows the board to a state, a department, a name. */
export function BoardFilters({ board, narrowed, onNarrow }: FiltersProps) {
  const { say } = useLanguage();
  const departments = departmentsOf(board.units);
  return (
    <>
      <fieldset className="board-counts">
        <legend>{say(BOARD_WORDS.filter)}</legend>
        {FILTERS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === narrowed.filter}
            onClick={() => onNarrow({ ...narrowed, filter: name })}
          >
            {say(BOARD_WORDS[name])} <b>{countOf(board, name)}</b>
          </button>
        ))}
      </fieldset>
      <div className="board-tools">
        <Input
          allowClear
          aria-label={say(BOARD_WORDS.search)}
          placeholder={say(BOARD_WORDS.search)}
          value={narrowed.text}
          onChange={({ target }) => onNarrow({ ...narrowed, text: target.value })}
        />
        {departments.length > 0 && (
          <label className="period-choice">
            {say(COLLECTION_WORDS.department)}{' '}
            <select
              value={narrowed.department ?? ''}
              onChange={({ target }) => onNarrow({ ...narrowed, department: target.value || null })}
            >
              <option value="">{say(COLLECTION_WORDS.allDepartments)}</option>
              {departments.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </>
  );
}

import type { BoardLine } from '../../functions/api/review-schemas.ts';
import { COLLECTION_WORDS } from '../collections/collection-words.ts';
import { useLanguage } from '../language.tsx';
import { filled } from '../words.ts';

/** Which units are ticked. */
export interface Choice {
  readonly chosen: ReadonlySet<string>;
  readonly setChosen: (chosen: ReadonlySet<string>) => void;
}

/** Ticks all lines that are shown, or none. */
export function ChooseAll({
  lines,
  choice,
}: {
  readonly lines: readonly BoardLine[];
  readonly choice: Choice;
}) {
  const { say } = useLanguage();
  const { chosen, setChosen } = choice;
  const codes = lines.map(({ unit }) => unit.code);
  return (
    <td>
      <input
        type="checkbox"
        aria-label={say(COLLECTION_WORDS.chooseAll)}
        checked={codes.every((code) => chosen.has(code))}
        onChange={({ target }) => setChosen(new Set(target.checked ? codes : []))}
      />
    </td>
  );
}

/** Ticks one unit. */
export function Choose({
  unit,
  choice,
}: {
  readonly unit: BoardLine['unit'];
  readonly choice: Choice;
}) {
  const { say } = useLanguage();
  const { chosen, setChosen } = choice;
  const toggled = (): ReadonlySet<string> => {
    const next = new Set(chosen);
    if (!next.delete(unit.code)) next.add(unit.code);
    return next;
  };
  return (
    <td className="choose">
      <input
        type="checkbox"
        aria-label={say(filled(COLLECTION_WORDS.choose, { unit: unit.name }))}
        checked={chosen.has(unit.code)}
        onChange={() => setChosen(toggled())}
      />
    </td>
  );
}

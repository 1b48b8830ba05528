import { useLanguage } from '../language.tsx';
import { filled, TABLE_WORDS } from '../words.ts';
import type { ChosenCell } from './table-desk.ts';

/** Which cell is chosen, in words: its column, and the project it belongs to. */
export function PlaceName({ chosen: { line, column } }: { readonly chosen: ChosenCell }) {
  const { say } = useLanguage();
  return (
    <p className="cell-name">
      {column !== null && <b>{say(column.title)}</b>}
      {line !== null && (
        <span>{say(filled(TABLE_WORDS.serial, { serial: line.cells[0]?.text || '—' }))}</span>
      )}
    </p>
  );
}

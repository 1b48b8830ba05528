import type { Text } from '../../shared/locale.ts';
import { useLanguage } from '../language.tsx';
import { filled } from '../words.ts';
import { REGISTER_WORDS } from './setup-words.ts';

/** Faults that are shown; a list of another kind has one a row. */
const MOST_SHOWN = 50;

interface FaultsProps {
  /** `row` is 0 for what is about the file as a whole. */
  readonly faults: readonly { readonly row: number; readonly says: Text }[];
}

/** Why a sheet cannot be imported, row by row. */
export function SheetFaults({ faults }: FaultsProps) {
  const { say } = useLanguage();
  if (faults.length === 0) return null;
  return (
    <ul className="faults">
      {faults.slice(0, MOST_SHOWN).map(({ row, says }) => (
        <li key={`${row} ${says.zh}`}>
          {row === 0 ? say(says) : say(filled(REGISTER_WORDS.fault, { row, says: say(says) }))}
        </li>
      ))}
    </ul>
  );
}

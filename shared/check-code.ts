import { createHash } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH, codeInGroups } from './read-check-code.ts';
import { type PrintedTable, printedJson } from './records/printed-table.ts';

/** Begins what is digested, so that a later way to make codes gives others. */
const MAKE = 'jixiao-check-code-1';

/**
 * The check code that a stamped copy prints, K7QM-2XPD-9RTA: the start of the SHA-256 of the table as it
 * is printed and the number of its revision (null where none is known). Whoever has the records, as
 * stored or as a report carries them, can compute it anew. It tells that paper and record are the same;
 * it is no signature. Whoever knows all of a table but one cell can try that cell out on its code.
 */
export function checkCode(table: PrintedTable, revision: number | null): string {
  const digest = createHash('sha256')
    .update(`${MAKE}\n${revision ?? ''}\n${printedJson(table)}`)
    .digest();
  const bits = Array.from(digest, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const characters = Array.from({ length: CODE_LENGTH }, (_, index) =>
    CODE_ALPHABET.charAt(Number.parseInt(bits.slice(5 * index, 5 * index + 5), 2)),
  ).join('');
  return codeInGroups(characters);
}

import { createHash } from 'node:crypto';
import type { FormDefinition } from '../templates/form.ts';
import type { Stamp } from './layout/stamp.ts';
import { type PrintedTable, printedJson, printedTable } from './records/printed-table.ts';
import type { RecordSet } from './records/record.ts';

/** Crockford's alphabet: no I, L, O or U, which are mistaken for others. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters of a code, 5 bits each: 60 bits. */
const LENGTH = 12;

const GROUPS = /.{4}/g;

/** Begins what is digested, so that a later way to make codes gives others. */
const MAKE = 'jixiao-check-code-1';

/**
 * The check code that a stamped copy prints, K7QM-2XPD-9RTA: the start of the SHA-256 of the table as it
 * is printed and the number of its revision (null where none is known). Whoever has the records, as
 * stored or as a report carries them, can compute it anew. It tells that paper and record are the same;
 * it is no signature.
 */
export function checkCode(table: PrintedTable, revision: number | null): string {
  const digest = createHash('sha256')
    .update(`${MAKE}\n${revision ?? ''}\n${printedJson(table)}`)
    .digest();
  const bits = Array.from(digest, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const characters = Array.from({ length: LENGTH }, (_, index) =>
    ALPHABET.charAt(Number.parseInt(bits.slice(5 * index, 5 * index + 5), 2)),
  ).join('');
  return inGroups(characters);
}

/** What the stamped copy of a record set prints; `revision` is null where none is known. */
export const stampOf = (
  records: RecordSet,
  form: FormDefinition,
  revision: number | null,
): Stamp => ({ revision, code: checkCode(printedTable(records, form), revision) });

/**
 * A code as typed from paper: any case, with or without hyphens and spaces, O for 0, I or L for 1. Null for what
 * can be no code.
 */
export function readCheckCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const isCode =
    plain.length === LENGTH && [...plain].every((character) => ALPHABET.includes(character));
  return isCode ? inGroups(plain) : null;
}

const inGroups = (code: string): string => (code.match(GROUPS) ?? []).join('-');

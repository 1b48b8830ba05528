import { CompoundFile } from './compound/compound-file.ts';
import { lookAtBiff } from './compound/look-at-biff.ts';
import type { ReadLimits } from './limits.ts';
import type { Refusal } from './read-result.ts';
import { damaged, Refused, tooHeavy } from './refused.ts';

/** Streams that tell what a compound file is when it is no workbook that can be read. */
const TELLING: readonly (readonly [string, Refusal])[] = [
  ['EncryptedPackage', { kind: 'encrypted', by: 'password' }],
  ['WordDocument', { kind: 'not-a-workbook', looksLike: 'word' }],
  ['PowerPoint Document', { kind: 'not-a-workbook', looksLike: 'presentation' }],
  ['_VBA_PROJECT_CUR', { kind: 'with-macros' }],
  ['_VBA_PROJECT', { kind: 'with-macros' }],
];

/**
 * The records of an .xls of Excel 97 or later, without lock and macros and within bounds; refuses any
 * other compound file.
 */
export function lookAtCompound(bytes: Uint8Array, limits: ReadLimits): Uint8Array {
  const file = new CompoundFile(bytes);
  for (const [name, refusal] of TELLING) if (file.has(name)) throw new Refused(refusal);
  if (!file.has('Workbook')) {
    throw new Refused({
      kind: 'not-a-workbook',
      looksLike: file.has('Book') ? 'old-workbook' : 'unknown',
    });
  }
  const records = file.stream('Workbook', bytes.length);
  const look = lookAtBiff(records);
  if (look.isEncrypted) throw new Refused({ kind: 'encrypted', by: 'password' });
  if (look.hasMacroSheet) throw new Refused({ kind: 'with-macros' });
  if (look.sheets > limits.sheets) throw tooHeavy('sheets', limits.sheets);
  if (look.filledCells > limits.vendorCells) throw tooHeavy('cells', limits.vendorCells);
  if (!look.isBiff8) throw damaged('broken');
  return records;
}

import type { Sheet } from '../cells/cell.ts';
import { checksum } from '../checksum.ts';
import type { TemplateIdentity } from './row.ts';

/*
 * Templates carry a hidden sheet that says what they are, so that a renamed file still knows. Column A
 * names, column B says:
 *
 *   jixiao-template
 *   form        longgang-2021
 *   version     2021
 *   period      2021
 *   submitter   LG-FGJ
 *   digest      checksum of the lines above
 */

/** Name of the hidden sheet; hints on hidden sheets leave it out. */
export const IDENTITY_SHEET = '_jixiao';

/** What its cell A1 holds. */
export const IDENTITY_MARK = 'jixiao-template';

/** What the hidden sheet says, line by line from row 2 on, the digest last. */
export function identityLines(
  identity: Omit<TemplateIdentity, 'intact'>,
): readonly (readonly [name: string, value: string])[] {
  const { form, version, period, submitter } = identity;
  const said: readonly (readonly [string, string])[] = [
    ['form', form],
    ['version', version],
    ['period', period ?? ''],
    ['submitter', submitter ?? ''],
  ];
  const text = said.map(([name, value]) => `${name}=${value}`).join('\n');
  return [...said, ['digest', checksum(`${IDENTITY_MARK}\n${text}`)]];
}

/** True for the sheet that says what a template is, whatever it is called by now. */
export const isIdentitySheet = (sheet: Sheet): boolean => textAt(sheet, 1, 1) === IDENTITY_MARK;

/**
 * What the workbook's hidden sheet says of it; null for a file that is not made from one of our
 * templates. A sheet of our name without our mark is a template that was tampered with.
 */
export function readIdentity(sheets: readonly Sheet[]): TemplateIdentity | null {
  const sheet = sheets.find(isIdentitySheet) ?? sheets.find(({ name }) => name === IDENTITY_SHEET);
  if (sheet === undefined) return null;
  const value = (row: number): string => textAt(sheet, row, 2);
  const said = {
    form: value(2),
    version: value(3),
    period: valueOrNull(value(4)),
    submitter: valueOrNull(value(5)),
  };
  const isAsWritten = ([name, text]: readonly [string, string], index: number): boolean =>
    textAt(sheet, index + 2, 1) === name && value(index + 2) === text;
  return { ...said, intact: isIdentitySheet(sheet) && identityLines(said).every(isAsWritten) };
}

const textAt = (sheet: Sheet, row: number, column: number): string =>
  sheet.rows.get(row)?.get(column)?.text ?? '';

const valueOrNull = (text: string): string | null => (text === '' ? null : text);

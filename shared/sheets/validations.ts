import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import { strFromU8, strToU8 } from 'fflate/browser';
import { rangeText } from './range-text.ts';
import { sheetOfEntry } from './sheet-entry.ts';
import type { DefinedName, SheetModel, ValidationModel } from './workbook-model.ts';

/** Characters that Excel takes in the title and the text of a prompt or refusal. */
export const MAX_PROMPT_TITLE = 32;
export const MAX_PROMPT_TEXT = 255;

/** What exceljs offers for whole ranges but leaves out of its types. */
interface WithValidations {
  readonly dataValidations: { add(range: string, validation: DataValidation): void };
}

/**
 * Puts the validations on their ranges, one a range: cell by cell they would make a file that other
 * readers take seconds over. Throws RangeError for a text longer than Excel takes.
 */
export function addValidations(sheet: Worksheet, validations: readonly ValidationModel[]): void {
  const { dataValidations } = sheet as unknown as WithValidations;
  for (const validation of validations) {
    const { prompt, refusal } = validation;
    for (const { title, text } of refusal === undefined ? [prompt] : [prompt, refusal]) {
      if (title.length > MAX_PROMPT_TITLE || text.length > MAX_PROMPT_TEXT) {
        throw new RangeError(`too long for a validation: "${title}: ${text}"`);
      }
    }
    dataValidations.add(rangeText(validation.range), validationOf(validation));
  }
}

const VALIDATIONS = /<dataValidations .*<\/dataValidations>/s;

/**
 * The package's entry with the line breaks of its prompts kept. exceljs writes them as they are, and a
 * bare line break in an attribute of XML is a space to whoever reads it.
 */
export function keepPromptLines(
  entry: string,
  bytes: Uint8Array,
  sheets: readonly SheetModel[],
): Uint8Array {
  if (sheetOfEntry(entry, sheets)?.validations === undefined) return bytes;
  return strToU8(
    strFromU8(bytes).replace(VALIDATIONS, (written) => written.replaceAll('\n', '&#10;')),
  );
}

/** Defines the names of a workbook. */
export function addNames(workbook: Workbook, names: readonly DefinedName[]): void {
  for (const { name, sheet, range } of names) {
    const text = rangeText(range).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    workbook.definedNames.add(`'${sheet}'!${text}`, name);
  }
}

function validationOf({ check, prompt, refusal }: ValidationModel): DataValidation {
  const said = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: prompt.title,
    prompt: prompt.text,
    ...(refusal === undefined
      ? {}
      : {
          showErrorMessage: true,
          errorStyle: refusal.style,
          errorTitle: refusal.title,
          error: refusal.text,
        }),
  };
  if (check.kind === 'any') {
    // The types of exceljs leave out the kind that its writer knows.
    return { ...said, type: 'any' as 'custom', formulae: [] };
  }
  return check.kind === 'list'
    ? { ...said, type: 'list', formulae: [check.name] }
    : {
        ...said,
        type: check.kind,
        operator: 'between',
        formulae: [check.least, check.most],
      };
}

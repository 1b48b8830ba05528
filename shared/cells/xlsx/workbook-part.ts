import type { ReadLimits } from '../limits.ts';
import { Refused, tooHeavy } from '../refused.ts';
import { XmlScanner } from '../xml/xml-scanner.ts';
import type { Relationship } from './relationships.ts';

/** A worksheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of the part that holds its cells. */
  readonly part: string;
}

/** What the workbook says of itself. */
export interface WorkbookPart {
  readonly sheets: readonly ListedSheet[];
  /** Days are counted from 1904, as old Macs did. */
  readonly date1904: boolean;
}

/** Excel's macro sheets; they are run when opened. */
const MACRO_SHEETS = new Set(['xlMacrosheet', 'xlIntlMacrosheet']);

/** Worksheets in their order; chart and dialog sheets hold no cells. */
export function readWorkbookPart(
  part: Uint8Array,
  relationships: readonly Relationship[],
  limits: ReadLimits,
): WorkbookPart {
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  if (relationships.some(({ type }) => MACRO_SHEETS.has(type))) {
    throw new Refused({ kind: 'with-macros' });
  }
  const sheets: ListedSheet[] = [];
  let date1904 = false;
  let listing = false;
  let number = 0;
  const scanner = new XmlScanner(part, limits.cellCharacters);
  while (scanner.next()) {
    if (scanner.is('sheets')) listing = scanner.opens;
    else if (scanner.opens && scanner.is('workbookPr')) date1904 = scanner.flag('date1904');
    else if (listing && scanner.opens && scanner.is('sheet')) {
      number += 1;
      if (number > limits.sheets) throw tooHeavy('sheets', limits.sheets);
      const relationship = byId.get(scanner.prefixedAttribute('id') ?? '');
      if (relationship !== undefined && relationship.type !== 'worksheet') continue;
      sheets.push({
        name: scanner.attribute('name') ?? `Sheet${number}`,
        hidden: /hidden/i.test(scanner.attribute('state') ?? ''),
        part: relationship?.target ?? `xl/worksheets/sheet${number}.xml`,
      });
    }
  }
  return { sheets, date1904 };
}

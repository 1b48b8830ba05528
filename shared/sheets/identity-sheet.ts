import { IDENTITY_MARK, IDENTITY_SHEET, identityLines } from '../rows/read-identity.ts';
import type { TemplateIdentity } from '../rows/row.ts';
import { UNITS_NAME } from './template-validations.ts';
import {
  blankCell,
  type CellModel,
  type DefinedName,
  type SheetModel,
  textCell,
} from './workbook-model.ts';

/** Column of the units that drop-down lists offer, from 1. */
const UNITS_COLUMN = 4;

/** The hidden sheet that says what a template is, and holds what its drop-down lists offer. */
export function identitySheet(
  identity: Omit<TemplateIdentity, 'intact'>,
  units: readonly string[],
): SheetModel {
  const said: readonly (readonly string[])[] = [[IDENTITY_MARK], ...identityLines(identity)];
  const cell = (text: string | undefined): CellModel => textCell(text ?? '', 'bare');
  return {
    name: IDENTITY_SHEET,
    widths: [18, 24, 4, 40],
    rows: Array.from({ length: Math.max(said.length, units.length) }, (_, row) => ({
      height: null,
      cells: [cell(said[row]?.[0]), cell(said[row]?.[1]), blankCell('bare'), cell(units[row])],
    })),
    merges: [],
    frozen: { rows: 0, columns: 0 },
    filter: null,
    zoom: 100,
    print: {
      paper: 'A4',
      orientation: 'portrait',
      margin: { top: 15, right: 15, bottom: 15, left: 15 },
      titleRows: null,
      columns: null,
      pagesWide: 1,
      titleColumns: 0,
    },
    hidden: true,
  };
}

/** The name under which validations find the units; none where there are no units. */
export const unitsName = (units: readonly string[]): readonly DefinedName[] =>
  units.length === 0
    ? []
    : [
        {
          name: UNITS_NAME,
          sheet: IDENTITY_SHEET,
          range: { top: 1, left: UNITS_COLUMN, bottom: units.length, right: UNITS_COLUMN },
        },
      ];

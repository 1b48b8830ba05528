import { strToU8 } from 'fflate';
import {
  edit,
  editAll,
  MAIN,
  type Parts,
  RELATIONS,
  type Rewrite,
  TYPES,
} from './package-parts.ts';
import { SHEET, STRINGS, WORKBOOK } from './sources.ts';

/** The same parts under other names, in other encodings, with other things beside them. */
export const PACKAGE_REWRITES: Readonly<Record<string, Rewrite>> = {
  'byte order marks': (parts) => {
    for (const name of [SHEET, STRINGS, WORKBOOK, RELATIONS, TYPES])
      edit(parts, name, (xml) => `\uFEFF${xml}`);
  },
  'no XML declarations': (parts) => editAll(parts, (xml) => xml.replace(/^<\?xml.*?\?>\s*/s, '')),
  'strict namespaces': (parts) => {
    editAll(parts, (xml) =>
      xml
        .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    );
  },
  'absolute targets': (parts) =>
    edit(parts, RELATIONS, (xml) => xml.replace(/Target="(?!\/)/g, 'Target="/xl/')),
  'other names of parts': (parts) => {
    const moved: readonly (readonly [string, string])[] = [
      [SHEET, 'xl/worksheets/table.xml'],
      [STRINGS, 'xl/strings.xml'],
    ];
    for (const [from, to] of moved) {
      parts.set(to, parts.get(from) ?? new Uint8Array());
      parts.delete(from);
      edit(parts, RELATIONS, (xml) =>
        xml.replace(from.slice('xl/'.length), to.slice('xl/'.length)),
      );
      edit(parts, TYPES, (xml) => xml.replace(from, to));
    }
  },
  'styled blanks far away': (parts) =>
    edit(parts, SHEET, (xml) =>
      xml
        .replaceAll('</row>', '<c r="XFD9" s="2"/></row>')
        .replace('</sheetData>', () => `${BLANK_ROWS}</sheetData>`)
        .replace(/(<row r="(\d+)"(?:(?!<\/row>).)*)XFD9/gs, '$1XFD$2'),
    ),
  'rules over whole columns': (parts) =>
    edit(parts, SHEET, (xml) =>
      xml.replace(
        '</mergeCells>',
        '</mergeCells><conditionalFormatting sqref="A1:XFD1048576"><cfRule type="cellIs" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="decimal" sqref="D1:L1048576"><formula1>0</formula1></dataValidation></dataValidations>',
      ),
    ),
  'extensions below': (parts) =>
    edit(parts, SHEET, (xml) =>
      xml.replace(
        '</worksheet>',
        '<extLst><ext uri="{0}"><x14:table xmlns:x14="x14"><sheetData><row r="9"><c r="E9"><v>7</v></c></row></sheetData></x14:table></ext></extLst></worksheet>',
      ),
    ),
  'a cover sheet': (parts) => addSheet(parts, 'visible'),
  'a hidden sheet': (parts) => addSheet(parts, 'hidden'),
  'other files inside': (parts) => {
    parts.set('docProps/thumbnail.jpeg', Uint8Array.of(0xff, 0xd8, 0xff));
    parts.set('xl/calcChain.xml', strToU8('<calcChain><c r="D9"/></calcChain>'));
    parts.set('customXml/item1.xml', strToU8('<x/>'));
    parts.set('xl/printerSettings/printerSettings1.bin', new Uint8Array(64));
  },
};

const BLANK_ROWS = Array.from(
  { length: 1500 },
  (_, index) => `<row r="${index + 100}"><c r="A${index + 100}" s="2"/></row>`,
).join('');

/** A sheet before the table with a few words on it. */
function addSheet(parts: Parts, state: string): void {
  parts.set(
    'xl/worksheets/cover.xml',
    strToU8(
      `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>填报说明</t></is></c></row></sheetData></worksheet>`,
    ),
  );
  edit(parts, WORKBOOK, (xml) =>
    xml.replace(
      '<sheets>',
      `<sheets><sheet name="说明" sheetId="99" state="${state}" r:id="rId99"/>`,
    ),
  );
  edit(parts, RELATIONS, (xml) =>
    xml.replace(
      '</Relationships>',
      '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/cover.xml"/></Relationships>',
    ),
  );
  edit(parts, TYPES, (xml) =>
    xml.replace(
      '</Types>',
      '<Override PartName="/xl/worksheets/cover.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    ),
  );
}

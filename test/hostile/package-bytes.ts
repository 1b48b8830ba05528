import { type MadeEntry, zipBytes } from './zip-bytes.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** What differs from the plainest workbook: parts of one's own, more parts, more sheets. */
export interface PackageOptions {
  /** Content of the first worksheet, between its tags. */
  readonly sheet?: string;
  /** Parts that replace or join those of the plain workbook. */
  readonly parts?: readonly MadeEntry[];
  /** Elements between the tags of `sheets`. */
  readonly sheets?: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The tags around the content of a worksheet. */
export const worksheet = (content: string): string =>
  `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${content}</worksheet>`;

/** Rows around cells. */
export const sheetData = (rows: string): string => `<sheetData>${rows}</sheetData>`;

/** The smallest package that a spreadsheet program opens, with what a test puts in. */
export function packageBytes({
  sheet = '',
  parts = [],
  sheets = '<sheet name="表" sheetId="1" r:id="rId1"/>',
}: PackageOptions): Uint8Array {
  const plain: readonly MadeEntry[] = [
    {
      name: '[Content_Types].xml',
      data: `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets}</sheets></workbook>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: worksheet(sheet) },
  ];
  const replaced = new Set(parts.map(({ name }) => name));
  return zipBytes([...plain.filter(({ name }) => !replaced.has(name)), ...parts]);
}

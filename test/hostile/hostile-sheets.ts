import { BALLAST } from './ballast.ts';
import type { HostileFile } from './hostile-file.ts';
import { packageBytes, sheetData, worksheet } from './package-bytes.ts';

const A1 = '<row r="1"><c r="A1" t="inlineStr"><is><t>项目</t></is></c></row>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

const sheetOf = (content: string, more = {}): Uint8Array =>
  packageBytes({ sheet: content, ...more });

const rowsOf = (count: number, row: (number: number) => string): string =>
  Array.from({ length: count }, (_, index) => row(index + 1)).join('');

const sst = (content: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${content}</sst>`;

const LAUGHS = `<!DOCTYPE sst [<!ENTITY l0 "哈">${Array.from(
  { length: 12 },
  (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
).join('')}]>`;

/** Worksheets that other readers hang on or die of. */
export const HOSTILE_SHEETS: readonly HostileFile[] = [
  {
    name: 'the whole sheet merged',
    bytes: () =>
      sheetOf(
        `${sheetData(A1)}<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
      ),
    ends: 'read',
  },
  {
    name: 'a list validation over the whole sheet',
    bytes: () =>
      sheetOf(
        `${sheetData(A1)}<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations>`,
      ),
    ends: 'read',
  },
  {
    name: 'a million validations',
    bytes: () =>
      sheetOf(
        `${sheetData(A1)}<dataValidations>${'<dataValidation sqref="A1"/>'.repeat(500_000)}</dataValidations>`,
      ),
    ends: 'read',
  },
  {
    name: '60,000 rows with an empty cell in XFD',
    bytes: () =>
      sheetOf(
        sheetData(
          A1 + rowsOf(60_000, (row) => `<row r="${row + 1}"><c r="XFD${row + 1}" s="0"/></row>`),
        ),
      ),
    ends: 'read',
  },
  {
    name: 'a value in XFD1048576',
    bytes: () => sheetOf(sheetData(`${A1}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)),
    ends: { kind: 'too-heavy', why: 'rows', sheet: '表', cell: 'XFD1048576' },
  },
  {
    name: 'a value in XFD1',
    bytes: () => sheetOf(sheetData('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
    ends: { kind: 'too-heavy', why: 'columns', cell: 'XFD1' },
  },
  {
    name: 'a billion laughs in the shared strings',
    bytes: () =>
      sheetOf(sheetData('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), {
        parts: [{ name: 'xl/sharedStrings.xml', data: sst('<si><t>&l12;</t></si>', LAUGHS) }],
      }),
    ends: { kind: 'damaged', how: 'forged' },
  },
  {
    name: 'an entity that names a file of the machine',
    bytes: () =>
      packageBytes({
        parts: [
          {
            name: 'xl/worksheets/sheet1.xml',
            data: `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${worksheet(sheetData(A1)).replace('项目', '&e;')}`,
          },
        ],
      }),
    ends: { kind: 'damaged' },
  },
  {
    name: 'a chart of another producer',
    bytes: () =>
      sheetOf(`${sheetData(A1)}<drawing r:id="rId1"/>`, {
        parts: [
          {
            name: 'xl/worksheets/_rels/sheet1.xml.rels',
            data: `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/drawing" Target="/xl/drawings/drawing1.xml"/></Relationships>`,
          },
          { name: 'xl/drawings/drawing1.xml', data: '<wsDr><oneCellAnchor/></wsDr>' },
          { name: 'xl/charts/chart1.xml', data: '<chartSpace' },
        ],
      }),
    ends: 'read',
  },
  {
    name: '__proto__ as the place of a comment and of cells',
    bytes: () =>
      sheetOf(sheetData(`${A1}<row r="2"><c r="__proto__"><v>2</v></c></row>`), {
        parts: [
          {
            name: 'xl/comments1.xml',
            data: '<comments><commentList><comment ref="__proto__"/></commentList></comments>',
          },
        ],
      }),
    ends: 'read',
  },
  {
    name: 'a million elements inside each other',
    bytes: () => sheetOf(`${'<a>'.repeat(1_000_000)}${sheetData(A1)}${'</a>'.repeat(1_000_000)}`),
    ends: 'read',
  },
  {
    name: 'a comment that never ends',
    bytes: () => sheetOf(`${sheetData(A1)}<!--${'-'.repeat(1_000_000)}`),
    ends: { kind: 'damaged', how: 'broken' },
  },
  {
    name: 'a megabyte of quotes in a tag',
    bytes: () => sheetOf(`<sheetData ${`a='"' b="'" `.repeat(100_000)}>${A1}</sheetData>`),
    ends: 'read',
  },
  {
    name: 'a cell of 1 MB',
    bytes: () =>
      sheetOf(
        sheetData(
          `<row r="1"><c r="A1" t="inlineStr"><is><t>${'字'.repeat(350_000)}</t></is></c></row>`,
        ),
      ),
    ends: { kind: 'too-heavy', why: 'cell-text' },
  },
  {
    name: 'a text of 60,000 characters in 600,000 cells',
    bytes: () =>
      sheetOf(sheetData(rowsOf(20_000, () => `<row>${'<c t="s"><v>0</v></c>'.repeat(30)}</row>`)), {
        parts: [
          { name: 'xl/sharedStrings.xml', data: sst(`<si><t>${'字'.repeat(60_000)}</t></si>`) },
        ],
      }),
    ends: 'read',
  },
  {
    name: '100,000 sheets',
    bytes: () =>
      packageBytes({
        sheets: rowsOf(
          100_000,
          (sheet) => `<sheet name="S${sheet}" sheetId="${sheet}" r:id="rId1"/>`,
        ),
      }),
    ends: { kind: 'too-heavy', why: 'sheets' },
  },
  {
    name: '600,000 shared strings',
    bytes: () =>
      sheetOf(sheetData(A1), {
        parts: [
          {
            name: 'xl/sharedStrings.xml',
            data: sst(rowsOf(600_000, (n) => `<si><t>${n}</t></si>`)),
          },
        ],
      }),
    ends: { kind: 'too-heavy', why: 'shared-strings' },
  },
  {
    name: '100,000 cell styles',
    bytes: () =>
      sheetOf(sheetData(A1), {
        parts: [
          {
            name: 'xl/styles.xml',
            data: `<styleSheet><cellXfs>${'<xf numFmtId="0"/>'.repeat(100_000)}</cellXfs></styleSheet>`,
          },
        ],
      }),
    ends: { kind: 'too-heavy', why: 'styles' },
  },
  {
    name: '30,000 merges',
    bytes: () =>
      sheetOf(
        `${sheetData(A1)}<mergeCells>${rowsOf(30_000, (row) => `<mergeCell ref="A${row}:B${row}"/>`)}</mergeCells>`,
      ),
    ends: { kind: 'too-heavy', why: 'merges' },
  },
  {
    name: '200 merges of 20,000 rows and 200 columns',
    bytes: () =>
      sheetOf(
        `${sheetData(A1)}<mergeCells>${'<mergeCell ref="A1:GR20000"/>'.repeat(200)}</mergeCells>`,
      ),
    ends: { kind: 'too-heavy', why: 'merges' },
  },
  {
    name: 'two million filled cells',
    bytes: () =>
      sheetOf(sheetData(rowsOf(10_000, () => `<row>${'<c><v>1</v></c>'.repeat(200)}</row>`)), {
        parts: [BALLAST],
      }),
    ends: { kind: 'too-heavy', why: 'cells' },
  },
  {
    name: '300,000 fractions and hostile number formats',
    bytes: () =>
      sheetOf(
        sheetData(
          rowsOf(
            1_000,
            () =>
              `<row>${'<c s="1"><v>0.123456789</v></c><c s="2"><v>1</v></c><c s="3"><v>44256.3</v></c>'.repeat(100)}</row>`,
          ),
        ),
        {
          parts: [
            {
              name: 'xl/styles.xml',
              data: `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="# ???/???"/><numFmt numFmtId="171" formatCode="${'0&quot;;'.repeat(40)}"/><numFmt numFmtId="172" formatCode="[$-804]aaaa yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs></styleSheet>`,
            },
          ],
        },
      ),
    ends: 'read',
  },
  {
    name: 'half a million rows on a hidden sheet',
    bytes: () =>
      packageBytes({
        sheets:
          '<sheet name="表" sheetId="1" r:id="rId1"/><sheet name="选项" sheetId="2" state="veryHidden" r:id="rId3"/>',
        sheet: sheetData(A1),
        parts: [
          {
            name: 'xl/_rels/workbook.xml.rels',
            data: `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
          },
          {
            name: 'xl/worksheets/sheet2.xml',
            data: worksheet(sheetData(rowsOf(500_000, () => '<row><c><v>1</v></c></row>'))),
          },
        ],
      }),
    ends: 'read',
  },
];

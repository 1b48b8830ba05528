import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { packageBytes, sheetData, worksheet } from '../../../test/hostile/package-bytes.ts';
import { type MadeEntry, zipBytes } from '../../../test/hostile/zip-bytes.ts';
import { cellsOf, inRow, refusalOf, sheetsOf, strings, styles } from '../../../test/read-sheets.ts';

describe('values', () => {
  test('of every type are read as they show', async () => {
    const cells = await cellsOf(
      inRow(
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><f>A1</f><v>结果</v></c>' +
          '<c r="C1" t="inlineStr"><is><t>行内</t></is></c><c r="D1" t="b"><v>1</v></c>' +
          '<c r="E1" t="e"><v>#DIV/0!</v></c><c r="F1"><v>34.08</v></c><c r="G1" t="n"><v> 1e3 </v></c>' +
          '<c r="H1" t="d"><v>2021-03-01T00:00:00</v></c><c r="I1"/><c r="J1" s="3"></c><c r="K1"><v/></c>' +
          '<c r="L1" t="str"><f>A9</f><v></v></c>',
        [strings('<si><t>共享</t></si>')],
      ),
    );
    expect(cells).toEqual({
      A1: { text: '共享' },
      B1: { text: '结果' },
      C1: { text: '行内' },
      D1: { text: 'TRUE' },
      E1: { text: '#DIV/0!', isError: true },
      F1: { text: '34.08', number: 34.08 },
      G1: { text: '1000', number: 1000 },
      H1: { text: '2021-03-01', isDate: true },
    });
  });

  test('of formulas are the stored ones; one that was never calculated is marked', async () => {
    const cells = await cellsOf(
      inRow(
        '<c r="A1"><f>B1*2</f></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>1+1</f><v></v></c>' +
          '<c r="D1"><f t="shared" si="0"/><v>3</v></c><c r="E1"><f t="array" ref="E1:E2">A1&lt;2</f><v>4</v></c>' +
          '<c r="F1" t="s"><f>A1</f></c>',
      ),
    );
    expect(cells).toEqual({
      A1: { text: '', isUncomputed: true },
      B1: { text: '2', number: 2 },
      C1: { text: '', isUncomputed: true },
      D1: { text: '3', number: 3 },
      E1: { text: '4', number: 4 },
      F1: { text: '', isUncomputed: true },
    });
  });

  test('with a format show as in the sheet, dates with the year first', async () => {
    const number = (style: number, value: string): string => `<c s="${style}"><v>${value}</v></c>`;
    const cells = await cellsOf(
      inRow(
        number(0, '0.92') +
          number(1, '44256') +
          number(2, '44256') +
          number(3, '44256') +
          number(4, '0.9236791') +
          number(5, '1234.5') +
          number(5, '0') +
          number(6, '12.5'),
        [styles('yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;')].map((part) => ({
          ...part,
          data: String(part.data)
            .replace(
              '<cellXfs><xf numFmtId="170"/>',
              '<cellXfs><xf numFmtId="9"/><xf numFmtId="170"/>',
            )
            .replace('</cellXfs>', '<xf numFmtId="43"/><xf numFmtId="12"/></cellXfs>'),
        })),
      ),
    );
    expect(cells).toEqual({
      A1: { text: '92%', number: 0.92, isPercent: true },
      B1: { text: '2021年3月1日', isDate: true },
      C1: { text: '2021/3/1', isDate: true },
      D1: { text: '2021年3月1日', isDate: true },
      E1: { text: '92.37%', number: 0.9236791, isPercent: true },
      F1: { text: '1,234.50', number: 1234.5 },
      G1: { text: '-', number: 0 },
      H1: { text: '12 1/2', number: 12.5 },
    });
  });

  test('hidden by their format are read all the same', async () => {
    expect(await cellsOf(inRow('<c s="0"><v>5</v></c>', [styles(';;;')]))).toEqual({
      A1: { text: '5', number: 5 },
    });
  });

  test('in days since 1904 are the dates they show', async () => {
    const workbook: MadeEntry = {
      name: 'xl/workbook.xml',
      data: '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>',
    };
    expect(
      await cellsOf(inRow('<c s="0"><v>42794</v></c>', [styles('yyyy-mm-dd'), workbook])),
    ).toEqual({
      A1: { text: '2021-03-01', isDate: true },
    });
  });
});

describe('texts', () => {
  test.each([
    [
      'runs are joined, phonetic guides left out',
      '<r><t>绩</t></r><r><rPr><b/></rPr><t>效</t></r><rPh sb="0" eb="1"><t>ji</t></rPh><phoneticPr fontId="1"/>',
      { text: '绩效' },
    ],
    [
      'references and CDATA',
      '<t>a&lt;b &amp;amp; &#x4E2D;&#25991;<![CDATA[<&amp;>]]><!-- nothing -->c</t>',
      { text: 'a<b &amp; 中文<&amp;>c' },
    ],
    ['escaped characters', '<t>_x4E2D__x005F_x0041_</t>', { text: '中_x0041_' }],
    [
      'line breaks of Alt+Enter',
      '<t xml:space="preserve"> 一_x000D_\n二\r\n三 </t>',
      { text: '一\n二\n三', cleaned: ['invisible-characters'] },
    ],
    [
      'odd spaces',
      '<t>不\u00a0换\u200b行</t>',
      { text: '不 换行', cleaned: ['invisible-characters', 'odd-spaces'] },
    ],
    ['another prefix', '<x:r><x:t>前缀</x:t></x:r>', { text: '前缀' }],
    ['a sign that ends no tag', '<t>5 > 3</t>', { text: '5 > 3' }],
  ])('%s', async (_what, content, cell) => {
    const bytes = inRow('<c r="A1" t="s"><v>0</v></c>', [strings(`<si>${content}</si>`)]);
    expect(await cellsOf(bytes)).toEqual({ A1: cell });
    const inline = inRow(`<c r="A1" t="inlineStr"><is>${content}</is></c>`);
    expect(await cellsOf(inline)).toEqual({ A1: cell });
  });

  test('that start like formulas stay texts', async () => {
    const cells = await cellsOf(
      inRow('<c t="inlineStr"><is><t>=1+1</t></is></c><c t="str"><v>@SUM(A1)</v></c>'),
    );
    expect(cells).toEqual({ A1: { text: '=1+1' }, B1: { text: '@SUM(A1)' } });
  });

  test('a cell that names a text there is not makes the file a damaged one', async () => {
    expect(await refusalOf(inRow('<c t="s"><v>7</v></c>', [strings('<si/>')]))).toEqual({
      kind: 'damaged',
      how: 'broken',
    });
  });
});

const STRICT = 'http://purl.oclc.org/ooxml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook of a producer with habits of its own: prefixes, strict namespaces, part names, targets. */
const odd = (encode: (xml: string) => Uint8Array | string = (xml) => xml): Uint8Array =>
  zipBytes([
    {
      name: '_rels/.rels',
      data: encode(
        `<p:Relationships xmlns:p="${RELATIONSHIPS}"><p:Relationship Id='a' Type='${STRICT}/officeDocument/relationships/officeDocument' Target='/Office/Book.xml'/></p:Relationships>`,
      ),
    },
    {
      name: 'Office/_rels/Book.xml.rels',
      data: encode(
        `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Target="../SHEETS/./One.XML" Type="${STRICT}/officeDocument/relationships/worksheet" Id="q1"/><Relationship Id="q2" Type="${STRICT}/officeDocument/relationships/chartsheet" Target="chart.xml"/><Relationship Id="q3" Type="${STRICT}/officeDocument/relationships/sharedStrings" Target="/Strings.xml"/></Relationships>`,
      ),
    },
    {
      name: 'OFFICE/BOOK.XML',
      data: encode(
        `<x:workbook xmlns:x="${STRICT}/spreadsheetml/main" xmlns:rel="${STRICT}/officeDocument/relationships"><x:sheets><x:sheet x:foo="1" name="图" sheetId="1" rel:id="q2"/><x:sheet name="填报&amp;表" sheetId="2" state="hidden" rel:id="q1"/></x:sheets></x:workbook>`,
      ),
    },
    {
      name: 'sheets\\one.xml',
      data: encode(
        `<x:worksheet xmlns:x="${STRICT}/spreadsheetml/main"><x:sheetData><x:row r='1'><x:c r='A1' t='s'><x:v>0</x:v></x:c ><x:c r="B1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      ),
    },
    {
      name: 'strings.xml',
      data: encode('<x:sst xmlns:x="s"><x:si><x:t>项目</x:t></x:si></x:sst>'),
    },
  ]);

describe('other producers', () => {
  const utf16 = (xml: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${xml}`, 'utf16le'));
  test.each<[string, (xml: string) => Uint8Array | string]>([
    ['prefixes, strict namespaces, odd names and targets', (xml) => xml],
    ['a byte order mark', (xml) => `\uFEFF${xml}`],
    ['a declaration', (xml) => `<?xml version='1.0' encoding='utf-8'?>\r\n${xml}`],
    ['UTF-16', utf16],
    ['UTF-16 without a mark', (xml) => utf16(xml).subarray(2)],
    ['UTF-16, the large byte first', (xml) => new Uint8Array(Buffer.from(utf16(xml)).swap16())],
  ])('%s', async (_what, encode) => {
    const sheets = await sheetsOf(odd(encode));
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['填报&表', true]]);
    expect(sheets[0]?.rows.get(1)?.get(1)?.text).toBe('项目');
    expect(sheets[0]?.rows.get(1)?.get(2)?.number).toBe(7);
  });

  test('GBK, if that is what a part declares', async () => {
    const gbk = Uint8Array.from([0xcf, 0xee, 0xc4, 0xbf]);
    const [before = '', after = ''] = worksheet(
      sheetData('<row><c t="inlineStr"><is><t>|</t></is></c></row>'),
    )
      .replace('UTF-8', 'GBK')
      .split('|');
    const data = new Uint8Array(Buffer.concat([Buffer.from(before), gbk, Buffer.from(after)]));
    expect(
      await cellsOf(packageBytes({ parts: [{ name: 'xl/worksheets/sheet1.xml', data }] })),
    ).toEqual({ A1: { text: '项目' } });
  });
});

describe('damage inside', () => {
  test.each([
    ['a tag that does not end', '<sheetData><row><c r="A1"><v>1'],
    ['a value that does not end', '<sheetData><row><c r="A1'],
    ['a cell in a cell', sheetData('<row><c><v>1</v><c><v>2</v></c></row>')],
    ['a cell that is not closed', sheetData('<row><c><v>1</v></row>')],
  ])('%s', async (_what, content) => {
    const data = `<worksheet>${content}`;
    expect(
      await refusalOf(packageBytes({ parts: [{ name: 'xl/worksheets/sheet1.xml', data }] })),
    ).toEqual({ kind: 'damaged', how: 'broken' });
  });

  test('a changed figure that the sum of its part betrays', async () => {
    const changed = (crc: (data: Buffer) => number): Uint8Array => {
      const data = Buffer.from(worksheet(sheetData('<row><c><v>123456</v></c></row>')));
      const packed = { bytes: deflateRawSync(data), inflated: data.length, crc: crc(data) };
      return packageBytes({ parts: [{ name: 'xl/worksheets/sheet1.xml', data: '', packed }] });
    };
    expect(await refusalOf(changed((data) => crc32(data)))).toBe('read');
    expect(
      await refusalOf(changed((data) => crc32(data.toString().replace('123456', '123457')))),
    ).toEqual({ kind: 'damaged', how: 'broken' });
  });

  test.each([
    ['some bytes more than the directory says', 2_000, { kind: 'damaged', how: 'broken' }],
    ['megabytes more than the directory says', 3_000_000, { kind: 'too-heavy', why: 'false-size' }],
  ])('%s', async (_what, bytes, refusal) => {
    const data = worksheet(sheetData('')) + ' '.repeat(bytes);
    const parts = [{ name: 'xl/worksheets/sheet1.xml', data, says: data.length - bytes + 10 }];
    expect(await refusalOf(packageBytes({ parts }))).toMatchObject(refusal);
  });

  test('a sheet that is listed and is not there', async () => {
    const bytes = packageBytes({
      sheets: '<sheet name="表" r:id="rId1"/><sheet name="二" r:id="rId9"/>',
    });
    expect(await refusalOf(bytes)).toEqual({ kind: 'damaged', how: 'broken' });
  });
});

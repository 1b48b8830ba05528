import { expect, test } from 'vitest';
import { odsBytes } from '../../../test/hostile/hostile-others.ts';
import { cellsIn, sheetsOf } from '../../../test/read-sheets.ts';
import { readWorkbook } from '../read-workbook.ts';

const row = (cells: string, attributes = ''): string =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;

const cell = (attributes: string, text: string): string =>
  `<table:table-cell ${attributes}>${text === '' ? '' : `<text:p>${text}</text:p>`}</table:table-cell>`;

test('values of every type are read as they show', async () => {
  const bytes = odsBytes(
    row(
      cell(
        'calcext:value-type="string" office:value-type="string"',
        '文<text:span>字</text:span><text:s text:c="2"/>！</text:p><text:p>二',
      ) +
        cell('office:value-type="float" office:value="1234.5"', '1,234.50') +
        cell('office:value-type="percentage" office:value="0.92"', '92%') +
        cell('office:value-type="date" office:date-value="2021-03-01"', '2021年3月1日') +
        cell(
          'office:value-type="string" office:string-value="" calcext:value-type="error" table:formula="of:=1/0"',
          '#DIV/0!',
        ) +
        '<table:table-cell table:formula="of:=A1"/>' +
        cell('office:value-type="float" office:value="7"', '') +
        cell(
          'office:value-type="string"',
          '有<text:line-break/>批注</text:p><office:annotation><text:p>批注</text:p></office:annotation><text:p>行',
        ) +
        cell('office:value-type="boolean" office:boolean-value="true"', 'TRUE') +
        // LibreOffice: a formula that comes to “”.
        '<table:table-cell table:formula="of:=IF(1;&quot;&quot;;2)"><text:p/></table:table-cell>',
    ),
  );
  expect(cellsIn((await sheetsOf(bytes))[0])).toEqual({
    A1: { text: '文字  ！\n二' },
    B1: { text: '1,234.50', number: 1234.5 },
    C1: { text: '92%', number: 0.92, isPercent: true },
    D1: { text: '2021年3月1日', isDate: true },
    E1: { text: '#DIV/0!', isError: true },
    F1: { text: '', isUncomputed: true },
    G1: { text: '7', number: 7 },
    H1: { text: '有\n批注\n行' },
    I1: { text: 'TRUE' },
  });
});

test('repeated and spanned cells stand where they stand', async () => {
  const bytes = odsBytes(
    row('<table:table-cell table:number-columns-repeated="3"/>', 'table:number-rows-repeated="2"') +
      row(
        '<table:table-cell table:number-columns-repeated="2"/>' +
          cell('table:number-columns-repeated="2"', '重') +
          cell('table:number-columns-spanned="2" table:number-rows-spanned="3"', '合') +
          '<table:covered-table-cell/>' +
          cell('', '后'),
        'table:number-rows-repeated="2" table:visibility="filter"',
      ) +
      row(
        '<table:table-cell table:number-columns-repeated="16384"/>',
        'table:number-rows-repeated="1048000" table:visibility="collapse"',
      ),
  );
  const [sheet] = await sheetsOf(bytes);
  expect(Object.keys(cellsIn(sheet))).toEqual(['C3', 'D3', 'E3', 'G3', 'C4', 'D4', 'E4', 'G4']);
  expect(sheet?.merges).toEqual([{ top: 3, left: 5, bottom: 5, right: 6 }]);
  expect([...(sheet?.hiddenRows ?? [])].slice(0, 3)).toEqual([3, 4, 5]);
});

test('a hidden sheet is told by its style', async () => {
  const style =
    '<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body>';
  const bytes = odsBytes('', '').slice();
  expect((await sheetsOf(bytes)).map(({ hidden }) => hidden)).toEqual([false]);
  const hidden = odsBytes(row(cell('', '一')), '', (content) =>
    content
      .replace('<office:body>', style)
      .replace('table:name=', 'table:style-name="ta1" table:name='),
  );
  expect((await sheetsOf(hidden)).map((sheet) => sheet.hidden)).toEqual([true]);
});

test('a table that is cut off makes the file a damaged one', async () => {
  const result = await readWorkbook(odsBytes('', '', (content) => content.slice(0, -80)));
  expect(result).toEqual({ ok: false, refusal: { kind: 'damaged', how: 'broken' } });
});

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  type ChartModel,
  numberCell,
  type SheetModel,
  textCell,
  type WorkbookModel,
} from './workbook-model.ts';
import { writeWorkbook } from './write-workbook.ts';

const CHART: ChartModel = {
  title: '预算与<实际>支出',
  description: '两个部门的预算',
  bars: 'rows',
  stacked: false,
  categories: { top: 1, left: 1, bottom: 2, right: 1 },
  series: [{ name: '预算', values: { top: 1, left: 2, bottom: 2, right: 2 }, colour: '1F4E79' }],
  format: '#,##0',
  labelled: true,
  over: { top: 4, left: 1, bottom: 10, right: 2 },
};

const sheetOf = (more: Partial<SheetModel>): SheetModel => ({
  name: '总览',
  widths: [20, 12],
  rows: [
    { height: 20, cells: [textCell('甲 & 乙局', 'text'), numberCell(12.5, 'figure')] },
    { height: 20, cells: [textCell('=丙局', 'text'), numberCell(7, 'figure')] },
  ],
  merges: [],
  frozen: { rows: 0, columns: 0 },
  filter: null,
  zoom: 100,
  print: {
    paper: 'A4',
    orientation: 'portrait',
    margin: { top: 15, right: 12, bottom: 15, left: 12 },
    titleRows: null,
    columns: null,
    pagesWide: 1,
    titleColumns: 0,
  },
  ...more,
});

async function partsOf(...sheets: readonly SheetModel[]): Promise<ReadonlyMap<string, string>> {
  const model: WorkbookModel = { title: '测试', sheets };
  const entries = Object.entries(unzipSync(await writeWorkbook(model)));
  return new Map(entries.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('a chart', () => {
  const parts = partsOf(
    sheetOf({ name: '没有图' }),
    sheetOf({ charts: [CHART, { ...CHART, categories: null }] }),
  );

  test('is led to from its sheet by parts that are all there', async () => {
    const all = await parts;
    const sheet = all.get('xl/worksheets/sheet2.xml') ?? '';
    const id = /<drawing r:id="([^"]*)"\/><\/worksheet>/.exec(sheet)?.[1];
    expect(all.get('xl/worksheets/_rels/sheet2.xml.rels')).toContain(`Id="${id}"`);
    expect(all.get('xl/drawings/_rels/charts2.xml.rels')).toContain('../charts/chart2.xml');
    const types = all.get('[Content_Types].xml') ?? '';
    for (const name of all.keys()) {
      if (/^xl\/(charts|drawings)\/[^_]/.test(name)) expect(types).toContain(`"/${name}"`);
    }
    expect(all.get('xl/worksheets/sheet1.xml')).not.toContain('<drawing');
  });

  test('names its cells and holds what stands in them', async () => {
    const xml = (await parts).get('xl/charts/chart1.xml') ?? '';
    expect(xml).toContain("<c:f>'总览'!$A$1:$A$2</c:f>");
    expect(xml).toContain('<c:pt idx="0"><c:v>甲 &amp; 乙局</c:v></c:pt>');
    expect(xml).toContain("<c:f>'总览'!$B$1:$B$2</c:f>");
    expect(xml).toContain('<c:pt idx="1"><c:v>7</c:v></c:pt>');
    expect(xml).toContain('预算与&lt;实际&gt;支出');
  });

  test('lies over its cells and tells what it shows', async () => {
    const drawing = (await parts).get('xl/drawings/charts2.xml') ?? '';
    expect(drawing).toContain('descr="两个部门的预算"');
    expect(drawing).toContain(
      '<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row>',
    );
    expect(drawing).toContain(
      '<xdr:to><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>10</xdr:row>',
    );
  });
});

test('a sheet with notes and a chart keeps both', async () => {
  const noted = { ...textCell('甲', 'text'), note: '请核对' };
  const all = await partsOf(sheetOf({ charts: [CHART], rows: [{ height: 20, cells: [noted] }] }));
  const sheet = all.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toMatch(/<drawing r:id="rIdCharts"\/><legacyDrawing /);
  const relations = all.get('xl/worksheets/_rels/sheet1.xml.rels') ?? '';
  expect(relations).toContain('rIdCharts');
  expect(relations).toContain('comments1.xml');
});

test('data bars run from 0 to 1 over the whole cell, the same each time', async () => {
  const bars = sheetOf({ dataBars: [{ top: 1, left: 2, bottom: 2, right: 2 }] });
  const [first, second] = [await partsOf(bars), await partsOf(bars)];
  const sheet = first.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toMatch(
    /<conditionalFormatting sqref="B1:B2"><cfRule type="dataBar" priority="1"><dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"\/><cfvo type="num" val="1"\/>/,
  );
  expect(sheet).toMatch(/<\/dataBar><\/cfRule><\/conditionalFormatting>/);
  expect(second).toEqual(first);
});

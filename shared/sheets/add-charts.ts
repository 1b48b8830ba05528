import { strFromU8, strToU8 } from 'fflate/browser';
import { chartPart } from './chart-part.ts';
import type { CellRange, ChartModel, SheetModel } from './workbook-model.ts';
import { element } from './xml-text.ts';

/*
 * exceljs writes no charts. Here the package gets them: a drawing for each sheet with charts, which
 * places them, and a part for each chart. The ids are counted.
 */

/** Parts of a package: name → bytes. */
export type Package = Readonly<Record<string, Uint8Array>>;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PLACEMENT = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const TYPES = {
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
};

/** The id by which a sheet knows its drawing; exceljs counts its own `rId1`, `rId2`… */
const DRAWING_ID = 'rIdCharts';

/** What may stand behind `<drawing>` in a sheet: it goes before the first of these. */
const BEHIND_DRAWING = /<(?:legacyDrawing|picture|tableParts|extLst)\b|<\/worksheet>/;

/** The package with the charts of its sheets; `sheets` in the order of the package's own numbers. */
export function addCharts(entries: Package, sheets: readonly SheetModel[]): Package {
  const parts: Record<string, Uint8Array> = { ...entries };
  const types: string[] = [];
  let charts = 0;
  for (const [index, sheet] of sheets.entries()) {
    const own = sheet.charts ?? [];
    if (own.length === 0) continue;
    const number = index + 1;
    const names = own.map((chart) => {
      charts += 1;
      const name = `xl/charts/chart${charts}.xml`;
      parts[name] = strToU8(chartPart(chart, sheet));
      types.push(override(name, TYPES.chart));
      return name;
    });
    const drawing = `xl/drawings/charts${number}.xml`;
    parts[drawing] = strToU8(drawingPart(own));
    parts[`xl/drawings/_rels/charts${number}.xml.rels`] = strToU8(drawingRelations(names));
    types.push(override(drawing, TYPES.drawing));
    edit(parts, `xl/worksheets/sheet${number}.xml`, (xml) =>
      xml.replace(BEHIND_DRAWING, `${element('drawing', { 'r:id': DRAWING_ID })}$&`),
    );
    addSheetRelation(parts, number);
  }
  if (charts > 0) {
    edit(parts, '[Content_Types].xml', (xml) => xml.replace('</Types>', `${types.join('')}$&`));
  }
  return parts;
}

function edit(parts: Record<string, Uint8Array>, name: string, change: (xml: string) => string) {
  const bytes = parts[name];
  if (bytes === undefined) throw new Error(`the package has no ${name}`);
  parts[name] = strToU8(change(strFromU8(bytes)));
}

const override = (name: string, type: string): string =>
  element('Override', { PartName: `/${name}`, ContentType: type });

const relation = (id: string, kind: 'drawing' | 'chart', target: string): string =>
  element('Relationship', { Id: id, Type: `${OFFICE}/${kind}`, Target: target });

const relations = (all: string): string =>
  DECLARATION + element('Relationships', { xmlns: RELATIONSHIPS }, all);

function addSheetRelation(parts: Record<string, Uint8Array>, number: number): void {
  const name = `xl/worksheets/_rels/sheet${number}.xml.rels`;
  const added = relation(DRAWING_ID, 'drawing', `../drawings/charts${number}.xml`);
  const bytes = parts[name];
  parts[name] = strToU8(
    bytes === undefined
      ? relations(added)
      : strFromU8(bytes).replace('</Relationships>', `${added}$&`),
  );
}

const drawingRelations = (charts: readonly string[]): string =>
  relations(
    charts
      .map((name, index) => relation(`rId${index + 1}`, 'chart', name.replace('xl/', '../')))
      .join(''),
  );

const drawingPart = (charts: readonly ChartModel[]): string =>
  DECLARATION +
  element(
    'xdr:wsDr',
    { 'xmlns:xdr': PLACEMENT, 'xmlns:a': DRAWING, 'xmlns:r': OFFICE },
    charts.map(placed).join(''),
  );

/** A chart over its cells; it moves and grows with them. */
function placed({ title, description, over }: ChartModel, index: number): string {
  const properties = { id: index + 2, name: title, descr: description };
  const frame = [
    element(
      'xdr:nvGraphicFramePr',
      {},
      element('xdr:cNvPr', properties) + element('xdr:cNvGraphicFramePr', {}),
    ),
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    element(
      'a:graphic',
      {},
      element(
        'a:graphicData',
        { uri: CHART },
        element('c:chart', { 'xmlns:c': CHART, 'r:id': `rId${index + 1}` }),
      ),
    ),
  ].join('');
  return element(
    'xdr:twoCellAnchor',
    {},
    corners(over) +
      element('xdr:graphicFrame', { macro: '' }, frame) +
      element('xdr:clientData', {}),
  );
}

/** The corner before the first cell and the one behind the last, counted from 0. */
const corners = ({ top, left, bottom, right }: CellRange): string =>
  corner('from', left - 1, top - 1) + corner('to', right, bottom);

const corner = (name: 'from' | 'to', column: number, row: number): string =>
  element(
    `xdr:${name}`,
    {},
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`,
  );

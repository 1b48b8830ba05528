import {
  CATEGORY_AXIS,
  categoryAxis,
  FACE,
  GRID,
  textLook,
  VALUE_AXIS,
  valueAxis,
  valued,
} from './chart-axes.ts';
import { fixedRangeText } from './range-text.ts';
import type {
  CellModel,
  CellRange,
  ChartModel,
  ChartSeries,
  SheetModel,
} from './workbook-model.ts';
import { element, xmlText } from './xml-text.ts';

/*
 * A bar chart as DrawingML (ECMA-376 part 1, 21.2): what Excel, WPS and LibreOffice all draw alike, and
 * no more. Numbers and names stand in the sheet; the copies kept here are what shows before a program
 * has read them.
 */

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** Hundredths of a point. */
const TITLE_SIZE = 1100;

/** The part `xl/charts/chart….xml` of a chart on `sheet`. */
export function chartPart(chart: ChartModel, sheet: SheetModel): string {
  const plot = [
    '<c:layout/>',
    element('c:barChart', {}, barChart(chart, sheet)),
    element('c:catAx', {}, categoryAxis(chart)),
    element('c:valAx', {}, valueAxis(chart)),
  ].join('');
  const body = [
    element('c:title', {}, title(chart.title)),
    valued('autoTitleDeleted', 0),
    element('c:plotArea', {}, plot),
    chart.series.length > 1
      ? element('c:legend', {}, `${valued('legendPos', 'b')}${valued('overlay', 0)}${textLook()}`)
      : '',
    valued('plotVisOnly', 0),
    valued('dispBlanksAs', 'gap'),
  ].join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${element(
    'c:chartSpace',
    { 'xmlns:c': CHART, 'xmlns:a': DRAWING },
    `${valued('roundedCorners', 0)}${element('c:chart', {}, body)}${FRAME}`,
  )}`;
}

const FRAME = `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="${GRID}"/></a:solidFill></a:ln></c:spPr>`;

const title = (text: string): string =>
  `<c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${TITLE_SIZE}" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="${TITLE_SIZE}" b="1">${FACE}</a:rPr><a:t>${xmlText(text)}</a:t></a:r></a:p></c:rich></c:tx>${valued('overlay', 0)}`;

function barChart(chart: ChartModel, sheet: SheetModel): string {
  return [
    valued('barDir', chart.bars === 'columns' ? 'col' : 'bar'),
    valued('grouping', chart.stacked ? 'percentStacked' : 'clustered'),
    valued('varyColors', 0),
    ...chart.series.map((series, index) =>
      element('c:ser', {}, seriesBody(series, index, chart, sheet)),
    ),
    valued('gapWidth', 60),
    valued('overlap', chart.stacked ? 100 : 0),
    valued('axId', CATEGORY_AXIS),
    valued('axId', VALUE_AXIS),
  ].join('');
}

function seriesBody(
  { name, values, colour }: ChartSeries,
  index: number,
  chart: ChartModel,
  sheet: SheetModel,
): string {
  const { categories, format } = chart;
  return [
    valued('idx', index),
    valued('order', index),
    element('c:tx', {}, element('c:v', {}, xmlText(name))),
    `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr>`,
    valued('invertIfNegative', 0),
    chart.labelled ? element('c:dLbls', {}, labels(chart)) : '',
    categories === null
      ? ''
      : element(
          'c:cat',
          {},
          reference('str', categories, sheet, (cell) => textOf(cell), ''),
        ),
    element('c:val', {}, reference('num', values, sheet, numberOf, format)),
  ].join('');
}

/** Figures of stacked bars stand in them, those of others at their ends. */
const labels = ({ format, stacked }: ChartModel): string =>
  [
    element('c:numFmt', { formatCode: format, sourceLinked: 0 }),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    textLook(),
    valued('dLblPos', stacked ? 'ctr' : 'outEnd'),
    valued('showLegendKey', 0),
    valued('showVal', 1),
    ...['showCatName', 'showSerName', 'showPercent', 'showBubbleSize'].map((name) =>
      valued(name, 0),
    ),
  ].join('');

/** A range of the sheet with what stands there now. */
function reference(
  kind: 'str' | 'num',
  range: CellRange,
  sheet: SheetModel,
  shown: (cell: CellModel) => string | null,
  format: string,
): string {
  const cells = cellsIn(sheet, range);
  const points = cells.map((cell, index) => {
    const text = cell === undefined ? null : shown(cell);
    return text === null ? '' : element('c:pt', { idx: index }, element('c:v', {}, xmlText(text)));
  });
  const cache = [
    kind === 'num' ? element('c:formatCode', {}, xmlText(format)) : '',
    valued('ptCount', cells.length),
    ...points,
  ].join('');
  return element(
    `c:${kind}Ref`,
    {},
    element('c:f', {}, xmlText(fixedRangeText(sheet.name, range))) +
      element(`c:${kind}Cache`, {}, cache),
  );
}

function cellsIn({ rows }: SheetModel, range: CellRange): readonly (CellModel | undefined)[] {
  const lines = rows.slice(range.top - 1, range.bottom);
  return lines.flatMap(({ cells }) =>
    Array.from({ length: range.right - range.left + 1 }, (_, at) => cells[range.left - 1 + at]),
  );
}

const textOf = ({ content }: CellModel): string | null => {
  if (content.kind === 'blank') return null;
  if (content.kind === 'formula') return String(content.result);
  return content.kind === 'text' ? content.text : String(content.number);
};

const numberOf = ({ content }: CellModel): string | null => {
  if (content.kind === 'number') return String(content.number);
  return content.kind === 'formula' && typeof content.result === 'number'
    ? String(content.result)
    : null;
};

import type { ChartModel } from './workbook-model.ts';
import { element } from './xml-text.ts';

/*
 * The axes of a bar chart, and how text in a chart looks.
 */

/** Ids by which a chart's bars name its axes. */
export const CATEGORY_AXIS = 111_111_111;
export const VALUE_AXIS = 222_222_222;

/** Hundredths of a point. */
const TEXT_SIZE = 900;

const INK = '404040';

/** RRGGBB of lines that only guide the eye. */
export const GRID = 'D9D9D9';

/** The typeface of all texts of a chart. */
export const FACE = '<a:latin typeface="宋体"/><a:ea typeface="宋体"/>';

/** An element of the chart's own names that says one value. */
export const valued = (name: string, value: string | number): string =>
  element(`c:${name}`, { val: value });

/** How texts look that the chart makes itself. */
export const textLook = (): string =>
  `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${TEXT_SIZE}"><a:solidFill><a:srgbClr val="${INK}"/></a:solidFill>${FACE}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;

/** The axis with the names of the categories. */
export const categoryAxis = ({ bars, categories }: ChartModel): string =>
  [
    valued('axId', CATEGORY_AXIS),
    element('c:scaling', {}, valued('orientation', bars === 'rows' ? 'maxMin' : 'minMax')),
    valued('delete', categories === null ? 1 : 0),
    valued('axPos', bars === 'rows' ? 'l' : 'b'),
    valued('majorTickMark', 'none'),
    valued('minorTickMark', 'none'),
    valued('tickLblPos', 'low'),
    `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr>`,
    textLook(),
    valued('crossAx', VALUE_AXIS),
    valued('crosses', 'autoZero'),
    valued('auto', 0),
    valued('lblAlgn', 'ctr'),
    valued('lblOffset', 100),
    valued('noMultiLvlLbl', 1),
  ].join('');

/** The axis of the numbers; labelled bars need none. */
export const valueAxis = ({ bars, format, labelled }: ChartModel): string =>
  [
    valued('axId', VALUE_AXIS),
    element('c:scaling', {}, `${valued('orientation', 'minMax')}${valued('min', 0)}`),
    valued('delete', labelled ? 1 : 0),
    valued('axPos', bars === 'rows' ? 't' : 'l'),
    labelled
      ? ''
      : `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${GRID}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`,
    element('c:numFmt', { formatCode: format, sourceLinked: 0 }),
    valued('majorTickMark', 'none'),
    valued('minorTickMark', 'none'),
    valued('tickLblPos', bars === 'rows' ? 'high' : 'nextTo'),
    '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>',
    textLook(),
    valued('crossAx', CATEGORY_AXIS),
    valued('crosses', 'autoZero'),
    valued('crossBetween', 'between'),
  ].join('');

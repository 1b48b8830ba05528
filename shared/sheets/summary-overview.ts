import { doublesBlock } from './summary-doubles.ts';
import { cutOff } from './summary-figures.ts';
import { GRID_COLUMNS, GRID_WIDTH, type GridBlock, pageOf, part } from './summary-grid.ts';
import { isReviewed, type SummaryInput } from './summary-input.ts';
import { SHEETS } from './summary-names.ts';
import { basisOf } from './summary-notes.ts';
import { bandsBlock } from './summary-overview-bands.ts';
import { concernsBlock } from './summary-overview-concerns.ts';
import { departmentsBlock } from './summary-overview-departments.ts';
import { moneyBlock } from './summary-overview-money.ts';
import { returnsBlock } from './summary-overview-returns.ts';
import { unspentBlock } from './summary-overview-unspent.ts';
import { linkCell, type SheetModel, textCell } from './workbook-model.ts';

/**
 * The sheet 总览: the period on one printed page. Every figure is a formula over the sheets behind it,
 * but last year's, which are stated. It leads to the `others`, by their names.
 */
export function overviewSheet(input: SummaryInput, others: readonly string[]): SheetModel {
  const { rows, merges, charts } = pageOf([
    () => headBlock(input),
    (top) => returnsBlock(input, top),
    (top) => moneyBlock(input, top),
    () => concernsBlock(input),
    () => doublesBlock(input),
    (top) => departmentsBlock(input, top),
    (top) => bandsBlock(input, top),
    (top) => unspentBlock(input, top),
    () => sheetsBlock(others),
    () => footBlock(input),
  ]);
  return {
    name: SHEETS.overview,
    widths: Array.from({ length: GRID_COLUMNS }, () => GRID_WIDTH),
    rows,
    merges,
    charts,
    frozen: { rows: 0, columns: 0 },
    filter: null,
    zoom: 100,
    print: {
      paper: 'A4',
      orientation: 'portrait',
      margin: { top: 10, right: 10, bottom: 14, left: 10 },
      titleRows: null,
      columns: GRID_COLUMNS,
      pagesWide: 1,
      titleColumns: 0,
      onePage: true,
    },
  };
}

function headBlock(input: SummaryInput): GridBlock {
  const time = cutOff(input);
  const told = [
    `数据截止：${time === null ? '—' : `${time}（北京时间）`}`,
    `预算口径：${basisOf(input)}`,
    '单位：万元',
    ...(input.generation === null ? [] : [`第 ${input.generation} 批`]),
  ].join('　｜　');
  return {
    rows: [
      {
        height: 38,
        parts: [
          part(textCell(`${input.period.id}年度部门预算项目绩效自评汇总`, 'title'), GRID_COLUMNS),
        ],
      },
      { height: null, parts: [part(textCell(told, 'noteCentred'), GRID_COLUMNS)] },
    ],
  };
}

/** Columns of a name that leads to its sheet: as many beside each other as the page has room for. */
const NAME_COLUMNS = 4;

/** Where every figure of the page is told in full. */
function sheetsBlock(names: readonly string[]): GridBlock {
  const cells = [
    textCell('逐项见各表，点开：', 'centred'),
    ...names.map((name) => linkCell(name, 'A1', name)),
  ];
  const perRow = GRID_COLUMNS / NAME_COLUMNS;
  const rows = Array.from({ length: Math.ceil(cells.length / perRow) }, (_, index) =>
    cells.slice(index * perRow, (index + 1) * perRow),
  );
  return {
    rows: rows.map((row) => ({
      height: 18,
      parts: row.map((cell) => part(cell, NAME_COLUMNS)),
    })),
  };
}

const footBlock = (input: SummaryInput): GridBlock => ({
  rows: [
    {
      height: null,
      parts: [
        part(
          textCell(
            `只含校验通过的报送，每个报送主体取最近通过的一版${isReviewed(input) ? '；其中财政已审核通过的另列合计' : ''}。执行率＝实际支出合计÷预算合计；“低于”“足额”“零执行”按金额（精确到分）判断。“—”表示没有这个数。详见“口径说明”。${input.rowsApart ? '本期项目多，逐项明细、未达标项目和问题整改按报送主体分册，由同名各表点开。' : ''}`,
            'bare',
          ),
          GRID_COLUMNS,
        ),
      ],
    },
  ],
});

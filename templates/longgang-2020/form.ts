import {
  fundColumns,
  fundSum,
  indicatorColumns,
  moneyColumn,
  nameColumn,
  rateColumn,
  serialColumn,
  textColumn,
} from '../columns.ts';
import type { FormDefinition } from '../form.ts';

/** The Longgang table of fiscal year 2020: 27 columns, the budget not split by source. */
export const longgang2020: FormDefinition = {
  id: 'longgang-2020',
  version: '2020',
  source: '2020年深圳市龙岗区工业和信息化局部门预算项目绩效自评表（公开稿）',
  titlePattern: '{year}年{name}部门预算项目绩效自评表',
  attachment: null,
  notes: { submitter: '部门名称（盖章）：{name}', unit: '单位：万元' },
  columns: [
    serialColumn,
    nameColumn('unitName', '单位名称', 'Unit', ['部门名称']),
    nameColumn('projectName', '项目名称', 'Project', []),
    moneyColumn('budgetTotal', '项目年度预算金额', 'Annual budget', 'General', { required: true }),
    fundColumns('actual', '实际支出金额', 'Actual expenditure', '其中：财政拨款', 'General'),
    rateColumn('General'),
    textColumn('annualGoal', '年初绩效目标', 'Goal set at the start of the year', 2),
    textColumn('overallCompletion', '绩效目标整体完成情况', 'Overall completion', 2),
    {
      title: { zh: '产出目标', en: 'Output' },
      columns: [
        indicatorColumns('quantity', '数量指标', 'Quantity'),
        indicatorColumns('quality', '质量指标', 'Quality'),
        indicatorColumns('timeliness', '时效指标', 'Timeliness'),
      ],
    },
    {
      title: { zh: '效益目标', en: 'Benefit' },
      columns: [
        indicatorColumns('economic', '经济效益指标', 'Economic benefit'),
        indicatorColumns('social', '社会效益指标', 'Social benefit'),
        indicatorColumns('ecological', '生态效益指标', 'Ecological benefit'),
      ],
    },
    {
      title: { zh: '满意度指标', en: 'Satisfaction' },
      columns: [
        indicatorColumns('satisfaction', '服务对象满意度指标', 'Satisfaction of those served'),
      ],
    },
    textColumn('problems', '项目执行中存在的问题', 'Problems met', 1.2),
    textColumn('rectification', '整改情况', 'Rectification', 1),
  ],
  sums: [fundSum('actual')],
  rate: { field: 'executionRate', actual: 'actualTotal', budget: 'budgetTotal' },
  page: {
    size: 'A3',
    orientation: 'landscape',
    margin: { top: 15, right: 12, bottom: 15, left: 12 },
  },
  policy: { 'indicator-pair-complete': 'warning' },
};

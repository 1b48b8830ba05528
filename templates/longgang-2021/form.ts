import {
  extensionColumn,
  fundColumns,
  fundSum,
  indicatorColumns,
  nameColumn,
  rateColumn,
  serialColumn,
  textColumn,
} from '../columns.ts';
import type { FormDefinition } from '../form.ts';

/** The Longgang table of fiscal year 2021: 33 columns, three of them `……` for added indicators. */
export const longgang2021: FormDefinition = {
  id: 'longgang-2021',
  version: '2021',
  source: '附件2 2021年度深圳市龙岗区发展和改革局部门预算项目绩效自评表（公开稿）',
  titlePattern: '{year}年度{name}部门预算项目绩效自评表',
  attachment: '附件2',
  notes: { submitter: '部门名称（盖章）：{name}', unit: '单位：万元' },
  columns: [
    serialColumn,
    nameColumn('unitName', '部门名称', 'Department', ['单位名称']),
    nameColumn('projectName', '项目名称', 'Project', []),
    fundColumns('budget', '项目年度预算金额', 'Annual budget', '其中：财政拨款', '#,##0.00'),
    fundColumns('actual', '实际支出金额', 'Actual expenditure', '其中：财政拨款', '#,##0.00'),
    rateColumn('0.00%'),
    textColumn('annualGoal', '年初绩效目标', 'Goal set at the start of the year', 2),
    textColumn('overallCompletion', '绩效目标整体完成情况', 'Overall completion', 2),
    {
      title: { zh: '产出目标', en: 'Output' },
      columns: [
        indicatorColumns('quantity', '数量指标', 'Quantity'),
        indicatorColumns('quality', '质量指标', 'Quality'),
        indicatorColumns('timeliness', '时效指标', 'Timeliness'),
        extensionColumn('outputExtra'),
      ],
    },
    {
      title: { zh: '效益目标', en: 'Benefit' },
      columns: [
        indicatorColumns('economic', '经济效益指标', 'Economic benefit'),
        indicatorColumns('social', '社会效益指标', 'Social benefit'),
        indicatorColumns('ecological', '生态效益指标', 'Ecological benefit'),
        extensionColumn('benefitExtra'),
      ],
    },
    {
      title: { zh: '满意度指标', en: 'Satisfaction' },
      columns: [
        indicatorColumns('satisfaction', '服务对象满意度指标', 'Satisfaction of those served'),
        extensionColumn('satisfactionExtra'),
      ],
    },
    textColumn('problems', '项目执行中存在的问题', 'Problems met', 1.2),
    textColumn('rectification', '整改情况', 'Rectification', 1),
  ],
  sums: [fundSum('budget'), fundSum('actual')],
  rate: { field: 'executionRate', actual: 'actualTotal', budget: 'budgetTotal' },
  page: {
    size: 'A3',
    orientation: 'landscape',
    margin: { top: 15, right: 12, bottom: 15, left: 12 },
  },
  policy: { 'indicator-pair-complete': 'error' },
};

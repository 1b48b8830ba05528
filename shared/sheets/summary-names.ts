import type { Text } from '../locale.ts';
import type { Band } from '../submission-figures.ts';

/** Names of the summary's sheets, by which formulas and links of other sheets refer to them. */
export const SHEETS = {
  overview: '总览',
  departments: '部门汇总',
  sources: '资金来源',
  bands: '率段分布',
  low: '未达标清单',
  problems: '问题整改台账',
  findings: '校验问题',
  findingLines: '校验问题明细',
  details: '项目明细',
  doubles: '重复填报',
  progress: '报送进度',
  listed: '核对',
  notes: '口径说明',
} as const;

/**
 * What bands of execution rates are called. No formula takes one of them for a number or a comparison:
 * they are what 率段分布 counts 项目明细 by.
 */
export const BAND_NAMES: Readonly<Record<Band, Text>> = {
  zero: { zh: '零执行', en: 'Nothing spent' },
  under60: { zh: '不足60%', en: 'Below 60%' },
  under80: { zh: '60%–80%', en: '60–80%' },
  under90: { zh: '80%–90%', en: '80–90%' },
  under95: { zh: '90%–95%', en: '90–95%' },
  under100: { zh: '95%–100%', en: '95–100%' },
  full: { zh: '足额100%', en: 'At 100%' },
  over: { zh: '超过100%', en: 'Above 100%' },
  noRate: { zh: '无预算', en: 'No budget' },
};

import type { Group, Leaf, NumberFormat } from './form.ts';

/*
 * Building blocks that the Longgang forms of 2020 and 2021 share. A form is frozen once published:
 * change a block only by adding a new one beside it.
 */

/** 序号. */
export const serialColumn: Leaf = {
  field: 'serial',
  title: { zh: '序号', en: 'No.' },
  type: 'serial',
  required: true,
  align: 'center',
  weight: 0.6,
};

/** A required short name: the implementing unit or the project. */
export const nameColumn = (
  field: string,
  zh: string,
  en: string,
  aliases: readonly string[],
): Leaf => ({
  field,
  title: { zh, en },
  ...(aliases.length > 0 ? { aliases } : {}),
  type: 'text',
  required: true,
  align: 'left',
  weight: 1,
});

/** An amount in 万元. */
export const moneyColumn = (
  field: string,
  zh: string,
  en: string,
  format: NumberFormat,
  options: { readonly required?: true } = {},
): Leaf => ({
  field,
  title: { zh, en },
  type: 'money',
  ...options,
  format,
  align: 'right',
  weight: 0.8,
});

/** 预算支出执行率. */
export const rateColumn = (format: NumberFormat): Leaf => ({
  field: 'executionRate',
  title: { zh: '预算支出执行率', en: 'Execution rate' },
  type: 'rate',
  format,
  align: 'right',
  weight: 0.8,
});

/** Free text of any length. */
export const textColumn = (field: string, zh: string, en: string, weight: number): Leaf => ({
  field,
  title: { zh, en },
  type: 'text',
  align: 'left',
  weight,
});

/** An indicator: what was to be reached (年度指标内容) and what was (完成情况). */
export const indicatorColumns = (key: string, zh: string, en: string): Group => ({
  title: { zh, en },
  columns: [
    textColumn(`${key}Target`, '年度指标内容', 'Target', 1.2),
    textColumn(`${key}Actual`, '完成情况', 'Result', 1.4),
  ],
});

/** A `……` column: the form leaves room for indicators of the unit's own. */
export const extensionColumn = (field: string): Leaf => ({
  field,
  title: { zh: '……', en: '…' },
  type: 'extension',
  align: 'left',
  weight: 0.3,
});

/** Amounts by source: 合计, 其中：财政拨款 (一般公共预算, 政府性基金), 非财政资金. */
export const fundColumns = (
  key: 'budget' | 'actual',
  zh: string,
  en: string,
  ofWhichZh: string,
  format: NumberFormat,
): Group => ({
  title: { zh, en },
  columns: [
    moneyColumn(`${key}Total`, '合计', 'Total', format, { required: true }),
    {
      title: { zh: ofWhichZh, en: 'Of which: fiscal appropriation' },
      columns: [
        moneyColumn(`${key}General`, '一般公共预算', 'General public budget', format),
        moneyColumn(`${key}Fund`, '政府性基金', 'Government funds', format),
      ],
    },
    moneyColumn(`${key}NonFiscal`, '非财政资金', 'Non-fiscal funds', format),
  ],
});

/** 合计 against its three sources. */
export const fundSum = (key: 'budget' | 'actual') => ({
  total: `${key}Total`,
  parts: [`${key}General`, `${key}Fund`, `${key}NonFiscal`],
});

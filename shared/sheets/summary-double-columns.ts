import { columnLetter } from '../cells/cell.ts';
import type { TextColumn } from './sheet-rows.ts';
import type { SummaryInput } from './summary-input.ts';
import { reviewColumns } from './summary-review.ts';

/* The columns of 重复填报, and where they stand. */

/** Columns that say which project it is. */
export const DOUBLE_BEFORE: readonly TextColumn[] = [
  { title: { zh: '序号', en: 'No.' }, width: 6 },
  { title: { zh: '实施单位', en: 'Unit' }, width: 24 },
  { title: { zh: '项目名称', en: 'Project' }, width: 30 },
];

const amount = (zh: string, en: string): TextColumn => ({ title: { zh, en }, width: 14 });

const tableColumns = (input: SummaryInput, is: string, en: string): readonly TextColumn[] => [
  { title: { zh: `${is}：报送主体`, en: `${en} in the table of` }, width: 24 },
  ...reviewColumns(input),
  amount(`${is}：预算`, 'Budget'),
  amount(`${is}：实际支出`, 'Actual'),
];

const originColumns = (is: string): readonly TextColumn[] => [
  { title: { zh: `${is}：文件`, en: 'File' }, width: 24 },
  { title: { zh: '表', en: 'Sheet' }, width: 12 },
  { title: { zh: '行', en: 'Row' }, width: 6 },
  { title: { zh: '版次', en: 'Revision' }, width: 9 },
  { title: { zh: '自评表', en: 'Report' }, width: 8 },
  { title: { zh: '原表', en: 'Own table' }, width: 10 },
];

/** All columns; those of a review only where there is one. */
export const doubleColumns = (input: SummaryInput): readonly TextColumn[] => [
  ...DOUBLE_BEFORE,
  ...tableColumns(input, '计入', 'Counts'),
  ...tableColumns(input, '不计', 'Set aside'),
  amount('预算差额\n（不计－计入）', 'Difference'),
  amount('支出差额\n（不计－计入）', 'Difference'),
  { title: { zh: '项目编码', en: 'Project code' }, width: 16 },
  ...originColumns('计入'),
  ...originColumns('不计'),
];

/** Letters of the columns with amounts. */
export interface DoubleLetters {
  readonly counted: AmountLetters;
  readonly setAside: AmountLetters;
  readonly difference: AmountLetters;
}

/** Letters of a budget and of what was spent. */
export interface AmountLetters {
  readonly budget: string;
  readonly actual: string;
}

/** Where the amounts stand. */
export function doubleLetters(input: SummaryInput): DoubleLetters {
  const behindName = DOUBLE_BEFORE.length + 2 + reviewColumns(input).length;
  const width = tableColumns(input, '', '').length;
  const at = (column: number): AmountLetters => ({
    budget: columnLetter(column),
    actual: columnLetter(column + 1),
  });
  return {
    counted: at(behindName),
    setAside: at(behindName + width),
    difference: at(behindName + width + 2),
  };
}

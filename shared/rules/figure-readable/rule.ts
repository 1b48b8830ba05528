import { leaves } from '../../../templates/form.ts';
import type { Text } from '../../locale.ts';
import type { FigureFault } from '../../rows/row.ts';
import { inRow } from '../address.ts';
import { defineRule, type Hit } from '../rule.ts';

type Wording = (typed: string, more: number) => Text;

const WORDINGS: Readonly<Record<FigureFault | 'not-a-rate', Wording>> = {
  'not-a-number': (typed) => ({
    zh: `填的是“${typed}”，不是数字。请只填数字（万元），不要带文字；没有金额的填 0 或留空。`,
    en: `“${typed}” is not a number. Fill in digits only (万元).`,
  }),
  'not-a-rate': (typed) => ({
    zh: `填的是“${typed}”，不是比率。请照表式填写，如 98.62% 或 0.9862；预算为 0 的填“—”。`,
    en: `“${typed}” is not a rate. Write it as the form does, e.g. 98.62% or 0.9862.`,
  }),
  'too-large': (typed, more) => ({
    zh: `填的“${typed}”过大${more === 0 ? '' : `，本行另有 ${more} 个金额也是这样`}。本表以万元为单位，请核对是否把“元”填成了“万元”。`,
    en: `“${typed}” is too large${more === 0 ? '' : `, and so are ${more} other amounts of the row`}. Amounts are in 万元: check whether it was typed in 元.`,
  }),
  negative: (typed) => ({
    zh: `填的是负数“${typed}”。请核对；本栏不能为负。`,
    en: `“${typed}” is negative; this column cannot be.`,
  }),
  'error-value': (typed) => ({
    zh: `公式算出错误值“${typed}”。请修正公式，或直接填数字。`,
    en: `The formula yields “${typed}”. Mend it or type the number.`,
  }),
  date: (typed) => ({
    zh: `这一格被设成了日期格式，显示为“${typed}”，原来填的数已无法认定。请把单元格格式改为“数值”，重新填写。`,
    en: `The cell is formatted as a date (“${typed}”). Set its format to number and type the figure again.`,
  }),
  'no-stored-result': () => ({
    zh: '这一格是公式，但文件里没有存结果。请在 Excel 或 WPS 中打开、重新计算并保存，或直接填数字。',
    en: 'This formula has no stored result. Open the file in Excel or WPS, recalculate and save.',
  }),
};

const wordingOf = ({ fault, typed, more }: FigureParams): Text =>
  (WORDINGS[fault as keyof typeof WORDINGS] ?? WORDINGS['not-a-number'])(typed, more);

/** Money and rate cells hold a figure that can be read, not below zero. */
export const figureReadable = defineRule({
  id: 'figure-readable',
  number: 'E2',
  severity: 'error',
  scope: 'row',
  title: { zh: '金额和比率是数字且不为负', en: 'Amounts and rates are numbers, not below zero' },
  message: {
    zh: (params: FigureParams) => wordingOf(params).zh,
    en: (params: FigureParams) => wordingOf(params).en,
  },
  cause: ({ fault }) => fault,
  merged: {
    zh: ({ count, serials, first }) =>
      `${count} 处金额或比率有同样的问题${serials === '' ? '' : `（序号 ${serials}）`}。如其中一处：${wordingOf(first).zh}`,
    en: ({ count, serials, first }) =>
      `${count} figures have the same fault${serials === '' ? '' : ` (No. ${serials})`}. One of them: ${wordingOf(first).en}`,
  },
  example: { fault: 'not-a-number', typed: '约35万元', more: 0 },
  *check(row, { form }) {
    let tooLarge: Hit<FigureParams> | null = null;
    for (const { field, type } of leaves(form.columns)) {
      const entry = row.entries[field];
      if (entry?.figure?.kind !== 'fault') continue;
      const { fault } = entry.figure;
      const isNoRate = type === 'rate' && ['not-a-number', 'too-large'].includes(fault);
      const params = { fault: isNoRate ? 'not-a-rate' : fault, typed: entry.text, more: 0 };
      const hit = { at: inRow(row, field), params };
      if (params.fault !== 'too-large') yield hit;
      else if (tooLarge === null) tooLarge = hit;
      else tooLarge.params.more += 1;
    }
    // A project whose amounts are in 元 has one fault, not as many as it has amounts.
    if (tooLarge !== null) yield tooLarge;
  },
});

/** `more`: how many other amounts of the row are too large. */
type FigureParams = { fault: string; typed: string; more: number };

import { fieldTitle, indicatorPairs } from '../../../templates/form.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Of an indicator, target and completion are both filled in, or neither is. */
export const indicatorPairComplete = defineRule({
  id: 'indicator-pair-complete',
  number: 'E6',
  severity: 'error',
  scope: 'row',
  title: {
    zh: '指标内容与完成情况成对填写',
    en: 'Target and completion of an indicator are filled in together',
  },
  message: {
    zh: ({ blank, filled }: PairParams) =>
      `填了“${filled}”，没有填“${blank}”。请补填；不适用的两栏都填“不适用”。`,
    en: ({ blankEn, filledEn }: PairParams) =>
      `“${filledEn}” is filled in, “${blankEn}” is not. Fill in both, or 不适用 in both.`,
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 处指标只填了一半：有年度指标内容没有完成情况，或反过来（序号 ${serials}）。请逐一补填；不适用的两栏都填“不适用”。`,
    en: ({ count, serials }) =>
      `${count} indicators are half filled in: a target without its result, or a result without its target (No. ${serials}). Fill in both, or 不适用 in both.`,
  },
  example: {
    blank: '产出目标·数量指标·完成情况',
    filled: '产出目标·数量指标·年度指标内容',
    blankEn: 'Output · Quantity · Result',
    filledEn: 'Output · Quantity · Target',
  },
  *check(row, { form }) {
    for (const { target, actual } of indicatorPairs(form)) {
      // A column that is not there is told once, for the table.
      if (row.entries[target] === undefined || row.entries[actual] === undefined) continue;
      const pair = [target, actual].map((field) => ({
        field,
        text: row.entries[field]?.text ?? '',
      }));
      const blank = pair.find(({ text }) => text === '');
      const filled = pair.find(({ text }) => text !== '');
      if (blank === undefined || filled === undefined) continue;
      const titles = {
        blank: fieldTitle(form, blank.field),
        filled: fieldTitle(form, filled.field),
      };
      yield {
        at: inRow(row, blank.field),
        params: {
          blank: titles.blank.zh,
          filled: titles.filled.zh,
          blankEn: titles.blank.en,
          filledEn: titles.filled.en,
        },
      };
    }
  },
});

type PairParams = { blank: string; filled: string; blankEn: string; filledEn: string };

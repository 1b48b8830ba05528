import { fieldTitle } from '../../../templates/form.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** The two texts that say what a project was for and what came of it. */
const FIELDS = ['annualGoal', 'overallCompletion'] as const;

/** 年初绩效目标 and 绩效目标整体完成情况 are filled in: without them there is nothing to evaluate. */
export const goalAndCompletionStated = defineRule({
  id: 'goal-and-completion-stated',
  number: 'W15',
  severity: 'warning',
  scope: 'row',
  title: {
    zh: '年初绩效目标和整体完成情况已填',
    en: 'The goal and its overall completion are filled in',
  },
  message: {
    zh: ({ column }: StatedParams) =>
      `“${column}”没有填。请补填；年初未设目标的，请写明“未设目标”。`,
    en: ({ columnEn }: StatedParams) =>
      `“${columnEn}” is blank. Fill it in; if no goal was set, say so: 未设目标.`,
  },
  cause: (_params, { field }) => `${field}`,
  merged: {
    zh: ({ count, serials, column }) =>
      `${count} 个项目没有填“${column.zh}”${serials === '' ? '' : `（序号 ${serials}）`}。请逐一补填；年初未设目标的，请写明“未设目标”。`,
    en: ({ count, serials, column }) =>
      `${count} projects leave “${column.en}” blank${serials === '' ? '' : ` (No. ${serials})`}. Fill it in for each; if no goal was set, say so: 未设目标.`,
  },
  example: { column: '年初绩效目标', columnEn: 'Goal set at the start of the year' },
  *check(row, { form }) {
    for (const field of FIELDS) {
      if (row.entries[field]?.text.trim() !== '') continue;
      const { zh, en } = fieldTitle(form, field);
      yield { at: inRow(row, field), params: { column: zh, columnEn: en } };
    }
  },
});

type StatedParams = { column: string; columnEn: string };

import { indicatorPairs } from '../../../templates/form.ts';
import { inRow } from '../address.ts';
import { bareText } from '../alike-texts.ts';
import { projectsOfTwoYears } from '../last-year.ts';
import { defineRule } from '../rule.ts';

/** What was completed is told of this year, not repeated word by word from last year's table. */
export const completionOfThisYear = defineRule({
  id: 'completion-of-this-year',
  number: 'L',
  severity: 'warning',
  scope: 'table',
  title: { zh: '完成情况写的是本年度', en: 'The completion told is this year’s' },
  message: {
    zh: () =>
      '这段完成情况与上年同一项目的一字不差。请按本年度的实际完成情况填写；确属相同，请说明。',
    en: () =>
      'This completion is word for word last year’s of the same project. Tell what was completed this year, or say why it is the same.',
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 处完成情况与上年同一项目的一字不差（序号 ${serials}）。请按本年度的实际完成情况填写。`,
    en: ({ count, serials }) =>
      `${count} completions are word for word last year’s (No. ${serials}). Tell what was completed this year.`,
  },
  thresholds: ['repeatedCompletion'],
  example: {},
  *check(table, context) {
    const { form, thresholds } = context;
    const fields = ['overallCompletion', ...indicatorPairs(form).map(({ actual }) => actual)];
    for (const { row, before } of projectsOfTwoYears(table, context)) {
      for (const field of fields) {
        const text = bareText(row.entries[field]?.text ?? '');
        if (text.length < thresholds.repeatedCompletion) continue;
        if (text === bareText(before.texts[field] ?? ''))
          yield { at: inRow(row, field), params: {} };
      }
    }
  },
});

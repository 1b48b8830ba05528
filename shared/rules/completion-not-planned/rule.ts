import { fieldTitle } from '../../../templates/form.ts';
import { indicatorsOf } from '../../indicators/indicator-pairs.ts';
import { plannedWords } from '../../indicators/planned-words.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** A completion tells what was done, not what is to be done. */
export const completionNotPlanned = defineRule({
  id: 'completion-not-planned',
  number: 'W6',
  severity: 'warning',
  scope: 'row',
  title: {
    zh: '完成情况写已做的事，不写“拟”“预计”“将”做的事',
    en: 'A completion tells what was done, not what is planned',
  },
  message: {
    zh: ({ words, title }: PlanParams) =>
      `“${title}”写的是将来的打算：“${words}”。请改写为实际完成的情况；尚未完成的，在“项目执行中存在的问题”中说明。`,
    en: ({ words, titleEn }: PlanParams) =>
      `“${titleEn}” tells a plan: “${words}”. Say what was done; what is still open belongs to “Problems met”.`,
  },
  merged: {
    zh: ({ projects, serials, first }) =>
      `${projects} 个项目的完成情况写的是将来的打算（序号 ${serials}），例如“${first.words}”。请改写为实际完成的情况；尚未完成的，在“项目执行中存在的问题”中说明。`,
    en: ({ projects, serials, first }) =>
      `Completions of ${projects} projects tell a plan (No. ${serials}), such as “${first.words}”. Say what was done; what is still open belongs to “Problems met”.`,
  },
  example: {
    words: '拟完成2个调研报告',
    title: '产出目标·数量指标·完成情况',
    titleEn: 'Output · Quantity · Result',
  },
  *check(row, { form }) {
    const fields = ['overallCompletion', ...indicatorsOf(form).map(({ actual }) => actual)];
    for (const field of fields) {
      const words = plannedWords(row.entries[field]?.text ?? '');
      if (words === null) continue;
      const title = fieldTitle(form, field);
      yield { at: inRow(row, field), params: { words, title: title.zh, titleEn: title.en } };
    }
  },
});

type PlanParams = { words: string; title: string; titleEn: string };

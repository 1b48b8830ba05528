import { fieldTitle } from '../../../templates/form.ts';
import {
  isPlaceholder,
  placeholderFields,
  pointsElsewhere,
} from '../../indicators/placeholders.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Names may be whatever a unit or a project is called, but not 同上 or 见附件. */
const NAMES: readonly string[] = ['unitName', 'projectName'];

/** A text column holds what the unit has to say, not a header, a hint of the template or 指标1. */
export const placeholderReplaced = defineRule({
  id: 'placeholder-replaced',
  number: 'W5',
  severity: 'warning',
  scope: 'row',
  title: {
    zh: '填写实际内容，不留表头字、提示语等占位文字',
    en: 'Cells hold content, not header texts or hints of the template',
  },
  message: {
    zh: ({ text, title }: PlaceholderParams) =>
      pointsElsewhere(text)
        ? `“${title}”填的是“${text}”。每个项目要单独印出、单独汇总，请写出具体内容。`
        : `“${title}”填的是“${text}”，是表头或模板的占位文字，没有实际内容。请填写本项目的具体内容；不适用的填“不适用”。`,
    en: ({ text, titleEn }: PlaceholderParams) =>
      pointsElsewhere(text)
        ? `“${titleEn}” says “${text}”. Each project is printed and added up by itself: write it out.`
        : `“${titleEn}” holds “${text}”, a header or a hint of the template. Write what applies to this project, or 不适用.`,
  },
  example: {
    text: '完成生态效益指标',
    title: '效益目标·生态效益指标·年度指标内容',
    titleEn: 'Benefit · Ecological benefit · Target',
  },
  cause: ({ text }) => (pointsElsewhere(text) ? 'elsewhere' : ''),
  *check(row, { form }) {
    for (const field of [...NAMES, ...placeholderFields(form)]) {
      const text = row.entries[field]?.text ?? '';
      if (!pointsElsewhere(text) && (NAMES.includes(field) || !isPlaceholder(text, form))) continue;
      const title = fieldTitle(form, field);
      yield {
        at: inRow(row, field),
        params: { text: text.trim(), title: title.zh, titleEn: title.en },
      };
    }
  },
});

type PlaceholderParams = { text: string; title: string; titleEn: string };

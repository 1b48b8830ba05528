import { isPlaceholder } from '../../indicators/placeholders.ts';
import { readingOf, statesFrequency, statesFullMeasure } from '../../indicators/read-indicator.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** A list item that names a count and gives none: 归档资料数量. */
const NAMES_A_COUNT = /(?:数量|个数|次数|人数|份数|件数|场数|户数)$/;

/** What may not be told need not be counted. */
const SECRET = /秘密|涉密|机密|不(?:适合|宜|便|予)公开/;

/** A quantity indicator states a figure. Quality and benefits may be told in words. */
export const quantityHasFigure = defineRule({
  id: 'quantity-has-figure',
  number: 'I1',
  severity: 'hint',
  scope: 'row',
  title: { zh: '数量指标写出数值', en: 'A quantity indicator states a figure' },
  message: {
    zh: () =>
      '数量指标没有写出数值，完成多少无从对照。请写明应完成的数量，例如“15个”“不少于20场”。',
    en: () =>
      'The quantity indicator states no figure to compare with. Say how many, such as 15个.',
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 个项目的数量指标没有写出数值（序号 ${serials}），完成多少无从对照。请写明应完成的数量，例如“15个”“不少于20场”。`,
    en: ({ count, serials }) =>
      `The quantity indicators of ${count} projects state no figure to compare with (No. ${serials}). Say how many, such as 15个.`,
  },
  *check(row, { form }) {
    const target = row.entries['quantityTarget'];
    if (target === undefined || target.text === '') return;
    const { kind, items, hasFigure } = readingOf(target);
    if (kind === 'not-applicable' || kind === 'none' || isPlaceholder(target.text, form)) return;
    const lacksOne = items.some((item) => !item.hasFigure && NAMES_A_COUNT.test(item.text));
    const isMeasured = hasFigure || statesFrequency(target.text) || statesFullMeasure(target.text);
    if (isMeasured && !lacksOne) return;
    if ([target, row.entries['quantityActual']].some((entry) => SECRET.test(entry?.text ?? '')))
      return;
    yield { at: inRow(row, 'quantityTarget'), params: {} };
  },
});

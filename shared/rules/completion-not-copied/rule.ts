import { filledIndicators } from '../../indicators/indicator-pairs.ts';
import { measureKind } from '../../indicators/measure-words.ts';
import { saysTheSame } from '../../indicators/plain-text.ts';
import { type Reading, readingOf, statesFrequency } from '../../indicators/read-indicator.ts';
import type { Statement } from '../../indicators/statements.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/**
 * A completion says what was reached. “9家” to a target of “9家” is an honest one; “超过18场” to
 * “超过18场” only repeats the aim, and so does a text without any figure or date.
 */
export const completionNotCopied = defineRule({
  id: 'completion-not-copied',
  number: 'W2',
  severity: 'warning',
  scope: 'row',
  title: {
    zh: '完成情况写实际结果，不照抄年度指标内容',
    en: 'A completion says what was reached and does not repeat its target',
  },
  message: {
    zh: ({ text, title }: CopyParams) =>
      `“${title}”与年度指标内容逐字相同：“${text}”。请写实际结果，能写数字或日期的写出来。`,
    en: ({ text, titleEn }: CopyParams) =>
      `“${titleEn}” repeats its target word for word: “${text}”. Say what was reached, with figures or dates where there are any.`,
  },
  merged: {
    zh: ({ count, projects, serials, column }) =>
      `${projects} 个项目的“${column.zh === '' ? '完成情况' : column.zh}”${count === projects ? '' : `有 ${count} 处`}与年度指标内容逐字相同（序号 ${serials}）。请写实际结果，能写数字或日期的写出来。`,
    en: ({ count, projects, serials, column }) =>
      `${count} completions${column.en === '' ? '' : ` in “${column.en}”`} of ${projects} projects repeat their targets word for word (No. ${serials}). Say what was reached, with figures or dates where there are any.`,
  },
  example: {
    text: '超过18场',
    title: '产出目标·数量指标·完成情况',
    titleEn: 'Output · Quantity · Result',
  },
  *check(row, { form }) {
    for (const { indicator, target, actual } of filledIndicators(row, form)) {
      const isTimeliness = indicator.key === 'timeliness';
      if (!saysTheSame(target.text, actual.text)) continue;
      if (isTimeliness && ALL_YEAR.test(target.text)) continue;
      if (statesFrequency(target.text) && !readingOf(target).statements.some(isBound)) continue;
      if (!isNoResult(readingOf(target), isTimeliness)) continue;
      const title = indicator.actualTitle;
      yield {
        at: inRow(row, indicator.actual),
        params: { text: shortened(actual.text), title: title.zh, titleEn: title.en },
      };
    }
  },
});

/** True for a text that cannot be a result: it is a bound, or it states nothing at all. */
function isNoResult(reading: Reading, isTimeliness: boolean): boolean {
  if (reading.kind !== 'text' && reading.kind !== 'done') return false;
  if (reading.statements.some(isBound)) return true;
  if (reading.hasFigure) return false;
  // 2021年 says when something was done, and nothing of how much.
  return !reading.dates.some(({ text }) => isTimeliness || !/^\d{4}年?度?$/.test(text));
}

/** 超过18场; but 7天内 and 一个月内 are how punctuality is told. */
const isBound = ({ comparator, unit }: Statement): boolean =>
  ['≥', '>', '≤', '<'].includes(comparator) && measureKind(unit) !== 'time';

/** A time, if a long one. */
const ALL_YEAR = /^(?:全年|常年|长期)(?:持续|不间断|开展)?[。.]?$/;

/** So much of a long text is quoted. */
const QUOTED = 30;

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > QUOTED
    ? `${characters.slice(0, QUOTED).join('')}…`
    : characters.join('');
}

type CopyParams = { text: string; title: string; titleEn: string };

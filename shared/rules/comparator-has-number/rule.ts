import { fieldTitle } from '../../../templates/form.ts';
import { indicatorsOf } from '../../indicators/indicator-pairs.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** A comparator, or the first half of one, with nothing but the end of its sentence behind it. */
const HANGING =
  /(不得低于|不得少于|不低于|不少于|不小于|不高于|不多于|不大于|不得超过|不超过|大于等于|小于等于|大于|小于|高于|低于|多于|少于|超过|达到|至少|不得?低|不得?少|不得?高|不得?超|不得?|≥|≤|>=|<=|>|<|＞|＜)(?:\s*[。；;）)]|\s*\n|\s*$)/g;

/** Whole sentences that end that way: 投诉未超过, 是否, 完不成任务的不. */
const ENDS_SO = /(?:[未没无并从毫绝决]|没有|是|要|可|[^\p{Script=Han}]不)$/u;

/** Half a comparator is only half one after the name of a measure: 满意度不, 合格率不低. */
const MEASURE_BEFORE = /(?:率|度|数|数量|比例|比重|时间|时长|次数|面积|金额|额|量)$/;

/** A comparator such as 不低于 is followed by its number. */
export const comparatorHasNumber = defineRule({
  id: 'comparator-has-number',
  number: 'W9',
  severity: 'warning',
  scope: 'row',
  title: {
    zh: '“不低于”等比较词后面写出数值',
    en: 'A comparator such as “not below” is followed by its number',
  },
  message: {
    zh: ({ tail }: TailParams) =>
      `“…${tail}”后面没有数值，文字可能没有写完或被截断。请补全，例如“不低于95%”。`,
    en: ({ tail }: TailParams) =>
      `“…${tail}” is not followed by a number; the text may be cut off. Complete it, such as 不低于95%.`,
  },
  cause: (_, { field }) => field ?? '',
  merged: {
    zh: ({ count, serials, column, first }) =>
      `${count} 处指标的比较词后面没有数值（序号 ${serials}${column.zh === '' ? '' : `，“${column.zh}”栏`}），例如“…${first.tail}”。文字可能没有写完或被截断，请补全。`,
    en: ({ count, serials, column, first }) =>
      `${count} indicators end in a comparator without its number (No. ${serials}${column.en === '' ? '' : `, “${column.en}”`}), such as “…${first.tail}”. Complete them.`,
  },
  *check(row, { form }) {
    for (const { target, actual } of indicatorsOf(form)) {
      for (const field of [target, actual]) {
        const tail = hangingTail(row.entries[field]?.text ?? '');
        if (tail === null) continue;
        const title = fieldTitle(form, field);
        yield {
          at: inRow(row, field),
          params: { tail, title: title.zh, titleEn: title.en },
        };
      }
    }
  },
});

/** Characters shown before the comparator, so that the place is found. */
const SHOWN = 8;

/** Cheap and true of few cells. */
const MAY_HANG = /[于过到少低高超不≥≤=><＞＜]\s*(?:$|[。；;）)\n])/;

function hangingTail(text: string): string | null {
  if (!MAY_HANG.test(text)) return null;
  for (const match of text.matchAll(HANGING)) {
    const word = match[1] ?? '';
    const before = text.slice(Math.max(0, match.index - SHOWN), match.index);
    if (before.trim() === '' || ENDS_SO.test(before)) continue;
    const isHalf = !/[于过≥≤=><＞＜]$|至少$/.test(word);
    if (isHalf && !MEASURE_BEFORE.test(before)) continue;
    return `${before}${word}`;
  }
  return null;
}

type TailParams = { tail: string; title: string; titleEn: string };

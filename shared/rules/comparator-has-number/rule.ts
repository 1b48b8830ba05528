import { fieldTitle } from '../../../templates/form.ts';
import { hangingComparator } from '../../indicators/hanging-comparator.ts';
import { indicatorsOf } from '../../indicators/indicator-pairs.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

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
    zh: ({ projects, serials, column, first }) =>
      `${projects} 个项目的指标，比较词后面没有数值（序号 ${serials}${column.zh === '' ? '' : `，“${column.zh}”栏`}），例如“…${first.tail}”。文字可能没有写完或被截断，请补全。`,
    en: ({ projects, serials, column, first }) =>
      `Indicators of ${projects} projects end in a comparator without its number (No. ${serials}${column.en === '' ? '' : `, “${column.en}”`}), such as “…${first.tail}”. Complete them.`,
  },
  example: {
    tail: '满意度不低于',
    title: '满意度指标·服务对象满意度指标·年度指标内容',
    titleEn: 'Satisfaction · Satisfaction of those served · Target',
  },
  *check(row, { form }) {
    for (const { target, actual } of indicatorsOf(form)) {
      for (const field of [target, actual]) {
        const hanging = hangingComparator(row.entries[field]?.text ?? '');
        if (hanging === null || !hanging.isWhole) continue;
        const title = fieldTitle(form, field);
        yield {
          at: inRow(row, field),
          params: { tail: hanging.tail, title: title.zh, titleEn: title.en },
        };
      }
    }
  },
});

type TailParams = { tail: string; title: string; titleEn: string };

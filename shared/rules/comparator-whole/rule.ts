import { fieldTitle } from '../../../templates/form.ts';
import { hangingComparator } from '../../indicators/hanging-comparator.ts';
import { indicatorsOf } from '../../indicators/indicator-pairs.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** An indicator does not end in the first half of a comparator: 满意度不. */
export const comparatorWhole = defineRule({
  id: 'comparator-whole',
  number: 'W9',
  severity: 'hint',
  scope: 'row',
  title: {
    zh: '指标没有在“不低于”等词中间断开',
    en: 'An indicator does not end in the middle of a comparator',
  },
  message: {
    zh: ({ tail, title }: TailParams) =>
      `“${title}”写到“…${tail}”就断了，像是被截断或没有写完。请核对并补全，例如“满意度不低于95%”。`,
    en: ({ tail, titleEn }: TailParams) =>
      `“${titleEn}” breaks off at “…${tail}”, as if it were cut off. Check it and complete it, such as 满意度不低于95%.`,
  },
  example: {
    tail: '满意度不',
    title: '满意度指标·服务对象满意度指标·年度指标内容',
    titleEn: 'Satisfaction · Satisfaction of those served · Target',
  },
  *check(row, { form }) {
    for (const { target, actual } of indicatorsOf(form)) {
      for (const field of [target, actual]) {
        const hanging = hangingComparator(row.entries[field]?.text ?? '');
        if (hanging === null || hanging.isWhole) continue;
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

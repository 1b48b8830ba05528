import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** `longgang-2021` → 2021: the version a clerk knows the form by. */
const yearOf = (formId: string): string => formId.replace(/^.*-/, '');

/** The period accepts the form that the header shows. */
export const formAccepted = defineRule({
  id: 'form-accepted',
  number: 'E8',
  severity: 'error',
  scope: 'table',
  title: { zh: '表式是本年度接受的表式', en: 'The form is one the period accepts' },
  message: {
    zh: ({ form, period, accepted, title }: FormParams) =>
      `这是 ${form} 年表式，${period} 年度须用 ${accepted} 年表式。请下载 ${period} 年度的空表（门户上，或用 jixiao template --period ${period}），把内容填到新表里再上传。${title === '' ? '' : '如果只是表题的年度没有改，请改表题。'}`,
    en: ({ form, period, accepted, title }: FormParams) =>
      `This is the form of ${form}; period ${period} needs the form of ${accepted}. Get an empty one from the portal or by jixiao template --period ${period}.${title === '' ? '' : ' If only the year in the title is wrong, mend the title.'}`,
  },
  example: { form: '2020', period: '2021', accepted: '2021', title: '' },
  *check(table, { form, period }) {
    if (period === null || period.forms.includes(form.id)) return;
    const accepted = period.forms.map(yearOf).join('、');
    // The form of a later year under an older title: the title may be left from the file it was copied
    // from. An old form under a new title is an old form.
    const isOldTitle = table.titleYear === period.id && period.id < yearOf(form.id);
    yield {
      at: inTable(table, table.title?.at),
      params: {
        form: yearOf(form.id),
        period: period.id,
        accepted,
        title: isOldTitle ? period.id : '',
      },
    };
  },
});

/** `title`: the year of the title where that may be what is wrong, else empty. */
type FormParams = { form: string; period: string; accepted: string; title: string };

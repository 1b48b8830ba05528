import type { Text } from '../../locale.ts';
import type { Table } from '../../rows/row.ts';
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
    zh: (params: FormParams) => wording(params).zh,
    en: (params: FormParams) => wording(params).en,
  },
  example: { form: '2020', period: '2021', accepted: '2021', title: '' },
  *check(table, { form, period }) {
    if (period === null || period.forms.includes(form.id)) return;
    const accepted = period.forms.map(yearOf).join('、');
    yield {
      at: inTable(table, table.title?.at),
      params: {
        form: yearOf(form.id),
        period: period.id,
        accepted,
        title: suspectTitle(table, period.id),
      },
    };
  },
});

/** `title`: what the title adds, see `suspectTitle`. */
type FormParams = { form: string; period: string; accepted: string; title: string };

/**
 * `own`: the title is of the form's year, so the whole file may be the wrong one. `old`: a later form
 * under the title of the period, which may be left from the file it was copied from. Else empty.
 */
function suspectTitle({ titleYear, form }: Table, period: string): 'own' | 'old' | '' {
  if (titleYear === yearOf(form.id)) return 'own';
  return titleYear === period && period < yearOf(form.id) ? 'old' : '';
}

function wording({ form, period, accepted, title }: FormParams): Text {
  if (title === 'own') {
    return {
      zh: `这份文件的表式和表题都是 ${form} 年的，却报在 ${period} 年度。传错了文件或传错了地方的，请重传；要报 ${period} 年度的，请下载 ${period} 年度的空表（门户上，或用 jixiao template --period ${period}），填好再上传。`,
      en: `Form and title are those of ${form}, but the file was sent for ${period}. If it is the wrong file or the wrong place, send it again; else fill in an empty form of ${period} (portal, or jixiao template --period ${period}).`,
    };
  }
  const isOld = title === 'old';
  return {
    zh: `这是 ${form} 年表式，${period} 年度须用 ${accepted} 年表式。请下载 ${period} 年度的空表（门户上，或用 jixiao template --period ${period}），把内容填到新表里再上传。${isOld ? '如果只是表题的年度没有改，请改表题。' : ''}`,
    en: `This is the form of ${form}; period ${period} needs the form of ${accepted}. Get an empty one from the portal or by jixiao template --period ${period}.${isOld ? ' If only the year in the title is wrong, mend the title.' : ''}`,
  };
}

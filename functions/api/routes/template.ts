import * as z from 'zod';
import { countedRecords, lastYearOf } from '../../../shared/last-year.ts';
import { attachmentIn, type Period } from '../../../shared/period.ts';
import { carryOver } from '../../../shared/records/carry-over.ts';
import { type FormDefinition, formTitle } from '../../../templates/form.ts';
import { formById } from '../../../templates/forms.ts';
import { attachment } from '../answer.ts';
import { unitRoute } from '../guarded-routes.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const query = z.object({
  /** `blank`, or with the projects, budgets and targets of what was accepted for the year before. */
  from: z.enum(['blank', 'last-year']).default('blank'),
  /** Needed where the period accepts several. */
  form: z.string().exactOptional(),
});

/** The workbook a unit fills in. */
export const templateRoutes: readonly Route[] = [
  unitRoute({
    access: 'read-unit',
    method: 'get',
    path: '/api/periods/{period}/units/{unit}/template',
    title: { zh: '下载填报模板', en: 'A template to fill in' },
    query,
    answer: { status: 200, says: { zh: '工作簿', en: 'A workbook' }, types: [XLSX] },
    problems: ['form-not-accepted', 'no-last-year'],
    async handle({ api: { ports }, submission, period, unit, query: { from, form: asked } }) {
      const form = formOf(period, asked);
      const before =
        from === 'blank' ? null : await countedRecords(lastYearOf(submission), ports.submissions);
      if (from === 'last-year' && before === null) throw new Refusal('no-last-year');
      const register = await ports.submissions.registerFor(unit.code);
      const bytes = await ports.templates.template({
        form,
        period: period.id,
        ...(period.title === undefined ? {} : { titlePattern: period.title }),
        attachment: attachmentIn(period, form),
        submitter: unit,
        implementingUnits: register?.map(({ name }) => name) ?? [],
        records: before === null ? [] : carryOver(before, form, period.id).records,
        filledFrom: before?.period ?? null,
      });
      const name = `${formTitle(form, period.id, unit.name, period.title)}（模板）.xlsx`;
      return new Response(Buffer.from(bytes), {
        headers: { 'content-type': XLSX, 'content-disposition': attachment(name) },
      });
    },
  }),
];

/** The form of the period; where it accepts several, the one asked for. */
function formOf({ forms }: Period, asked: string | undefined): FormDefinition {
  const id = asked ?? (forms.length === 1 ? forms[0] : undefined);
  const form = id !== undefined && forms.includes(id) ? formById(id) : undefined;
  if (form !== undefined) return form;
  const named = forms.join(', ');
  throw new Refusal('form-not-accepted', {
    detail: { zh: `可选 form=${named}。`, en: `form is one of ${named}.` },
  });
}

import type { ApiPorts } from '../../../shared/api-ports.ts';
import { countedAnswer, countedRevision } from '../../../shared/counted.ts';
import { daysUntil } from '../../../shared/due-day.ts';
import { countedTable, lastYearOf } from '../../../shared/last-year.ts';
import { attachmentIn, type Period } from '../../../shared/period.ts';
import { dayInChina } from '../../../shared/severity.ts';
import { formTitle } from '../../../templates/form.ts';
import { knownForm } from '../../../templates/forms.ts';
import { maySend } from '../access.ts';
import { json } from '../answer.ts';
import { answerLine } from '../answer-line.ts';
import { closedLine } from '../bureau-act.ts';
import { callerRoute } from '../guarded-routes.ts';
import { type KnownUnit, knownUnit } from '../known-unit.ts';
import { knownUpload } from '../known-upload.ts';
import { NOTHING, newestUpload } from '../newest-upload.ts';
import type { Route } from '../route.ts';
import { type Obligation, obligationsSchema, type UploadLine } from '../schemas.ts';
import { isDone, standingOf } from '../standing.ts';
import { timingOf } from '../timing.ts';
import { uploadLine } from '../upload-line.ts';

/** What the caller's units owe. */
export const obligationRoutes: readonly Route[] = [
  callerRoute({
    method: 'get',
    path: '/api/obligations',
    title: { zh: '我的报送任务', en: 'What my units owe' },
    answer: {
      status: 200,
      says: { zh: '各年度、各单位', en: 'By period, newest first, and unit' },
      schema: obligationsSchema,
    },
    problems: [],
    async handle({ api: { ports }, caller }) {
      const periods = [...(await ports.submissions.periods())].reverse();
      // What a token says of units gives no right by itself.
      const codes = caller.units.filter((code) => maySend(caller, code));
      const units = await Promise.all(codes.map((code) => knownUnit(code, ports.submissions)));
      const obligations = periods.flatMap((period) =>
        units.map((unit) => obligationOf(period, unit, ports)),
      );
      return json(obligationsSchema, { obligations: await Promise.all(obligations) });
    },
  }),
];

async function obligationOf(
  definition: Period,
  { isAtTop, code, name }: KnownUnit,
  ports: ApiPorts,
): Promise<Obligation> {
  const { id: period, forms, opensOn, dueOn, owedBy } = definition;
  const submission = { period, submitter: code };
  const head = await ports.submissions.head(submission);
  const turn = await ports.sendings.lastSending(submission);
  const newest = await newestUpload(head, turn, ports);
  const line = async (id: string | null): Promise<UploadLine | null> => {
    const upload = id === null || id === NOTHING ? null : await knownUpload(id, ports);
    return upload === null ? null : uploadLine(upload, head);
  };
  const latest = (await line(newest)) ?? (await line(head?.latest?.uploadId ?? null));
  const counted = head === null ? null : countedRevision(head);
  const answered = head === null ? null : countedAnswer(head);
  const current = latest?.isCurrent === true ? latest : await line(counted?.uploadId ?? null);
  const standing = standingOf(head);
  const { closed } = await ports.submissions.bureauState(period);
  const duty = await ports.submissions.duty(submission);
  const today = dayInChina(ports.clock.now().toISOString());
  return {
    period,
    forms: [...forms],
    tables: forms.map((id) => owedTable(id, definition, name)),
    lastYear: (await countedTable(lastYearOf(submission), ports.submissions))?.uploadId ?? null,
    opensOn: opensOn ?? null,
    dueOn: dueOn ?? null,
    daysLeft: dueOn === undefined ? null : daysUntil(dueOn, todayInChina(ports)),
    unit: { code, name },
    isOwed: owedBy?.includes(code) ?? isAtTop,
    standing,
    timing: timingOf(definition, duty, head, today),
    closed: closedLine(closed),
    remindedAt: isDone(standing) ? null : (duty.reminded?.at ?? null),
    basedOn: newest,
    latest,
    current,
    answer: answered === null ? null : answerLine(answered, head),
  };
}

/** A table as its unit knows it. */
function owedTable(id: string, period: Period, name: string): Obligation['tables'][number] {
  const form = knownForm(id);
  return {
    form: id,
    title: formTitle(form, period.id, name, period.title),
    attachment: attachmentIn(period, form),
  };
}

/** The server's own day: the clock of an old desktop may be of any year. */
const todayInChina = ({ clock }: Pick<ApiPorts, 'clock'>): string =>
  dayInChina(clock.now().toISOString());

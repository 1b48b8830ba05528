import { json } from '../answer.ts';
import { answerLine } from '../answer-line.ts';
import { giveAnswer } from '../give-answer.ts';
import { type UnitGiven, unitRoute } from '../guarded-routes.ts';
import type { Route } from '../route.ts';
import { answerSchema } from '../schemas.ts';
import { nilReturnSchema, notPublicSchema } from '../sending-schemas.ts';

const TAKEN = {
  status: 201,
  says: { zh: '已收到', en: 'Taken in' },
  schema: answerSchema,
} as const;

const PROBLEMS = ['somebody-sent', 'somebody-sends', 'wrong-type', 'period-closed'] as const;

/** What a unit says in place of a table. */
export const answerRoutes: readonly Route[] = [
  unitRoute({
    access: 'send-unit',
    method: 'post',
    path: '/api/periods/{period}/units/{unit}/nil-return',
    title: { zh: '本年度无项目', en: 'No projects this year' },
    body: nilReturnSchema,
    answer: TAKEN,
    problems: PROBLEMS,
    handle: (given) => take('nil', given),
  }),
  unitRoute({
    access: 'send-unit',
    method: 'post',
    path: '/api/periods/{period}/units/{unit}/not-public',
    title: { zh: '涉密不公开', en: 'Not public' },
    body: notPublicSchema,
    answer: TAKEN,
    problems: PROBLEMS,
    handle: (given) => take('not-public', given),
  }),
];

type Said = { readonly basedOn: string; readonly reason: string };

async function take(
  kind: 'nil' | 'not-public',
  { api: { ports }, submission, caller, body }: UnitGiven<undefined, Said>,
): Promise<Response> {
  const answer = await giveAnswer({ submission, caller, kind, ...body }, ports);
  const head = await ports.submissions.head(submission);
  return json(answerSchema, answerLine(answer, head), { status: 201 });
}

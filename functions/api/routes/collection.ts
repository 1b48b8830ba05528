import type { BureauAction } from '../../../shared/bureau/bureau-act.ts';
import { json } from '../answer.ts';
import { bureauActId, closedLine, settle } from '../bureau-act.ts';
import { periodActSchema, settledSchema } from '../collection-schemas.ts';
import { periodRoute } from '../guarded-routes.ts';
import { knownUnit } from '../known-unit.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';

/** What finance settles of a period. */
export const collectionRoutes: readonly Route[] = [
  periodRoute({
    access: 'manage',
    method: 'post',
    path: '/api/periods/{period}/acts',
    title: { zh: '延期、催报、关闭或重新开放', en: 'Extend, remind, close or reopen' },
    body: periodActSchema,
    answer: {
      status: 200,
      says: {
        zh: '办理后的状态；同一 id 再来不重复办理；均记入审计记录',
        en: 'What stands after it; the same id again takes no second step; all of it is recorded',
      },
      schema: settledSchema,
    },
    problems: ['wrong-type', 'request-too-large', 'act-refused'],
    async handle({ api: { ports }, caller, period: { id: period }, body }) {
      const { action } = body;
      for (const unit of unitsOf(action)) {
        const { isKnown } = await knownUnit(unit, ports.submissions);
        if (!isKnown) throw new Refusal('not-found');
      }
      const id = bureauActId(body.id, period, caller, action);
      const { closed } = await settle({ id, chain: period, action, caller }, ports);
      return json(settledSchema, { period, closed: closedLine(closed) });
    },
  }),
];

/** Whom an act names. */
function unitsOf(action: BureauAction): readonly string[] {
  if (action.kind === 'extend') return [action.unit];
  return action.kind === 'remind' ? action.units : [];
}

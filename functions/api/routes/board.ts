import { USUAL_GRACE } from '../../../shared/lateness.ts';
import { dayInChina } from '../../../shared/severity.ts';
import { boardOf } from '../access.ts';
import { json } from '../answer.ts';
import { boardCounts, boardLine, byUrgency } from '../board-line.ts';
import { boardUnits } from '../board-units.ts';
import { closedLine } from '../bureau-act.ts';
import { periodRoute } from '../guarded-routes.ts';
import { boardSchema } from '../review-schemas.ts';
import type { Route } from '../route.ts';

/** How far all units are. */
export const boardRoutes: readonly Route[] = [
  periodRoute({
    access: 'board',
    method: 'get',
    path: '/api/periods/{period}/board',
    title: { zh: '报送进度', en: 'How far all units are' },
    answer: {
      status: 200,
      says: {
        zh: '应报单位及已报单位，未报、逾期在前；主管部门只见本部门及下属',
        en: 'Units that owe or sent, those still to send first; departments see their own and those below',
      },
      schema: boardSchema,
    },
    problems: [],
    async handle({ api: { ports }, caller, period }) {
      const { id, opensOn = null, dueOn = null } = period;
      const heads = await ports.submissions.headsOf(id);
      const bySubmitter = new Map(heads.map((head) => [head.submitter, head]));
      const seen = boardOf(caller) ?? [];
      const units = await boardUnits(period, [...bySubmitter.keys()], seen, ports.submissions);
      const today = dayInChina(ports.clock.now().toISOString());
      const settled = await ports.submissions.dutiesOf(id);
      const duties = new Map(settled.map((duty) => [duty.unit, duty]));
      const lines = units.map((unit) =>
        boardLine(unit, bySubmitter.get(unit.code) ?? null, { period, duties, today }),
      );
      const { closed } = await ports.submissions.bureauState(id);
      const counts = boardCounts(lines);
      return json(boardSchema, {
        period: id,
        opensOn,
        dueOn,
        graceDays: period.graceDays ?? USUAL_GRACE,
        closed: closedLine(closed),
        counts,
        units: lines.sort(byUrgency),
      });
    },
  }),
];

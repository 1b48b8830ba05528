import { reviewPolicyOf } from '../../../shared/review-policy.ts';
import { NO_REVIEW } from '../../../shared/submission-review.ts';
import { boardOf, departmentUnits } from '../access.ts';
import { json } from '../answer.ts';
import { type BoardUnit, boardUnits } from '../board-units.ts';
import { type PeriodGiven, periodRoute } from '../guarded-routes.ts';
import { addressOf } from '../publication-answer.ts';
import { publicationDays } from '../publication-days.ts';
import { publicationLine } from '../publication-line.ts';
import { type PublicationLine, publicationsSchema } from '../publication-schemas.ts';
import type { Route } from '../route.ts';

/** Submissions looked at at the same time: of older ones, each is read from the table and the bucket. */
const AT_ONCE = 20;

/** How far the publication of all units is. */
export const publicationListRoutes: readonly Route[] = [
  periodRoute({
    access: 'board',
    method: 'get',
    path: '/api/periods/{period}/publications',
    title: { zh: '公开进度', en: 'How far publication is' },
    answer: {
      status: 200,
      says: {
        zh: '各单位现行版公开到哪一步、等谁办理、还剩几天；主管部门只见本部门及下属',
        en: 'How far each unit’s table is on its way to the public, whose turn it is, and days left',
      },
      schema: publicationsSchema,
    },
    problems: [],
    handle: answerPublications,
  }),
];

async function answerPublications(given: PeriodGiven<unknown, unknown>): Promise<Response> {
  const { api, caller, period } = given;
  const { submissions } = api.ports;
  const heads = new Map(
    (await submissions.headsOf(period.id)).map((head) => [head.submitter, head]),
  );
  const seen = boardOf(caller) ?? [];
  const units = await boardUnits(period, [...heads.keys()], seen, submissions);
  const accountsOn = (code: string | undefined): string | null =>
    (heads.get(code ?? '')?.review ?? NO_REVIEW).accountsOn;
  const theirs = await departmentUnits(caller, submissions);
  const policy = reviewPolicyOf(period);
  const lineOf = async (unit: BoardUnit): Promise<PublicationLine[]> => {
    const head = heads.get(unit.code);
    if (head === undefined) return [];
    const looking = { policy, isDepartment: theirs.has(unit.code) };
    const own = await publicationLine(head, looking, api.ports);
    if (own === null) return [];
    const isPublic = own.publishedAt !== null && !own.isErratum;
    // A unit below a department goes by the day of its department where it has none of its own.
    const approvedOn = accountsOn(unit.code) ?? accountsOn(unit.department?.code);
    const days = publicationDays(approvedOn, isPublic, api.ports.clock.now().toISOString());
    const { code, name, department } = unit;
    const address = isPublic || own.isErratum ? addressOf(head, api.ports.site) : null;
    return [{ unit: { code, name }, department, ...own, ...days, address }];
  };
  const lines: PublicationLine[] = [];
  for (let from = 0; from < units.length; from += AT_ONCE) {
    const some = await Promise.all(units.slice(from, from + AT_ONCE).map(lineOf));
    lines.push(...some.flat());
  }
  return json(publicationsSchema, { period: period.id, units: lines });
}

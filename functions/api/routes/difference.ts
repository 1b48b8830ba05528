import { differenceBetween } from '../../../shared/records/difference.ts';
import type { ProjectRecord } from '../../../shared/records/record.ts';
import type { Submissions } from '../../../shared/store/submissions.ts';
import type { AcceptedTable } from '../../../shared/submission.ts';
import type { RevisionKey } from '../../../shared/upload.ts';
import { knownForm } from '../../../templates/forms.ts';
import { json } from '../answer.ts';
import { unitRoute } from '../guarded-routes.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { differenceSchema } from '../schemas.ts';
import { revisionNumber } from './revision-number.ts';

/** What changed from revision to revision. */
export const differenceRoutes: readonly Route[] = [
  unitRoute({
    access: 'read-unit',
    method: 'get',
    path: '/api/periods/{period}/units/{unit}/revisions/{revision}/difference',
    title: { zh: '与上一个已接收版次的差异', en: 'What changed since the accepted one before' },
    answer: { status: 200, says: { zh: '差异', en: 'The difference' }, schema: differenceSchema },
    problems: ['not-accepted', 'nothing-before'],
    async handle({ api: { ports }, submission, params }) {
      const { submissions } = ports;
      const key = { ...submission, revision: revisionNumber(params) };
      const table = await tableOf(key, submissions);
      if (table === null) throw new Refusal('not-accepted');
      const earlier = await acceptedBefore(key, submissions);
      if (earlier === null) throw new Refusal('nothing-before');
      const [before, after] = await Promise.all([
        submissions.recordsOf(earlier.key, earlier.table.rows),
        submissions.recordsOf(key, table.rows),
      ]);
      const difference = differenceBetween(before, after, knownForm(table.form));
      return json(differenceSchema, {
        before: earlier.key.revision,
        after: key.revision,
        added: difference.added.map(named),
        dropped: difference.dropped.map(named),
        changed: difference.changed.map(({ record, cells }) => ({
          ...named(record),
          cells: [...cells],
        })),
        unchanged: difference.unchanged,
      });
    },
  }),
];

const named = ({ number, texts }: ProjectRecord) => ({
  number,
  name: texts['projectName'] ?? '',
  unit: texts['unitName'] ?? '',
});

/** What a revision holds; null for one without rows of its own. */
async function tableOf(
  key: RevisionKey,
  { revision }: Pick<Submissions, 'revision'>,
): Promise<AcceptedTable | null> {
  return (await revision(key))?.verdict?.accepted?.table ?? null;
}

/** The nearest revision before this one that holds rows; null if there is none. */
async function acceptedBefore(
  key: RevisionKey,
  submissions: Pick<Submissions, 'revision'>,
): Promise<{ readonly key: RevisionKey; readonly table: AcceptedTable } | null> {
  for (let revision = key.revision - 1; revision > 0; revision -= 1) {
    const earlier = { ...key, revision };
    const table = await tableOf(earlier, submissions);
    if (table !== null) return { key: earlier, table };
  }
  return null;
}

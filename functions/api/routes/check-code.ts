import * as z from 'zod';
import type { ApiPorts } from '../../../shared/api-ports.ts';
import { readCheckCode } from '../../../shared/read-check-code.ts';
import { stampOf } from '../../../shared/stamp-of.ts';
import { loadRecordSet } from '../../../shared/store/load-record-set.ts';
import type { AcceptedTable } from '../../../shared/submission.ts';
import type { RevisionKey, SubmissionKey, Upload } from '../../../shared/upload.ts';
import { formTitle } from '../../../templates/form.ts';
import { knownForm } from '../../../templates/forms.ts';
import { json } from '../answer.ts';
import { type CheckCodeAnswer, checkCodeSchema } from '../check-code-schemas.ts';
import { unitRoute } from '../guarded-routes.ts';
import { knownUpload } from '../known-upload.ts';
import { addressOf } from '../publication-answer.ts';
import { receiptStanding, STANDING_NAMES } from '../receipt-standing.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { uploadLine } from '../upload-line.ts';

const codeQuery = z.object({
  code: z.string().max(64),
  /** As the paper says; left out: whichever has this code. */
  revision: z.coerce.number().int().min(1).max(999_999).exactOptional(),
});

/** Revisions that are looked through where none is named, the newest first: each is read row by row. */
const MOST = 30;

/**
 * Looks a stamped copy up by its check code. Only for whoever may read the unit's tables: a code is a digest of
 * all that a table says, and whoever is told of codes can try guesses out on what is masked.
 */
export const checkCodeRoutes: readonly Route[] = [
  unitRoute({
    access: 'read-unit',
    method: 'get',
    path: '/api/periods/{period}/units/{unit}/check-code',
    title: { zh: '核对盖章稿校验码', en: 'Look up a check code' },
    query: codeQuery,
    answer: {
      status: 200,
      says: {
        zh: '盖章稿上的校验码是哪一版的、现在的状态；没有这样的版次为 null',
        en: 'Which revision the check code on a stamped copy is of, and how that stands; null for none',
      },
      schema: checkCodeSchema,
    },
    problems: ['not-found'],
    async handle({ api: { ports }, submission, unit, query }) {
      const code = readCheckCode(query.code);
      if (code === null) throw new Refusal('not-found');
      const found = await findRevision(submission, code, query.revision ?? null, ports);
      return json(checkCodeSchema, { period: submission.period, unit, code, found });
    },
  }),
];

/** The revision that has this code, the newest first. */
async function findRevision(
  submission: SubmissionKey,
  code: string,
  wanted: number | null,
  ports: ApiPorts,
): Promise<CheckCodeAnswer['found']> {
  const { submissions } = ports;
  const tables = (await submissions.uploadsOf(submission))
    .filter(({ revision }) => revision !== null && (wanted === null || revision === wanted))
    .toReversed()
    .slice(0, MOST);
  for (const upload of tables) {
    const key = { ...submission, revision: upload.revision ?? 0 };
    const table = (await submissions.revision(key))?.verdict?.accepted?.table;
    if (table === undefined) continue;
    const records = await loadRecordSet(key, table, submissions);
    if (stampOf(records, knownForm(table.form), key.revision).code !== code) continue;
    return foundRevision(upload, key, table, ports);
  }
  return null;
}

async function foundRevision(
  { id, eventTime }: Upload,
  key: RevisionKey,
  { form, submitterName, title }: AcceptedTable,
  ports: ApiPorts,
): Promise<CheckCodeAnswer['found']> {
  const { submissions, site } = ports;
  const head = await submissions.head(key);
  const upload = await knownUpload(id, ports);
  if (upload === null) return null;
  const { recalledAt } = uploadLine(upload, head, await submissions.notesOf(key));
  const standing = receiptStanding(upload, head, recalledAt);
  const edition = (await submissions.publicationsOf(key)).find(
    ({ revision }) => revision === key.revision,
  );
  return {
    revision: key.revision,
    uploadId: id,
    title: formTitle(knownForm(form), key.period, submitterName, title),
    receivedAt: eventTime,
    standing,
    standingName: STANDING_NAMES[standing],
    publication:
      edition === undefined
        ? null
        : {
            status: edition.status,
            publishedAt: edition.publishedAt,
            address: addressOf(key, site),
          },
  };
}

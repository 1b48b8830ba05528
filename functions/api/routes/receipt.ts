import { randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { STATUS_NAMES } from '../../../shared/status-names.ts';
import { json } from '../answer.ts';
import type { Api } from '../api.ts';
import { openRoute, uploadRoute } from '../guarded-routes.ts';
import { type KnownUpload, knownUpload } from '../known-upload.ts';
import { type Receipt, receiptSchema, verifiedReceiptSchema } from '../receipt-schemas.ts';
import { receiptStanding, STANDING_NAMES } from '../receipt-standing.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { uploadLine } from '../upload-line.ts';
import { uploadState } from '../upload-state.ts';
import { submitterOf } from './uploads.ts';

/** Bytes of chance in a receipt's code: whoever has it has the receipt. */
const CODE_BYTES = 16;

/** In the query, which nobody logs: whoever reads a log of paths has no receipt. */
const verifyQuery = z.object({ id: z.string().max(64), code: z.string().max(64) });

/** Proof of what was sent, and looking it up by what stands on it. */
export const receiptRoutes: readonly Route[] = [
  uploadRoute({
    method: 'get',
    path: '/api/uploads/{id}/receipt',
    title: { zh: '回执', en: 'Receipt' },
    answer: { status: 200, says: { zh: '回执', en: 'The receipt' }, schema: receiptSchema },
    problems: [],
    async handle({ api, upload }) {
      const offered = randomBytes(CODE_BYTES).toString('base64url');
      const code = await api.ports.sendings.makeReceiptCode(upload.id, offered);
      return json(receiptSchema, {
        ...(await receiptOf(upload, api)),
        verificationAddress: `${api.portalOrigin ?? ''}/receipts/${upload.id}/${code}`,
      });
    },
  }),
  openRoute({
    method: 'get',
    path: '/api/receipts',
    title: { zh: '核对回执', en: 'Verify a receipt' },
    query: verifyQuery,
    answer: {
      status: 200,
      says: {
        zh: '回执上的内容及现在的状态；凭回执上的核对码，不用登录',
        en: 'What the receipt says and how it stands now, by the code on it, without signing in',
      },
      schema: verifiedReceiptSchema,
    },
    problems: ['not-found'],
    async handle({ api, query: { id, code } }) {
      const upload = await knownUpload(id, api.ports);
      const known = upload === null ? null : await api.ports.sendings.receiptCode(id);
      // A receipt that is none and a code that is wrong look alike.
      if (upload === null || known === null || !isSame(known, code)) throw new Refusal('not-found');
      const { sender, report, ...receipt } = await receiptOf(upload, api);
      const { id: number, period, unit, fileName, size, sha256, receivedAt, revision } = receipt;
      const { standing, standingName, recalledAt } = receipt;
      return json(verifiedReceiptSchema, {
        ...{ id: number, period, unit, fileName, size, sha256, receivedAt, revision },
        ...{ standing, standingName, recalledAt },
        sender: sender.name,
        reportSha256: report.sha256,
      });
    },
  }),
];

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** All of a receipt but where it can be verified. */
async function receiptOf(
  seen: KnownUpload,
  api: Api,
): Promise<Omit<Receipt, 'verificationAddress'>> {
  const { upload, head, report } = await uploadState(seen, api.ports);
  const notes = await api.ports.submissions.notesOf(upload.submission);
  const line = uploadLine(upload, head, notes);
  const standing = receiptStanding(upload, head, line.recalledAt);
  const { fileName, size, sha256, receivedAt, revision, sender, status, counts } = line;
  return {
    ...{ fileName, size, sha256, receivedAt, revision, sender, status, counts },
    id: upload.id,
    period: upload.submission.period,
    unit: await submitterOf(upload, api),
    confirmedAt: upload.sent?.confirmedAt ?? null,
    statusName: STATUS_NAMES[upload.status],
    standing,
    standingName: STANDING_NAMES[standing],
    recalledAt: line.recalledAt,
    duplicateOf: line.duplicateOf,
    report: { state: report.state, sha256: report.sha256 },
  };
}

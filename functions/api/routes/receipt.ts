import { STATUS_NAMES } from '../../../shared/status-names.ts';
import { json } from '../answer.ts';
import { uploadRoute } from '../guarded-routes.ts';
import type { Route } from '../route.ts';
import { receiptSchema } from '../schemas.ts';
import { senderOf } from '../upload-line.ts';
import { uploadState } from '../upload-state.ts';
import { submitterOf } from './uploads.ts';

/** Proof of what was sent. */
export const receiptRoutes: readonly Route[] = [
  uploadRoute({
    method: 'get',
    path: '/api/uploads/{id}/receipt',
    title: { zh: '回执', en: 'Receipt' },
    answer: { status: 200, says: { zh: '回执', en: 'The receipt' }, schema: receiptSchema },
    problems: [],
    async handle({ api, upload: seen }) {
      const { upload, report } = await uploadState(seen, api.ports);
      const outcome = upload.recorded?.outcome ?? null;
      return json(receiptSchema, {
        id: upload.id,
        period: upload.submission.period,
        unit: await submitterOf(upload, api),
        fileName: upload.fileName,
        size: upload.size,
        sha256: outcome?.sha256 ?? upload.sent?.sha256 ?? null,
        receivedAt: upload.receivedAt,
        revision: upload.recorded?.revision ?? null,
        sender: senderOf(upload),
        confirmedAt: upload.sent?.confirmedAt ?? null,
        status: upload.status,
        statusName: STATUS_NAMES[upload.status],
        counts: outcome?.counts ?? { errors: 0, warnings: 0, hints: 0 },
        duplicateOf: outcome?.duplicateOf ?? null,
        report: { state: report.state, sha256: report.sha256 },
        verificationAddress: `${api.portalOrigin ?? ''}/receipts/${upload.id}`,
      });
    },
  }),
];

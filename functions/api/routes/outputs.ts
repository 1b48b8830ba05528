import { uploadRoute } from '../guarded-routes.ts';
import { handOut, handOutQuery } from '../hand-out.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { downloadSchema, outputNameSchema } from '../schemas.ts';
import { uploadState } from '../upload-state.ts';

const TITLES = {
  findings: { zh: '校验问题（JSON）', en: 'Findings (JSON)' },
  feedback: { zh: '反馈表', en: 'Feedback workbook' },
  corrected: { zh: '改正稿', en: 'Corrected copy' },
  report: { zh: '自评表 PDF', en: 'Report' },
  stamped: { zh: '盖章稿 PDF', en: 'Copy to be sealed' },
  records: { zh: '已入库的记录（JSON）', en: 'Stored records (JSON)' },
} as const;

const TYPES = ['application/json', 'application/pdf', 'application/octet-stream'] as const;

/** What was made of an upload. */
export const outputRoutes: readonly Route[] = outputNameSchema.options.map((name) =>
  uploadRoute({
    method: 'get',
    path: `/api/uploads/{id}/${name}`,
    title: TITLES[name],
    query: handOutQuery,
    answer: {
      status: 200,
      says: {
        zh: '文件；4 MB 以上的答 302，转到存储桶',
        en: 'The file; 302 to the bucket for one of more than 4 MB',
      },
      schema: downloadSchema,
      types: TYPES,
    },
    problems: ['not-there'],
    async handle({ api: { ports }, upload, query: { as } }) {
      const key = (await uploadState(upload, ports)).outputs[name];
      if (key === undefined) throw new Refusal('not-there');
      return handOut(key, as, ports);
    },
  }),
);

import * as z from 'zod';
import { json } from '../answer.ts';
import { uploadRoute } from '../guarded-routes.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { downloadSchema, outputNameSchema } from '../schemas.ts';
import { uploadState } from '../upload-state.ts';

/** Bytes that go through the API; what is larger is fetched from the bucket. */
const DIRECT_BYTES = 4 * 1024 * 1024;

/** Seconds that an address of an output is good for. */
const LINK_SECONDS = 5 * 60;

const query = z.object({
  /** `link`: an address that needs no token for five minutes, instead of the file. */
  as: z.enum(['file', 'link']).default('file'),
});

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
    query,
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
      const { downloads, clock } = ports;
      const key = (await uploadState(upload, ports)).outputs[name];
      const described = key === undefined ? null : await downloads.describeOutput(key);
      if (key === undefined || described === null) throw new Refusal('not-there');
      if (as === 'file' && described.size <= DIRECT_BYTES) {
        const output = await downloads.openOutput(key);
        if (output === null) throw new Refusal('not-there');
        const { contentType, disposition } = output;
        return new Response(Buffer.from(output.bytes), {
          headers: { 'content-type': contentType, 'content-disposition': disposition },
        });
      }
      const url = await downloads.linkToOutput(key, LINK_SECONDS);
      if (as === 'file') return new Response(null, { status: 302, headers: { location: url } });
      const expiresAt = new Date(clock.now().getTime() + LINK_SECONDS * 1000).toISOString();
      return json(downloadSchema, { url, expiresAt });
    },
  }),
);

import * as z from 'zod';
import { mayRead } from '../access.ts';
import { callerRoute } from '../guarded-routes.ts';
import { bodyBytes, mediaType } from '../read-request.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { cleanFileName, DIRECT_BYTES } from '../sent-form.ts';

const BYTES = 'application/octet-stream';

const query = z.object({
  fileName: z.string().min(1),
  /** “文件不含国家秘密、工作秘密” */
  confirmed: z.literal('true').exactOptional(),
  /** Left out where the title of the table says. */
  period: z.string().max(8).exactOptional(),
  /** Code of the unit it is for; left out where the table says. */
  unit: z.string().max(64).exactOptional(),
});

/** The report of a file before it is sent. */
export const draftRoutes: readonly Route[] = [
  callerRoute({
    method: 'post',
    path: '/api/draft',
    title: { zh: '预览自评表（草稿）', en: 'The report of a file that is not sent yet' },
    query,
    takes: [BYTES],
    isCostly: true,
    answer: {
      status: 200,
      says: {
        zh: 'PDF，每页有“草稿”字样；不保存、不算报送',
        en: 'A PDF marked 草稿 on every page; nothing is kept, and nothing counts as sent',
      },
      types: ['application/pdf'],
    },
    problems: [
      'not-confirmed',
      'not-yours',
      'wrong-type',
      'no-file',
      'too-large',
      'not-printable',
      'draft-too-large',
    ],
    async handle({ api: { ports }, request, caller, query }) {
      const { confirmed, period = null, unit = null } = query;
      if (confirmed === undefined) throw new Refusal('not-confirmed');
      if (mediaType(request) !== BYTES) throw new Refusal('wrong-type');
      if (unit !== null && !(await mayRead(caller, unit, ports.submissions))) {
        throw new Refusal('not-yours');
      }
      const bytes = await bodyBytes(request, DIRECT_BYTES);
      if (bytes.length === 0) throw new Refusal('no-file');
      const fileName = cleanFileName(query.fileName);
      const at = ports.clock.now().toISOString();
      const draft = await ports.drafts.print({ bytes, fileName, period, submitter: unit, at });
      if (draft === 'not-printable') throw new Refusal('not-printable');
      // An answer carries no more.
      if (draft === 'too-large' || draft.length > DIRECT_BYTES)
        throw new Refusal('draft-too-large');
      return new Response(Buffer.from(draft), { headers: { 'content-type': 'application/pdf' } });
    },
  }),
];

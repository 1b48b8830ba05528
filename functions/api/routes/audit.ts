import * as z from 'zod';
import { exportedTrail, type Trail } from '../../../shared/audit/trail.ts';
import { attachment } from '../answer.ts';
import { periodRoute } from '../guarded-routes.ts';
import type { Route } from '../route.ts';

const JSON_LINES = 'application/x-ndjson';

/** Bytes of one answer; what Lambda may answer is little more. */
const MOST_BYTES = 4 * 1024 * 1024;

const query = z.object({
  /** Number of the last entry that the caller has already. */
  after: z.coerce.number().int().nonnegative().default(0),
});

/** Who did what in a period. */
export const auditRoutes: readonly Route[] = [
  periodRoute({
    access: 'trail',
    method: 'get',
    path: '/api/periods/{period}/audit',
    title: { zh: '导出审计记录', en: 'Export the audit trail' },
    query,
    answer: {
      status: 200,
      says: {
        zh: '每行一条 JSON；未完时 Link 头指向下一部分，各部分依次相接即为全部',
        en: 'A line of JSON an entry; where more follows, the header Link names it: the parts joined are the trail',
      },
      types: [JSON_LINES],
    },
    problems: [],
    async handle({ api: { ports }, period: { id }, query: { after } }) {
      const { text, next } = await exportPart(id, after, ports.submissions);
      return new Response(text, {
        headers: {
          'content-type': `${JSON_LINES}; charset=utf-8`,
          'content-disposition': attachment(`${id}年度审计记录.jsonl`),
          ...(next === null
            ? {}
            : { link: `</api/periods/${id}/audit?after=${next}>; rel="next"` }),
        },
      });
    },
  }),
];

/** As many entries as one answer holds; `next` is the number of the last one where more follow. */
async function exportPart(
  chain: string,
  after: number,
  trail: Pick<Trail, 'entriesAfter'>,
): Promise<{ readonly text: string; readonly next: number | null }> {
  const lines: string[] = [];
  let size = 0;
  for await (const line of exportedTrail(chain, trail, after)) {
    size += Buffer.byteLength(line);
    // Numbers have no gaps.
    if (size > MOST_BYTES) return { text: lines.join(''), next: after + lines.length };
    lines.push(line);
  }
  return { text: lines.join(''), next: null };
}

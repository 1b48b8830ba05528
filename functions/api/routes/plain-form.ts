import * as z from 'zod';
import type { Api } from '../api.ts';
import { openRoute, placeFor } from '../guarded-routes.ts';
import type { Caller } from '../identity/caller.ts';
import { page } from '../page.ts';
import { signInSchema } from '../people-schemas.ts';
import { PROBLEMS } from '../problems.ts';
import { parsed } from '../read-request.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { sendFile } from '../send-file.ts';
import { readForm, sendingFields, sentForm } from '../sent-form.ts';

/** A form without script has no token: it brings account and password, and where the file belongs. */
const fieldsSchema = sendingFields.extend({
  ...signInSchema.shape,
  period: z.string(),
  unit: z.string(),
});

/**
 * Sending by a page without script. No other site can have somebody send by it unawares: what it needs is
 * typed into the form itself, and no browser adds it.
 */
export const plainFormRoutes: readonly Route[] = [
  openRoute({
    method: 'post',
    path: '/api/plain-form',
    title: { zh: '无脚本表单报送', en: 'Send by a form without script' },
    takes: ['multipart/form-data'],
    takesPassword: true,
    answer: { status: 201, says: { zh: '网页', en: 'A page' }, types: ['text/html'] },
    problems: [
      'sign-in-failed',
      'password-to-change',
      'not-yours',
      'no-such-period',
      'not-found',
      'not-valid',
      'not-confirmed',
      'no-file',
      'too-large',
      'wrong-type',
      'somebody-sends',
      'signs-in-elsewhere',
    ],
    async handle({ api, request }) {
      try {
        return await sendPlainly(api, request);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { status, title, advice } = PROBLEMS[error.problem];
        const { detail } = error.facts;
        const told = detail === undefined ? [] : [`${detail.zh} / ${detail.en}`];
        return page(status, title, [...told, `${advice.zh} / ${advice.en}`]);
      }
    },
  }),
];

async function sendPlainly(api: Api, request: Request): Promise<Response> {
  const { texts, file } = await readForm(request);
  const fields = parsed(fieldsSchema, texts);
  const caller = await signedIn(fields, api);
  const place = { period: fields.period, submitter: fields.unit };
  const { submission, unit } = await placeFor('send-unit', caller, place, api);
  const form = sentForm(fields, file, request.headers);
  const sent = await sendFile({ submission, caller, ...form }, api.ports);
  return page(201, { zh: '已收到', en: 'Received' }, [
    `报送主体 submitter：${unit.name}（${unit.code}），${submission.period} 年度`,
    `文件 file：${sent.fileName}，${sent.size} 字节 bytes`,
    `SHA-256：${sent.sha256 ?? ''}`,
    `报送人 sender：${caller.name}`,
    `上传件编号 upload：${sent.id}`,
    '结果几秒后可登录查看；请保存本页。 / Sign in to see the result in a few seconds; keep this page.',
  ]);
}

async function signedIn(
  { account, password }: z.infer<typeof signInSchema>,
  { own }: Api,
): Promise<Caller> {
  if (own === null) throw new Refusal('signs-in-elsewhere');
  const { token, mustChangePassword } = await own.signIn(account, password);
  if (mustChangePassword) throw new Refusal('password-to-change');
  const caller = await own.verify(token);
  if (caller === null) throw new Error('a token of our own is not good');
  return caller;
}

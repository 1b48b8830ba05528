import { MAX_FILE_BYTES } from '../../../shared/cells/limits.ts';
import { uploadId } from '../../../shared/upload-id.ts';
import { json } from '../answer.ts';
import { unitRoute } from '../guarded-routes.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { assertNewest, sendFile, sentAnswer, takeTurn, uploadKeyOf } from '../send-file.ts';
import { linkRequestSchema, linkSchema, postedSchema, sentSchema } from '../sending-schemas.ts';
import { cleanFileName, FILE_TYPES, readSentForm, sendingFields } from '../sent-form.ts';

/** Seconds within which a form for a larger file must be posted. */
const LINK_SECONDS = 15 * 60;

const SENT = {
  status: 201,
  says: { zh: '已收到', en: 'Taken in' },
  schema: sentSchema,
} as const;

/** Sending files. */
export const sendRoutes: readonly Route[] = [
  unitRoute({
    access: 'send-unit',
    method: 'post',
    path: '/api/periods/{period}/units/{unit}/uploads',
    title: { zh: '报送文件（4 MB 以内）', en: 'Send a file of up to 4 MB' },
    query: sendingFields,
    takes: FILE_TYPES,
    answer: SENT,
    problems: [
      'not-confirmed',
      'no-file',
      'too-large',
      'wrong-type',
      'somebody-sent',
      'somebody-sends',
      'key-taken',
      'gone',
    ],
    async handle({ api: { ports }, request, query, submission, caller }) {
      const form = await readSentForm(request, query);
      const sent = await sendFile({ submission, caller, ...form }, ports);
      return json(sentSchema, sent, { status: 201, headers: { location: sent.status } });
    },
  }),
  unitRoute({
    access: 'send-unit',
    method: 'post',
    path: '/api/periods/{period}/units/{unit}/uploads/link',
    title: { zh: '取直传表单（大文件）', en: 'A form for a larger file' },
    body: linkRequestSchema,
    answer: { status: 200, says: { zh: '表单字段', en: 'The form' }, schema: linkSchema },
    problems: ['too-large', 'somebody-sent', 'wrong-type'],
    async handle({ api: { ports }, body, submission, caller }) {
      if (body.size > MAX_FILE_BYTES) throw new Refusal('too-large');
      const turn = await ports.sendings.lastSending(submission);
      await assertNewest(submission, body.basedOn ?? null, turn, ports);
      const now = ports.clock.now().getTime();
      const key = uploadKeyOf(submission, cleanFileName(body.fileName));
      const { sub, name } = caller;
      const note = { via: 'link', sub, name, confirmedAt: new Date(now).toISOString() } as const;
      const form = await ports.sending.uploadForm(key, note, MAX_FILE_BYTES, LINK_SECONDS);
      return json(linkSchema, {
        url: form.url,
        fields: form.fields,
        key,
        mostBytes: MAX_FILE_BYTES,
        expiresAt: new Date(now + LINK_SECONDS * 1000).toISOString(),
      });
    },
  }),
  unitRoute({
    access: 'send-unit',
    method: 'post',
    path: '/api/periods/{period}/units/{unit}/uploads/posted',
    title: { zh: '告知已直传', en: 'Tell of a file that was posted to the bucket' },
    body: postedSchema,
    answer: SENT,
    problems: ['gone', 'somebody-sends', 'wrong-type'],
    async handle({ api: { ports }, body, submission, caller }) {
      const key = uploadKeyOf(submission, cleanFileName(body.fileName));
      const { versionId } = body;
      const found = await ports.sending.describeUpload(key, versionId);
      // Nobody claims what another sent, or what came by other ways.
      if (found === 'gone' || found.note?.sub !== caller.sub) throw new Refusal('gone');
      const { bucket, size, storedAt, note } = found;
      const uploaded = { uploadId: uploadId(bucket, key, versionId), key, size, sha256: null };
      const repeated = (await ports.sendings.sent(uploaded.uploadId)) !== null;
      if (!repeated) {
        await takeTurn(submission, caller.name, ports);
        // Whoever may write to the bucket can have a file bear any name.
        const named = { ...note, name: caller.name };
        const sent = { ...uploaded, ...named, submission, bucket, versionId, sentAt: storedAt };
        await ports.sendings.endTurn(sent);
      }
      const answer = sentAnswer(uploaded, repeated);
      return json(sentSchema, answer, { status: 201, headers: { location: answer.status } });
    },
  }),
];

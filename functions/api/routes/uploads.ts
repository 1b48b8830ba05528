import * as z from 'zod';
import type { ApiPorts } from '../../../shared/api-ports.ts';
import { dayInChina } from '../../../shared/severity.ts';
import { json } from '../answer.ts';
import type { Api } from '../api.ts';
import type { Timing } from '../collection-schemas.ts';
import { uploadRoute } from '../guarded-routes.ts';
import { knownUnit } from '../known-unit.ts';
import type { KnownUpload } from '../known-upload.ts';
import type { Route } from '../route.ts';
import { type OutputName, type UploadStatusAnswer, uploadSchema } from '../schemas.ts';
import { timingOf } from '../timing.ts';
import { uploadLine } from '../upload-line.ts';
import { stepsOf, type UploadState, uploadState } from '../upload-state.ts';

/** Seconds that a request may wait for news: the gateway gives up after 30. */
const MOST_SECONDS = 20;

/** Milliseconds between two looks. */
const LOOK_AGAIN = 500;

const query = z.object({
  waitSeconds: z.coerce.number().min(0).max(MOST_SECONDS).default(0),
});

/** How far an upload is. */
export const uploadRoutes: readonly Route[] = [
  uploadRoute({
    method: 'get',
    path: '/api/uploads/{id}',
    title: { zh: '上传件的状态', en: 'How far an upload is' },
    query,
    answer: {
      status: 200,
      says: {
        zh: '状态；带 If-None-Match 时，没有变化则答 304',
        en: 'Its state; 304 when it is as If-None-Match says',
      },
      schema: uploadSchema,
    },
    problems: [],
    async handle({ api, request, upload, query: { waitSeconds } }) {
      const known = request.headers.get('if-none-match');
      const state = await awaitNews(upload, known, waitSeconds * 1000, api.ports);
      const headers = { etag: state.tag, 'cache-control': 'private, no-cache' };
      if (state.tag === known) return new Response(null, { status: 304, headers });
      return json(uploadSchema, await answerOf(state, api), { headers });
    },
  }),
];

/** Waits until there is something else to say than the caller knows, or nothing more to come. */
async function awaitNews(
  upload: KnownUpload,
  known: string | null,
  patience: number,
  ports: ApiPorts,
): Promise<UploadState> {
  for (let left = patience; ; left -= LOOK_AGAIN) {
    const state = await uploadState(upload, ports);
    const isNews = known !== null && state.tag !== known;
    if (isNews || state.isSettled || left <= 0) return state;
    await ports.clock.pause(Math.min(LOOK_AGAIN, left));
  }
}

async function answerOf(state: UploadState, api: Api): Promise<UploadStatusAnswer> {
  const { upload, head, report, outputs, isSettled } = state;
  const names = Object.keys(outputs) as OutputName[];
  const notes = await api.ports.submissions.notesOf(upload.submission);
  return {
    ...uploadLine(upload, head, notes),
    period: upload.submission.period,
    unit: await submitterOf(upload, api),
    steps: [...(await stepsOf(state, api.ports))],
    isSettled,
    report: report.state,
    timing: await timingIn(state, api.ports),
    outputs: Object.fromEntries(names.map((name) => [name, `/api/uploads/${upload.id}/${name}`])),
  };
}

/** How its submission is in time; nothing is owed in a period that is gone. */
async function timingIn({ upload, head }: UploadState, ports: ApiPorts): Promise<Timing> {
  const { submission } = upload;
  const period = (await ports.submissions.periods()).find(({ id }) => id === submission.period);
  const duty = await ports.submissions.duty(submission);
  const today = dayInChina(ports.clock.now().toISOString());
  return timingOf(period ?? NO_DATES, duty, head, today);
}

const NO_DATES: Parameters<typeof timingOf>[0] = {};

/** The submitter; one that left the register since is known by its code alone. */
export async function submitterOf(
  { submission: { submitter } }: KnownUpload,
  { ports }: Pick<Api, 'ports'>,
): Promise<{ readonly code: string; readonly name: string }> {
  const { code, name } = await knownUnit(submitter, ports.submissions);
  return { code, name };
}

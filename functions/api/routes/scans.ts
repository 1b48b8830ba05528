import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { revisionFolder } from '../../../shared/outputs.ts';
import { MAX_SCAN_BYTES } from '../../../shared/scan.ts';
import { incomingFolder, scanKey } from '../../../shared/scan-files.ts';
import type { RevisionKey } from '../../../shared/upload.ts';
import { reviewersFor } from '../act.ts';
import { addScan } from '../add-scan.ts';
import { json } from '../answer.ts';
import { type UnitGiven, unitRoute } from '../guarded-routes.ts';
import { asSchema, OUTPUT_SAYS, outputAnswer } from '../output-answer.ts';
import { bodyBytes, mediaType } from '../read-request.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { scanList } from '../scan-list.ts';
import {
  scanLinkRequestSchema,
  scanLinkSchema,
  scanPostedSchema,
  scansSchema,
} from '../scan-schemas.ts';
import { downloadSchema } from '../schemas.ts';
import { DIRECT_BYTES } from '../sent-form.ts';
import { revisionNumber } from './revision-number.ts';

const SCANS = '/api/periods/{period}/units/{unit}/revisions/{revision}/scans';

/** Seconds within which a form for a larger scan must be posted. */
const LINK_SECONDS = 15 * 60;

/** Bytes of chance in a ticket: nobody guesses where another's scan lies. */
const TICKET_BYTES = 16;

const BYTES = 'application/octet-stream';

const ADDED = {
  status: 201,
  says: { zh: '已保存；最新一份为准', en: 'Kept; the newest counts' },
  schema: scansSchema,
} as const;

const addQuery = z.object({
  /** “文件不含国家秘密、工作秘密” */
  confirmed: z.literal('true').exactOptional(),
});

/** Scans of the sealed paper: private to the unit and its reviewers, and never read by a machine. */
export const scanRoutes: readonly Route[] = [
  unitRoute({
    access: 'read-unit',
    method: 'get',
    path: SCANS,
    title: { zh: '盖章扫描件', en: 'Scans of the sealed paper' },
    answer: { status: 200, says: { zh: '新的在前', en: 'The newest first' }, schema: scansSchema },
    problems: [],
    handle: (given) => listAnswer(given, 200),
  }),
  unitRoute({
    access: 'send-unit',
    method: 'post',
    path: SCANS,
    title: { zh: '上传盖章扫描件（4 MB 以内）', en: 'Add a scan of up to 4 MB' },
    query: addQuery,
    takes: [BYTES],
    answer: ADDED,
    problems: [
      'not-confirmed',
      'wrong-type',
      'scan-too-large',
      'no-file',
      'no-scan',
      'act-refused',
    ],
    async handle(given) {
      if (given.query.confirmed === undefined) throw new Refusal('not-confirmed');
      if (mediaType(given.request) !== BYTES) throw new Refusal('wrong-type');
      const bytes = await bodyBytes(given.request, DIRECT_BYTES, 'scan-too-large');
      if (bytes.length === 0) throw new Refusal('no-file');
      return take(given, bytes);
    },
  }),
  unitRoute({
    access: 'send-unit',
    method: 'post',
    path: `${SCANS}/link`,
    title: { zh: '取扫描件直传表单（大文件）', en: 'A form for a larger scan' },
    body: scanLinkRequestSchema,
    answer: { status: 200, says: { zh: '表单字段', en: 'The form' }, schema: scanLinkSchema },
    problems: ['scan-too-large', 'wrong-type'],
    async handle(given) {
      const { ports } = given.api;
      if (given.body.size > MAX_SCAN_BYTES) throw new Refusal('scan-too-large');
      const ticket = randomBytes(TICKET_BYTES).toString('hex');
      const form = await ports.scans.scanForm(
        `${incomingFolder(keyOf(given))}/${ticket}`,
        MAX_SCAN_BYTES,
        LINK_SECONDS,
      );
      const expiresAt = new Date(ports.clock.now().getTime() + LINK_SECONDS * 1000).toISOString();
      return json(scanLinkSchema, { ...form, ticket, mostBytes: MAX_SCAN_BYTES, expiresAt });
    },
  }),
  unitRoute({
    access: 'send-unit',
    method: 'post',
    path: `${SCANS}/posted`,
    title: { zh: '告知扫描件已直传', en: 'Tell of a scan that was posted to the bucket' },
    body: scanPostedSchema,
    answer: ADDED,
    problems: ['gone', 'scan-too-large', 'no-scan', 'act-refused', 'wrong-type'],
    async handle(given) {
      const posted = `${incomingFolder(keyOf(given))}/${given.body.ticket}`;
      const bytes = await given.api.ports.scans.readPosted(posted, MAX_SCAN_BYTES);
      if (bytes === 'gone') throw new Refusal('gone');
      if (bytes === 'too-large') throw new Refusal('scan-too-large');
      return take(given, bytes);
    },
  }),
  unitRoute({
    access: 'read-unit',
    method: 'get',
    path: `${SCANS}/{scan}`,
    title: { zh: '下载盖章扫描件', en: 'Download a scan' },
    query: z.object({ as: asSchema }),
    answer: {
      status: 200,
      says: OUTPUT_SAYS,
      schema: downloadSchema,
      types: ['application/pdf', 'image/jpeg', 'image/png'],
    },
    problems: ['not-there'],
    async handle(given) {
      const { ports } = given.api;
      const { scans } = await listOf(given);
      const scan = scans.find(({ number }) => String(number) === given.params['scan']);
      if (scan === undefined) throw new Refusal('not-there');
      return outputAnswer(scanKey(revisionFolder(keyOf(given)), scan), given.query.as, ports);
    },
  }),
];

type Given = UnitGiven<unknown, unknown>;

const keyOf = ({ submission, params }: Given): RevisionKey => ({
  ...submission,
  revision: revisionNumber(params),
});

async function listOf(given: Given) {
  const { caller, submission, api } = given;
  const { submissions } = api.ports;
  const reviewers = await reviewersFor(caller, submission.submitter, submissions);
  return scanList(keyOf(given), reviewers, api.ports);
}

const listAnswer = async (given: Given, status: 200 | 201): Promise<Response> =>
  json(scansSchema, await listOf(given), { status });

async function take(given: Given, bytes: Uint8Array): Promise<Response> {
  await addScan({ key: keyOf(given), caller: given.caller, bytes }, given.api.ports);
  return listAnswer(given, 201);
}

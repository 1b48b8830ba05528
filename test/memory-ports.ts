import { collected } from '../shared/byte-pieces.ts';
import type { ReadResult } from '../shared/cells/read-result.ts';
import { judge } from '../shared/judge.ts';
import type { Notice } from '../shared/notice.ts';
import type { ErasableBucket, PurgePorts } from '../shared/operator-ports.ts';
import { intake, publish, render, summarise } from '../shared/pipeline.ts';
import type {
  BundleJob,
  IntakePorts,
  OutputPage,
  Printer,
  PublicJobs,
  PublishJob,
  PublishPorts,
  RenderJob,
  RenderPorts,
  SummariseJob,
  SummarisePorts,
  SweepPorts,
} from '../shared/ports.ts';
import { publicWorkbook } from '../shared/publish/public-workbook.ts';
import { publishBundle } from '../shared/publish/publish-bundle.ts';
import type { Reminder } from '../shared/reminder.ts';
import type { ReviewNotice } from '../shared/review-notice.ts';
import type { SummaryDetail } from '../shared/sheets/summary-input.ts';
import { type SiteAssets, siteAsset } from '../shared/site.ts';
import type { UploadEvent } from '../shared/upload.ts';
import { GOOD_ROW, sheetOf, type Typed } from './make-sheet.ts';
import { memoryRemovals } from './memory-removals.ts';
import { emptyTables, type MemoryTables } from './memory-store/tables.ts';
import { memorySubmissions } from './memory-submissions.ts';
import { uploadEvent } from './sample-uploads.ts';

/** Every port of the pipeline. */
export type AllPorts = IntakePorts &
  RenderPorts &
  SummarisePorts &
  SweepPorts &
  PurgePorts &
  PublishPorts & { readonly jobs: PublicJobs; readonly printer: Printer };

/** A message that waits for a stage. */
export type Message =
  | { readonly stage: 'intake'; readonly body: UploadEvent }
  | { readonly stage: 'render'; readonly body: RenderJob }
  | { readonly stage: 'summarise'; readonly body: SummariseJob }
  | { readonly stage: 'publish'; readonly body: PublishJob }
  | { readonly stage: 'bundle'; readonly body: BundleJob };

/**
 * What a file in these tests holds: its rows, as changes to a good one. `submitter` of the first names the
 * department above the table.
 */
export type FileRows = readonly Readonly<Record<string, Typed>>[];

/** A file of the public bucket: what lies there, and all that ever did. */
export interface PublicObject {
  readonly bytes: Uint8Array | null;
  readonly versions: readonly Uint8Array[];
  readonly lasting: boolean;
}

/** A version of an output. */
export interface OutputVersion {
  readonly key: string;
  readonly versionId: string;
  readonly text: string;
}

/** The world outside the pipeline, in memory; tests look inside and turn its knobs. */
export interface World {
  readonly tables: MemoryTables;
  /** Key → text of every output; workbooks and reports are stand-ins that name what they hold. */
  readonly outputs: Map<string, string>;
  /** Key → what lies, and ever lay, in the public bucket. */
  readonly publicFiles: Map<string, PublicObject>;
  /** Keys that the CDN was told to forget, in order. */
  readonly forgotten: string[];
  /** Every version of an output that was not erased, oldest first. */
  readonly outputVersions: OutputVersion[];
  /** Every version in the uploads bucket. */
  readonly uploads: Map<string, { event: UploadEvent; bytes: Uint8Array }>;
  readonly messages: Message[];
  /** What unit and finance were told, in order: of uploads, and of reviews. */
  readonly notices: Notice[];
  readonly reviewNotices: ReviewNotice[];
  /** Whom finance reminded, in order. */
  readonly reminders: Reminder[];
  readonly deadLetters: (readonly UploadEvent[] | 'unreadable')[];
  readonly ports: AllPorts;
  /** Time of the clock; the only thing that moves it is a test. */
  now: string;
  /** The rules' version. */
  judgeVersion: string;
  /** Puts a file into the uploads bucket and returns its announcement. */
  readonly send: (
    file: FileRows | 'JPEG' | Uint8Array,
    event?: Partial<UploadEvent>,
  ) => UploadEvent;
  /** Deletes a version from the uploads bucket. */
  readonly remove: (event: UploadEvent) => void;
}

export const PERIOD = { id: '2021', forms: ['longgang-2021'], budgetBasis: '未注明' } as const;

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A world with the period 2021 and the register of the samples' departments. */
export async function makeWorld(): Promise<World> {
  const bucket = new Map<string, { event: UploadEvent; bytes: Uint8Array }>();
  const tables = emptyTables();
  const submissions = memorySubmissions(tables);
  await submissions.putPeriods([PERIOD]);
  await submissions.putUnits([
    { code: 'LG-FGJ', name: '深圳市龙岗区发展和改革局', aliases: [], parent: null },
    { code: 'LG-GXJ', name: '深圳市龙岗区工业和信息化局', aliases: [], parent: null },
  ]);
  const messages: Message[] = [];
  const notices: Notice[] = [];
  const reviewNotices: ReviewNotice[] = [];
  const reminders: Reminder[] = [];
  const outputs = new Map<string, string>();
  const outputVersions: OutputVersion[] = [];
  let written = 0;
  const write = (key: string, text: string): void => {
    written += 1;
    outputVersions.push({ key, versionId: `o${written}`, text });
    outputs.set(key, text);
  };
  const deadLetters: World['deadLetters'] = [];
  const publicFiles = new Map<string, PublicObject>();
  const forgotten: string[] = [];
  const world: World = {
    tables,
    outputs,
    publicFiles,
    forgotten,
    outputVersions,
    uploads: bucket,
    messages,
    notices,
    reviewNotices,
    reminders,
    deadLetters,
    now: '2022-03-01T04:00:00.000Z',
    judgeVersion: 'rules-1',
    send(file, given = {}) {
      const bytes = file instanceof Uint8Array ? file : encode(file);
      const event = uploadEvent({ size: bytes.length, ...given });
      bucket.set(versionName(event), { event, bytes });
      return event;
    },
    remove: (event) => void bucket.delete(versionName(event)),
    ports: {
      submissions,
      removals: memoryRemovals(tables),
      clock: { now: () => new Date(world.now), pause: async () => {} },
      portalOrigin: null,
      people: null,
      uploads: {
        async readUpload(event, limit) {
          const stored = bucket.get(versionName(event));
          if (stored === undefined) return 'gone';
          return event.size > limit ? 'too-large' : stored.bytes;
        },
        async *listUploads() {
          for (const { event } of bucket.values()) yield [event];
        },
        ...erasableUploads(bucket),
      },
      outputs: {
        writeOutput: async (key, bytes) => write(key, decode(bytes)),
        streamOutput: async (key, pieces) => write(key, decode(await collected(pieces))),
        copyOutput: async (from, to) => write(to, standing(outputs, from)),
        pageOfOutputs: async (prefix, after) => pageOfKeys([...outputs.keys()], prefix, after),
        readOutput: async (key) => new TextEncoder().encode(standing(outputs, key)),
        ...erasableOutputs(outputs, outputVersions),
      },
      publicFiles: publicBucketOf(publicFiles),
      site: { name: '绩效自评公开', address: 'https://example.test/', footer: ['网站标识码 1234'] },
      assets: STAND_IN_ASSETS,
      caches: { forget: async (keys) => void forgotten.push(...keys) },
      jobs: {
        bundle: async (body) => void messages.push({ stage: 'bundle', body }),
        render: async (body) => void messages.push({ stage: 'render', body }),
        summarise: async (body) => void messages.push({ stage: 'summarise', body }),
        publish: async (body) => void messages.push({ stage: 'publish', body }),
        intake: async (body) => void messages.push({ stage: 'intake', body }),
      },
      notices: {
        send: async (notice) => void notices.push(notice),
        sendReview: async (notice) => void reviewNotices.push(notice),
        unsent: () => {},
      },
      reminders: { remind: async (reminder) => void reminders.push(reminder) },
      deadLetters: { drain: (bury) => drainLetters(deadLetters, bury) },
      reader: { read: async (bytes) => readRows(bytes) },
      judge: {
        get version() {
          return world.judgeVersion;
        },
        canPrint: () => true,
        judge,
      },
      ...standInOutputs(),
    },
  };
  return world;
}

/** As S3, a read of what is not there fails. */
function standing(outputs: ReadonlyMap<string, string>, key: string): string {
  const text = outputs.get(key);
  if (text === undefined) throw new Error(`NoSuchKey: ${key}`);
  return text;
}

const erasableUploads = (bucket: World['uploads']): ErasableBucket => ({
  async *versionsBelow(prefix) {
    const events = [...bucket.values()].map(({ event }) => event);
    yield events
      .filter(({ key }) => key.startsWith(prefix))
      .map((event) => ({ ...event, storedAt: event.eventTime, isMarker: false }));
  },
  eraseVersion: async (version) => void bucket.delete(versionName(version)),
});

const erasableOutputs = (outputs: World['outputs'], versions: OutputVersion[]): ErasableBucket => ({
  async *versionsBelow(prefix) {
    const kept = { bucket: 'outputs', storedAt: '', size: 0, isMarker: false };
    yield versions
      .filter(({ key }) => key.startsWith(prefix))
      .map(({ key, versionId }) => ({ ...kept, key, versionId }));
  },
  async eraseVersion({ key, versionId }) {
    const place = versions.findIndex((version) => version.versionId === versionId);
    if (place === -1) return;
    versions.splice(place, 1);
    const newest = versions.findLast((version) => version.key === key);
    if (newest === undefined) outputs.delete(key);
    else outputs.set(key, newest.text);
  },
});

const versionName = ({
  bucket,
  key,
  versionId,
}: Pick<UploadEvent, 'bucket' | 'key' | 'versionId'>): string =>
  JSON.stringify([bucket, key, versionId]);

function readRows(bytes: Uint8Array): ReadResult {
  const rows = JSON.parse(decode(bytes)) as FileRows | 'JPEG';
  if (rows === 'JPEG') {
    return { ok: false, refusal: { kind: 'not-a-workbook', looksLike: 'image' } };
  }
  const filled = rows.map((row, index) => ({ ...GOOD_ROW, serial: index + 1, ...row }));
  const submitter = rows[0]?.['submitter'];
  const options = {
    title: '2021年度部门预算项目绩效自评表',
    ...(typeof submitter === 'string' ? { submitter } : {}),
  };
  return { ok: true, sheets: [sheetOf(filled, options)] };
}

/** Instead of workbooks and PDFs: what they would say of whom. */
const standInOutputs = (): Pick<AllPorts, 'workbooks' | 'printer'> => ({
  workbooks: {
    feedback: async ({ findings, sentBack }) => {
      const rules = findings.map(({ rule }) => rule);
      return encode(sentBack === undefined ? rules : [sentBack, ...rules]);
    },
    corrected: async ({ correction: { changes } }) => encode(changes.map(({ after }) => after)),
    summary: async (_, details) => saidOf(details),
    details: async (_, { submission, records }) =>
      encode([submission.submitter.code, ...records.map(({ texts }) => texts['projectName'])]),
    published: async (masked, form) => encode(publicWorkbook(masked, form)),
  },
  printer: {
    print: async ({ records }) => encode(records.map(({ texts }) => texts['projectName'])),
    printStamped: async ({ records }, _, revision) =>
      encode([revision, ...records.map(({ texts }) => texts['projectName'])]),
    printDraft: async ({ submitter, records }) =>
      encode(['草稿', submitter.name, ...records.map(({ texts }) => texts['projectName'])]),
  },
});

function publicBucketOf(objects: World['publicFiles']): PublishPorts['publicFiles'] {
  return {
    async publishFile(key, bytes, { lasting }) {
      const versions = [...(objects.get(key)?.versions ?? []), bytes];
      objects.set(key, { bytes, versions, lasting });
    },
    async removeFile(key) {
      const object = objects.get(key);
      if (object !== undefined) objects.set(key, { ...object, bytes: null });
    },
    readFile: async (key) => objects.get(key)?.bytes ?? null,
    async streamFile(key, pieces, file) {
      const bytes = await collected(pieces);
      await this.publishFile(key, bytes, { ...file, lasting: false });
    },
  };
}

const asset = (name: string, extension: 'css' | 'js' | 'svg') =>
  siteAsset(name, extension, new TextEncoder().encode(`/* ${name} */`));

const STAND_IN_ASSETS: SiteAssets = {
  style: asset('site', 'css'),
  search: asset('search', 'js'),
  verify: asset('verify', 'js'),
  icon: asset('icon', 'svg'),
};

/** Few, so that tests turn pages. */
const KEYS_A_PAGE = 2;

function pageOfKeys(all: readonly string[], prefix: string, after: string | null): OutputPage {
  const later = all.filter((key) => key.startsWith(prefix) && key > (after ?? '')).sort();
  const keys = later.slice(0, KEYS_A_PAGE);
  return { keys, next: later.length > keys.length ? (keys.at(-1) ?? null) : null };
}

async function* saidOf(details: AsyncIterable<SummaryDetail>): AsyncGenerator<Uint8Array> {
  const said: unknown[] = [];
  for await (const { submission, records } of details) {
    said.push({
      submitter: submission.submitter.code,
      revision: submission.current.revision,
      projects: records.map(({ texts }) => texts['projectName']),
    });
  }
  yield encode(said);
}

async function drainLetters(
  letters: World['deadLetters'],
  bury: (uploads: readonly UploadEvent[]) => Promise<void>,
) {
  const unreadable = letters.filter((letter) => letter === 'unreadable');
  const readable = letters.filter((letter) => letter !== 'unreadable');
  for (const letter of readable) await bury(letter);
  letters.splice(0, letters.length, ...unreadable);
  return { read: readable.length, unreadable: unreadable.length };
}

/** Hands a message to its stage; `writeIndex` as for `publish`. */
export async function deliver(
  message: Message,
  ports: AllPorts,
  writeIndex?: (job: PublishJob) => Promise<void>,
): Promise<void> {
  if (message.stage === 'intake') await intake(message.body, ports);
  else if (message.stage === 'render') await render(message.body, ports);
  else if (message.stage === 'summarise') await summarise(message.body, ports);
  else if (message.stage === 'bundle') await publishBundle(message.body, ports);
  else await publish(message.body, ports, writeIndex);
}

/** Delivers messages, oldest first, until none is left. */
export async function deliverAll(world: World): Promise<void> {
  for (let message = world.messages.shift(); message; message = world.messages.shift()) {
    await deliver(message, world.ports);
  }
}

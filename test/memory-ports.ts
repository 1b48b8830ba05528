import { collected } from '../shared/byte-pieces.ts';
import { judge } from '../shared/judge.ts';
import type { Notice } from '../shared/notice.ts';
import type { PurgePorts } from '../shared/operator-ports.ts';
import type { Period } from '../shared/period.ts';
import { intake, publish, render, summarise } from '../shared/pipeline.ts';
import type {
  BundleJob,
  IntakePorts,
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
import { publishBundle } from '../shared/publish/publish-bundle.ts';
import type { Reminder } from '../shared/reminder.ts';
import type { ReviewNotice } from '../shared/review-notice.ts';
import type { UploadEvent } from '../shared/upload.ts';
import {
  erasableOutputs,
  erasableUploads,
  type OutputVersion,
  type PublicObject,
  pageOfKeys,
  publicBucketOf,
  type StoredUploads,
  standing,
  versionName,
} from './memory-buckets.ts';
import { memoryRemovals } from './memory-removals.ts';
import { emptyTables, type MemoryTables } from './memory-store/tables.ts';
import { memorySubmissions } from './memory-submissions.ts';
import { uploadEvent } from './sample-uploads.ts';
import {
  encode,
  type FileRows,
  readRows,
  STAND_IN_ASSETS,
  standInOutputs,
} from './stand-in-files.ts';

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
  readonly uploads: StoredUploads;
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

/** The same; nobody is asked to explain warnings. */
export const LENIENT: Period = { ...PERIOD, review: { explanations: false } };

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A world with the period 2021 and the register of the samples' departments. */
export async function makeWorld(): Promise<World> {
  const bucket: StoredUploads = new Map();
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

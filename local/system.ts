import { appendFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CREDENTIALS } from './credentials.ts';
import { type DataFolder, damaged, openDataFolder } from './data-folder.ts';
import { type FunctionPool, functionPool } from './lambda/function-pool.ts';
import { startPoller } from './lambda/queue-poller.ts';
import { openQueues, type Queues } from './lambda/queues.ts';
import { startSchedule } from './lambda/schedule.ts';
import { type SentNotice, startNoticeReader } from './notice-reader.ts';
import { assertFree, FREE_PORTS, type Ports } from './ports.ts';
import { type RunningS3, startS3 } from './s3/start-s3.ts';
import type { ObjectVersion } from './s3/versions.ts';
import { type StandIn, startDynamoDb, startQueuesAndBlobs } from './stand-ins.ts';
import { StartError } from './start-error.ts';
import { synthesised } from './synthesised.ts';
import { openTables } from './tables.ts';
import { REGION } from './wiring/names.ts';
import { readWiring } from './wiring/read-wiring.ts';
import { loadTemplate } from './wiring/template.ts';
import type { MappingWiring, Wiring } from './wiring/wiring.ts';

/** How a local system is run. */
export interface SystemSettings {
  readonly dataFolder: string;
  /** Free ones when left out. */
  readonly ports?: Ports;
  readonly log: (line: string) => void;
  /** Done when the servers are up and before any function runs: fills the table. */
  readonly prepare?: (endpoints: Endpoints) => Promise<void>;
  /** Told of each new version of an object. */
  readonly created?: (version: ObjectVersion) => void;
  /** Told of each notice that is sent; all of them are kept in `notices.log` of the data folder, too. */
  readonly noticed?: (notice: SentNotice) => void;
  /** Folder of fonts that go before ours, for what is synthesised here. */
  readonly fonts?: string | null;
  /** Folder of the cloud assembly to run; synthesised from the sources when left out. */
  readonly assembly?: string;
}

/** What a client needs to speak to the local system. */
export interface Endpoints {
  readonly s3: string;
  readonly dynamoDb: string;
  /** SQS and SNS. */
  readonly queues: string;
  /** The stack's outputs: `UploadsBucket`, `OutputsBucket`, `TableName`. */
  readonly names: Readonly<Record<string, string>>;
}

/** A local system that is up: its buckets and tables are there and its functions answer. */
export interface RunningSystem extends Endpoints {
  /** Lets what is at work finish for a while, then ends everything. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds that work under way gets to finish when the system is stopped. */
const PATIENCE = 10_000;

/** Among the logs of the data folder: every notice, as JSON, one a line. */
export const NOTICES_LOG = 'notices.log';

/** What has to be ended, in the order in which it was started. */
type Stops = (() => Promise<void> | void)[];

/**
 * Starts what the synthesised template says, on this machine, with its state in one folder, where a
 * killed system's work is taken up again. Throws StartError when it cannot.
 */
export async function startSystem(settings: SystemSettings): Promise<RunningSystem> {
  const { ports = FREE_PORTS, log } = settings;
  const template = loadTemplate(settings.assembly ?? (await synthesised(log, settings.fonts)));
  const stops: Stops = [];
  try {
    await assertFree(ports);
    const folder = openDataFolder(settings.dataFolder);
    stops.push(folder.release);
    const dynamoDb = await standIn(stops, folder, startDynamoDb(folder.tables, ports.dynamoDb));
    const fauxqs = await standIn(stops, folder, startQueuesAndBlobs(folder.queues, ports.queues));
    const wiring = readWiring(template, fauxqs.endpoint);
    const queues = await openState(folder, wiring, dynamoDb, fauxqs);
    stops.push(queues.close);
    const reader = await startNoticeReader(
      fauxqs.endpoint,
      wiring.topics,
      keepNotices(settings, folder),
    );
    stops.push(reader.stop);
    const s3 = await startGateway(settings, folder, wiring, fauxqs, queues);
    stops.push(s3.stop);
    folder.made();
    const endpoints = {
      s3: s3.endpoint,
      dynamoDb: dynamoDb.endpoint,
      queues: fauxqs.endpoint,
      names: wiring.outputs,
    };
    await settings.prepare?.(endpoints);
    startWork(stops, folder, wiring, queues, log, {
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      AWS_ENDPOINT_URL_S3: s3.endpoint,
      AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
      AWS_ENDPOINT_URL_SQS: fauxqs.endpoint,
      AWS_ENDPOINT_URL_SNS: fauxqs.endpoint,
    });
    return { ...endpoints, stop: () => stopAll(stops) };
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
}

async function standIn(
  stops: Stops,
  folder: DataFolder,
  starting: Promise<StandIn>,
): Promise<StandIn> {
  const running = await starting.catch((error: unknown) => {
    throw damaged(folder.path, error);
  });
  stops.push(running.stop);
  return running;
}

/** Makes or opens tables and queues in the stand-ins. */
async function openState(
  folder: DataFolder,
  wiring: Wiring,
  dynamoDb: StandIn,
  fauxqs: StandIn,
): Promise<Queues> {
  try {
    await openTables(dynamoDb.endpoint, wiring.tables);
    return await openQueues(fauxqs.endpoint, wiring.queues);
  } catch (error) {
    throw damaged(folder.path, error);
  }
}

/** Notes each notice, one a line, and passes it on. */
const keepNotices =
  ({ noticed }: SystemSettings, { logs }: DataFolder) =>
  (notice: SentNotice): void => {
    appendFileSync(path.join(logs, NOTICES_LOG), `${JSON.stringify(notice)}\n`);
    noticed?.(notice);
  };

async function startGateway(
  settings: SystemSettings,
  folder: DataFolder,
  wiring: Wiring,
  fauxqs: StandIn,
  queues: Queues,
): Promise<RunningS3> {
  const port = (settings.ports ?? FREE_PORTS).s3;
  return startS3({
    database: folder.objects,
    buckets: wiring.buckets,
    blobs: fauxqs.endpoint,
    port,
    send: queues.send,
    now: Date.now,
    log: settings.log,
    ...(settings.created !== undefined && { created: settings.created }),
  }).catch((error: unknown) => {
    throw damaged(folder.path, error);
  });
}

/** Starts the functions' pools, and what calls them. */
function startWork(
  stops: Stops,
  folder: DataFolder,
  wiring: Wiring,
  queues: Queues,
  log: (line: string) => void,
  environment: Readonly<Record<string, string>>,
): void {
  const pools = new Map(
    wiring.functions.map((one) => [one.name, functionPool(one, environment, folder.logs)]),
  );
  const poolOf = (name: string): FunctionPool => {
    const pool = pools.get(name);
    if (pool === undefined) {
      throw new StartError(`模板中没有函数 ${name}`, `the template has no function ${name}`);
    }
    return pool;
  };
  const callers = [
    ...wiring.mappings.map((mapping) =>
      startPoller(withinMachine(mapping), queues, poolOf(mapping.function).invoke, log),
    ),
    ...wiring.schedules.map((schedule) =>
      startSchedule(schedule, poolOf(schedule.function).invoke, log),
    ),
  ];
  stops.push(async () => {
    const finished = Promise.all(callers.map((caller) => caller.stop()));
    await Promise.race([finished, pause(PATIENCE, undefined, { ref: false })]);
    await Promise.all([...pools.values()].map((pool) => pool.stop()));
    await finished;
  });
}

/** More processes at once than processors would only take memory from each other. */
const withinMachine = (mapping: MappingWiring): MappingWiring => ({
  ...mapping,
  maxConcurrency: Math.min(mapping.maxConcurrency, Math.max(2, availableParallelism())),
});

/** Ends everything, the last started first. */
async function stopAll(stops: Stops): Promise<void> {
  while (stops.length > 0) await stops.pop()?.();
}

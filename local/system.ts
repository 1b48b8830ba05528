import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { CREDENTIALS } from './credentials.ts';
import { type DataFolder, damaged, openDataFolder } from './data-folder.ts';
import { openQueues, type Queues } from './lambda/queues.ts';
import { type SentNotice, startNoticeReader } from './notice-reader.ts';
import { assertFree, FREE_PORTS, type Ports } from './ports.ts';
import { type RunningS3, startS3 } from './s3/start-s3.ts';
import type { ObjectVersion } from './s3/versions.ts';
import { type StandIn, startDynamoDb, startQueuesAndBlobs } from './stand-ins.ts';
import { synthesised } from './synthesised.ts';
import { openTables } from './tables.ts';
import { REGION } from './wiring/names.ts';
import { readWiring } from './wiring/read-wiring.ts';
import { loadTemplate } from './wiring/template.ts';
import type { Wiring } from './wiring/wiring.ts';
import { startWork } from './work.ts';

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
  /**
   * True for links in summaries that lead through the portal of this system; else they are relative, for
   * a copy of the outputs.
   */
  readonly tellsPortal?: boolean;
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
  /** The one origin of portal and API, `http://127.0.0.1:<port>`; null when the template has none. */
  readonly portal: string | null;
  /** What is published, as everybody sees it; null when the template has no CDN. */
  readonly publicSite: string | null;
  /** Lets what is at work finish for a while, then ends everything. */
  readonly stop: () => Promise<void>;
}

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
    const work = await startWork({
      wiring,
      queues,
      s3: s3.endpoint,
      ports,
      logs: folder.logs,
      log,
      tellsPortal: settings.tellsPortal ?? false,
      environment: {
        AWS_REGION: REGION,
        AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
        AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
        AWS_ENDPOINT_URL_S3: s3.endpoint,
        AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
        AWS_ENDPOINT_URL_SQS: fauxqs.endpoint,
        AWS_ENDPOINT_URL_SNS: fauxqs.endpoint,
        // The site here keeps no copies: there is nothing to forget, and no CloudFront to ask.
        PUBLIC_DISTRIBUTION: '',
      },
    });
    stops.push(work.stop);
    const { portal, publicSite } = work;
    return { ...endpoints, portal, publicSite, stop: () => stopAll(stops) };
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

/** Ends everything, the last started first. */
async function stopAll(stops: Stops): Promise<void> {
  while (stops.length > 0) await stops.pop()?.();
}

import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CREDENTIALS } from '../credentials.ts';
import { REGION } from '../wiring/names.ts';
import type { BucketWiring } from '../wiring/wiring.ts';
import { blobsAt } from './blobs.ts';
import { openDatabase } from './database.ts';
import { startGateway } from './gateway.ts';
import { startOutbox } from './outbox.ts';
import type { ObjectVersion } from './versions.ts';

/** What the local S3 is made of. */
export interface S3Settings {
  /** File of the gateway's database. */
  readonly database: string;
  readonly buckets: readonly BucketWiring[];
  /** Endpoint of the plain S3 server that keeps the bytes. */
  readonly blobs: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Sends an event to a queue. */
  readonly send: (queue: string, body: string) => Promise<unknown>;
  /** Milliseconds. */
  readonly now: () => number;
  readonly log: (line: string) => void;
  /** Told of each new version. */
  readonly created?: (version: ObjectVersion) => void;
}

/** The local S3 at work; `stop` waits for the message being sent; the rest is kept. */
export interface RunningS3 {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** Opens the database, makes the buckets, delivers what was left undelivered, and listens. */
export async function startS3(settings: S3Settings): Promise<RunningS3> {
  const database = openDatabase(settings.database);
  await makeBuckets(settings);
  const outbox = startOutbox(database, settings.send, settings.log);
  const blobs = blobsAt(settings.blobs);
  const gateway = await startGateway(
    {
      buckets: new Map(settings.buckets.map((bucket) => [bucket.name, bucket])),
      database,
      blobs,
      now: settings.now,
      announce(version) {
        outbox.wake();
        settings.created?.(version);
      },
    },
    settings.port,
    settings.log,
  );
  return {
    endpoint: gateway.endpoint,
    async stop() {
      await gateway.stop();
      await outbox.stop();
      blobs.close();
      database.close();
    },
  };
}

async function makeBuckets({ buckets, blobs }: S3Settings): Promise<void> {
  const client = new S3Client({
    endpoint: blobs,
    region: REGION,
    credentials: CREDENTIALS,
    forcePathStyle: true,
  });
  for (const { name } of buckets) await client.send(new CreateBucketCommand({ Bucket: name }));
  client.destroy();
}

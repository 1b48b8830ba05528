import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { CREDENTIALS } from '../credentials.ts';
import { startQueuesAndBlobs } from '../stand-ins.ts';
import { REGION } from '../wiring/names.ts';
import type { BucketWiring } from '../wiring/wiring.ts';
import { startS3 } from './start-s3.ts';

/** The one bucket: whatever lies below `uploads/` is told to the queue `intake`. */
const uploads: BucketWiring = {
  name: 'jixiao-uploads',
  cors: [
    {
      methods: ['POST', 'PUT'],
      origins: ['https://*.example.cn'],
      headers: ['*'],
      exposed: ['ETag'],
      maxAge: 60,
    },
  ],
  notifications: [{ queue: 'intake', event: 's3:ObjectCreated:*', prefix: 'uploads/', suffix: '' }],
};

/** Name of the one bucket, spelt as the SDK's parameter. */
export const Bucket = uploads.name;

/** The record of an S3 event, as far as tests look at it. */
export interface S3EventRecord {
  readonly eventName: string;
  readonly eventTime: string;
  readonly s3: {
    readonly object: {
      readonly key: string;
      readonly size: number;
      readonly versionId: string;
      readonly sequencer: string;
    };
  };
}

/** A running test gateway; its `stop` also removes the folder. */
export type TestGateway = Awaited<ReturnType<typeof startTestGateway>>;

/** A gateway before a real fauxqs, on free ports and in a folder of its own. */
export async function startTestGateway() {
  const folder = await mkdtemp(path.join(tmpdir(), 'jixiao-gateway-'));
  const told: { queue: string; event: S3EventRecord }[] = [];
  const blobs = await startQueuesAndBlobs(path.join(folder, 'blobs'), 0);
  const gateway = await startS3({
    database: path.join(folder, 'objects.db'),
    buckets: [uploads],
    blobs: blobs.endpoint,
    port: 0,
    send: async (queue, body) => {
      told.push({ queue, event: JSON.parse(body).Records[0] });
    },
    now: Date.now,
    log: () => {},
  });
  const s3 = new S3Client({
    endpoint: gateway.endpoint,
    region: REGION,
    credentials: CREDENTIALS,
    forcePathStyle: true,
  });
  return {
    endpoint: gateway.endpoint,
    s3,
    /** What the queues were told. */
    told,
    put: (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body })),
    async textOf(Key: string, VersionId?: string): Promise<string | undefined> {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }));
      return Body?.transformToString();
    },
    /** Waits until the queues were told of so many objects. */
    toldOf: (count: number) =>
      expect.poll(() => told.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(count),
    async stop(): Promise<void> {
      s3.destroy();
      await gateway.stop();
      await blobs.stop();
      await rm(folder, { recursive: true });
    },
  };
}

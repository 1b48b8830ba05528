import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import dynalite from 'dynalite';
import { buildApp } from 'fauxqs';
// fauxqs' own `startFauxqs` listens on every interface. Its parts are not exported, so they are taken
// by path; the version is pinned.
import { PersistenceManager } from '../node_modules/fauxqs/dist/persistence.js';
import { S3Store } from '../node_modules/fauxqs/dist/s3/s3Store.js';
import { SnsStore } from '../node_modules/fauxqs/dist/sns/snsStore.js';
import { SqsStore } from '../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { letIteratorsClose } from './close-iterators.ts';
import { forgetDeleted, forgetDeletedItems } from './forget-deleted.ts';
import { answerProgramsOnly } from './our-machine.ts';
import { HOST } from './ports.ts';
import { REGION } from './wiring/names.ts';

/** A server of another project that stands in for one of AWS, on 127.0.0.1. */
export interface StandIn {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/**
 * dynalite for DynamoDB, its tables in `folder`. Port 0 takes a free one. Rejects when the
 * tables cannot be read.
 */
export async function startDynamoDb(folder: string, port: number): Promise<StandIn> {
  // dynalite ends the process when its store cannot be opened; this rejects instead.
  await forgetDeletedItems(folder);
  letIteratorsClose();
  const server = dynalite({ path: folder, createTableMs: 0 });
  answerProgramsOnly(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  return {
    endpoint: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** fauxqs for SQS and for the bytes of S3, all in one SQLite file in `folder`. */
export async function startQueuesAndBlobs(folder: string, port: number): Promise<StandIn> {
  mkdirSync(folder, { recursive: true });
  releaseMessages(path.join(folder, 'fauxqs.db'));
  const persistence = new PersistenceManager(folder);
  // Its own connection, which it does not hand out: only what that one deletes is meant.
  forgetDeleted(persistence['db']);
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
  // Loaded before the stores know where to keep things, as fauxqs does it: else it would replace
  // each queue by itself and lose the messages that hang on it.
  persistence.load(stores.sqsStore, stores.snsStore, stores.s3Store);
  stores.sqsStore.persistence = persistence;
  stores.s3Store.persistence = persistence;
  for (const queue of stores.sqsStore.allQueues()) queue.persistence = persistence;
  const app = buildApp({ logger: false, defaultRegion: REGION, stores });
  app.addHook('onClose', async () => persistence.close());
  answerProgramsOnly(app.server);
  const endpoint = await app.listen({ port, host: HOST });
  return { endpoint, stop: async () => app.close() };
}

/**
 * Makes messages visible that were being worked on when the system was killed. Nobody works on them
 * any more, so there is no sense in waiting for their visibility timeout. Nor did they fail: that try
 * does not count, or a machine that is switched off often enough would bury what is good.
 */
function releaseMessages(file: string): void {
  const database = new DatabaseSync(file);
  const known = database
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'sqs_messages'")
    .get();
  if (known !== undefined) {
    database.exec(`
      UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL,
        approximate_receive_count = max(0, approximate_receive_count - 1)
      WHERE receipt_handle IS NOT NULL`);
  }
  database.close();
}

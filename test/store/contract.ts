import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { dynamoRemovals } from '../../functions/dynamo/removals.ts';
import { dynamoSubmissions } from '../../functions/dynamo/submissions.ts';
import type { Removals } from '../../shared/store/removals.ts';
import type { Submissions } from '../../shared/store/submissions.ts';
import type { DynamoServer } from '../dynamo-server.ts';
import { bureauContract } from './bureau.contract.ts';
import { headsContract } from './heads.contract.ts';
import { periodsContract } from './periods.contract.ts';
import { publicationsContract } from './publications.contract.ts';
import { removalsContract } from './removals.contract.ts';
import { reviewsContract } from './reviews.contract.ts';
import { revisionsContract } from './revisions.contract.ts';
import { unitsContract } from './units.contract.ts';
import { uploadsContract } from './uploads.contract.ts';

/** Tests of access patterns over a store, which the function given answers with: empty for each test. */
export type StoreContract = (store: () => WholeStore) => void;

/** With what a purge takes out of it. */
export type WholeStore = Submissions & Removals;

const CONTRACTS: Readonly<Record<string, StoreContract>> = {
  uploads: uploadsContract,
  revisions: revisionsContract,
  heads: headsContract,
  reviews: reviewsContract,
  publications: publicationsContract,
  bureau: bureauContract,
  periods: periodsContract,
  units: unitsContract,
  removals: removalsContract,
};

/** Defines the tests of every access pattern over a store that `emptyStore` makes anew for each. */
export function describeStore(emptyStore: () => Promise<WholeStore>): void {
  let store: WholeStore;
  beforeEach(async () => {
    store = await emptyStore();
  });
  for (const [subject, contract] of Object.entries(CONTRACTS)) {
    describe(subject, () => contract(() => store));
  }
}

/** The same over a server that speaks DynamoDB, started before the first test and stopped after the last. */
export function describeDynamoStore(start: () => Promise<DynamoServer>): void {
  let server: DynamoServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());
  describeStore(async () => {
    const { documents } = server;
    const name = await server.emptyTable();
    return { ...dynamoSubmissions(documents, name), ...dynamoRemovals({ documents, name }) };
  });
}

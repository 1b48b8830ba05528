import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { dynamoSubmissions } from '../../functions/dynamo/submissions.ts';
import type { Submissions } from '../../shared/store/submissions.ts';
import type { DynamoServer } from '../dynamo-server.ts';
import { headsContract } from './heads.contract.ts';
import { periodsContract } from './periods.contract.ts';
import { publicationsContract } from './publications.contract.ts';
import { reviewsContract } from './reviews.contract.ts';
import { revisionsContract } from './revisions.contract.ts';
import { unitsContract } from './units.contract.ts';
import { uploadsContract } from './uploads.contract.ts';

/** Tests of access patterns over a store, which the function given answers with: empty for each test. */
export type StoreContract = (store: () => Submissions) => void;

const CONTRACTS: Readonly<Record<string, StoreContract>> = {
  uploads: uploadsContract,
  revisions: revisionsContract,
  heads: headsContract,
  reviews: reviewsContract,
  publications: publicationsContract,
  periods: periodsContract,
  units: unitsContract,
};

/** Defines the tests of every access pattern over a store that `emptyStore` makes anew for each. */
export function describeStore(emptyStore: () => Promise<Submissions>): void {
  let store: Submissions;
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
  describeStore(async () => dynamoSubmissions(server.documents, await server.emptyTable()));
}

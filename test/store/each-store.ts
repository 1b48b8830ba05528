import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { dynamoSubmissions } from '../../functions/dynamo/submissions.ts';
import type { Submissions } from '../../shared/store/submissions.ts';
import { type DynamoStandIn, startDynamo } from '../dynamo-table.ts';
import { memorySubmissions } from '../memory-submissions.ts';

/**
 * One contract, two stores: runs the tests of an access pattern against DynamoDB (its stand-in) and
 * against memory, each test on an empty store, which the function given answers with.
 */
export function describeEachStore(
  subject: string,
  tests: (store: () => Submissions) => void,
): void {
  let dynamo: DynamoStandIn;
  let store: Submissions;
  const current = (): Submissions => store;

  describe(`${subject} in DynamoDB`, () => {
    beforeAll(async () => {
      dynamo = await startDynamo();
    });
    afterAll(() => dynamo.stop());
    beforeEach(async () => {
      store = dynamoSubmissions(dynamo.documents, await dynamo.emptyTable());
    });
    tests(current);
  });

  describe(`${subject} in memory`, () => {
    beforeEach(() => {
      store = memorySubmissions();
    });
    tests(current);
  });
}

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DynamoServer, startDynalite } from '../../test/dynamo-server.ts';
import { dynamoRevisions } from './revisions.ts';

let server: DynamoServer;
beforeAll(async () => {
  server = await startDynalite();
});
afterAll(() => server.stop());

test('an upload keeps its one revision though a query saw a later one and not its own', async () => {
  const submission = { period: '2021', submitter: 'LG-FGJ' };
  const name = await server.emptyTable();
  const revisions = dynamoRevisions({ documents: server.documents, name });
  expect(await revisions.reserveRevision(submission, 'first')).toBe(1);
  expect(await revisions.reserveRevision(submission, 'second')).toBe(2);

  const torn = dynamoRevisions({ documents: tornOnce(server.documents, 'first'), name });
  expect(await torn.reserveRevision(submission, 'first')).toBe(1);
  expect(await revisions.revision({ ...submission, revision: 3 })).toBeNull();
});

/** A query is no snapshot: the first one here misses what `uploadId` wrote, and sees what came after. */
function tornOnce(documents: DynamoDBDocumentClient, uploadId: string): DynamoDBDocumentClient {
  let torn = false;
  const send = async (command: PutCommand | QueryCommand) => {
    if (!(command instanceof QueryCommand)) return documents.send(command);
    const page = await documents.send(command);
    if (torn) return page;
    torn = true;
    return { ...page, Items: page.Items?.filter((item) => item['uploadId'] !== uploadId) };
  };
  return { send } as unknown as DynamoDBDocumentClient;
}

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receivedUpload } from '../../shared/upload-id.ts';
import { type DynamoServer, startDynalite } from '../../test/dynamo-server.ts';
import { uploadEvent } from '../../test/sample-uploads.ts';
import { dynamoSubmissions } from './submissions.ts';

const EVER = '9999';

let server: DynamoServer;
beforeAll(async () => {
  server = await startDynalite();
});
afterAll(() => server.stop());

test('what its item says is done is not pending, whatever the index still names', async () => {
  const name = await server.emptyTable();
  const seen: Record<string, unknown>[] = [];
  const submissions = dynamoSubmissions(remembering(server.documents, seen), name);
  const upload = receivedUpload(uploadEvent());
  await submissions.recordUpload(upload, '2022-03-01T04:00:00.000Z');
  expect((await submissions.unfinishedUploads(EVER)).map(({ id }) => id)).toEqual([upload.id]);
  await submissions.finishUpload(upload.id, null, {
    ...{ status: 'failed', form: null, rows: 0, counts: { errors: 0, warnings: 0, hints: 0 } },
    ...{ sha256: null, fingerprint: null, outputs: {}, duplicateOf: null, superseded: false },
  });
  expect(seen).toHaveLength(1);
  expect(await submissions.unfinishedUploads(EVER)).toEqual([]);
});

/** An index that goes on naming what it ever named, as after a kill between it and the item. */
function remembering(
  documents: DynamoDBDocumentClient,
  seen: Record<string, unknown>[],
): DynamoDBDocumentClient {
  const send = async (command: QueryCommand) => {
    const page = await documents.send(command);
    if (!(command instanceof QueryCommand)) return page;
    seen.push(...(page.Items ?? []).filter((item) => !seen.some(({ pk }) => pk === item['pk'])));
    return { ...page, Items: seen };
  };
  return { send } as unknown as DynamoDBDocumentClient;
}

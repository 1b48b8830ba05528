import { afterAll, beforeAll, expect, test } from 'vitest';
import { receivedUpload } from '../../shared/upload-id.ts';
import { type DynamoServer, startDynalite } from '../../test/dynamo-server.ts';
import { uploadEvent } from '../../test/sample-uploads.ts';
import { dynamoRemovals } from './removals.ts';
import { dynamoSendings } from './sendings.ts';
import { dynamoSubmissions } from './submissions.ts';

const NOON = '2022-03-01T12:00:00.000Z';

let server: DynamoServer;
beforeAll(async () => {
  server = await startDynalite();
});
afterAll(() => server.stop());

test('what the API noted of a purged upload goes with it: it holds the name of the file', async () => {
  const name = await server.emptyTable();
  const table = { documents: server.documents, name };
  const sendings = dynamoSendings(table);
  const upload = receivedUpload(uploadEvent());
  await dynamoSubmissions(server.documents, name).recordUpload(upload, NOON);
  const { bucket, key, versionId, size } = upload;
  await sendings.endTurn({
    ...{ uploadId: upload.id, bucket, key, versionId, size, sha256: null },
    ...{ submission: { period: '2021', submitter: 'LG-FGJ' }, sub: 'zhang', name: '张三' },
    ...{ via: 'api', confirmedAt: NOON, sentAt: NOON },
  });

  await dynamoRemovals(table).purgeUpload(upload, {
    at: NOON,
    by: '李四',
    reason: '误传',
    keyHash: 'k',
  });

  expect(await sendings.sent(upload.id)).toBeNull();
});

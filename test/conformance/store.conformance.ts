import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getItem, putItems, type Table } from '../../functions/dynamo/table.ts';
import { ITEM_LIMIT_BYTES, itemBytes } from '../../shared/store/item-size.ts';
import { type DynamoServer, dynamoServer } from '../dynamo-server.ts';
import { describeDynamoStore } from '../store/contract.ts';
import { type Server, startDynamoDbLocal, startMoto } from './servers.ts';
import { describeWith } from './tools.ts';

/* The contract that the store keeps on dynalite, on two other servers that speak DynamoDB. */

/** What a Chinese character weighs in UTF-8. */
const HAN_BYTES = 3;

const startedBy = (start: () => Promise<Server>) => async (): Promise<DynamoServer> => {
  const { endpoint, stop } = await start();
  return dynamoServer(endpoint, stop);
};

describeWith('DynamoDB Local', 'the store on DynamoDB Local', () => {
  describeDynamoStore(startedBy(startDynamoDbLocal));
});

describeWith('moto', 'the store on moto', () => describeDynamoStore(startedBy(startMoto)));

// Of the servers at hand only DynamoDB Local weighs items as AWS does.
describeWith('DynamoDB Local', 'the largest item', () => {
  let server: DynamoServer;
  let table: Table;
  beforeAll(async () => {
    server = await startedBy(startDynamoDbLocal)();
    table = { documents: server.documents, name: await server.emptyTable() };
  });
  afterAll(() => server.stop());

  const small = {
    pk: 'SUBMISSION#2021#LG-FGJ',
    sk: 'ROW#0001#000001',
    amounts: { budgetTotal: 343_720_000, actualTotal: -1.5, budgetFund: null },
    extraIndicators: [{ title: '成本指标', done: true }],
    text: '',
  };
  const filledTo = (bytes: number) => ({
    ...small,
    text: '项'.repeat(Math.floor((bytes - itemBytes(small)) / HAN_BYTES)),
  });

  test('that our own bound lets pass is stored whole', async () => {
    const largest = filledTo(ITEM_LIMIT_BYTES);
    await putItems(table, [largest]);
    expect(await getItem(table, { pk: largest.pk, sk: largest.sk })).toEqual(largest);
  });

  test('is not much smaller than the largest there can be', async () => {
    const larger = filledTo(ITEM_LIMIT_BYTES + 200);
    const put = new PutCommand({ TableName: table.name, Item: larger });
    await expect(server.documents.send(put)).rejects.toThrow(/size/i);
  });
});

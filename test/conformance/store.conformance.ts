import { dynamoServer } from '../dynamo-server.ts';
import { describeDynamoStore } from '../store/contract.ts';
import { type Server, startDynamoDbLocal, startMoto } from './servers.ts';
import { describeWith } from './tools.ts';

/* The contract that the store keeps on dynalite, on two other servers that speak DynamoDB. */

const describeStoreOn = (start: () => Promise<Server>): void =>
  describeDynamoStore(async () => {
    const { endpoint, stop } = await start();
    return dynamoServer(endpoint, stop);
  });

describeWith('DynamoDB Local', 'the store on DynamoDB Local', () =>
  describeStoreOn(startDynamoDbLocal),
);

describeWith('moto', 'the store on moto', () => describeStoreOn(startMoto));

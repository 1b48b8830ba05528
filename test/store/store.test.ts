import { describe } from 'vitest';
import { startDynalite } from '../dynamo-server.ts';
import { memoryRemovals } from '../memory-removals.ts';
import { emptyTables } from '../memory-store/tables.ts';
import { memorySubmissions } from '../memory-submissions.ts';
import { describeDynamoStore, describeStore } from './contract.ts';

/* One contract, every store: what the pipeline is tested on in memory holds on DynamoDB. */

describe('store in DynamoDB (dynalite)', () => describeDynamoStore(startDynalite));

describe('store in memory', () =>
  describeStore(async () => {
    const tables = emptyTables();
    return { ...memorySubmissions(tables), ...memoryRemovals(tables) };
  }));

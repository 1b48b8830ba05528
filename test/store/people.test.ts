import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { dynamoAccounts } from '../../functions/dynamo/accounts.ts';
import { dynamoSendings } from '../../functions/dynamo/sendings.ts';
import type { Table } from '../../functions/dynamo/table.ts';
import type { Accounts } from '../../shared/store/accounts.ts';
import type { Sendings } from '../../shared/store/sendings.ts';
import { type DynamoServer, startDynalite } from '../dynamo-server.ts';
import { memoryAccounts } from '../memory-accounts.ts';
import { memorySendings } from '../memory-sendings.ts';
import { accountsContract } from './accounts.contract.ts';
import { sendingsContract } from './sendings.contract.ts';

/* Accounts and what people send: one contract, every store. */

describe('people in DynamoDB (dynalite)', () => {
  let server: DynamoServer;
  let table: Table;
  beforeAll(async () => {
    server = await startDynalite();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    table = { documents: server.documents, name: await server.emptyTable() };
  });
  describe('accounts', () => accountsContract(() => dynamoAccounts(table)));
  describe('sendings', () => sendingsContract(() => dynamoSendings(table)));
});

describe('people in memory', () => {
  let accounts: Accounts;
  let sendings: Sendings;
  beforeEach(() => {
    accounts = memoryAccounts();
    sendings = memorySendings();
  });
  describe('accounts', () => accountsContract(() => accounts));
  describe('sendings', () => sendingsContract(() => sendings));
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { hashPassword } from '../../functions/api/identity/passwords.ts';
import { dynamoAccounts } from '../../functions/dynamo/accounts.ts';
import { CREDENTIALS } from '../../local/credentials.ts';
import { seedSamples } from '../../local/open-store.ts';
import { publishLocally } from '../../local/portal/publish-locally.ts';
import { PORTAL_BUILT } from '../../local/portal/publish-portal.ts';
import { type Endpoints, startSystem } from '../../local/system.ts';
import { REGION } from '../../local/wiring/names.ts';
import type { Account } from '../../shared/account.ts';

/** What everybody here signs in with. */
export const PASSWORD = 'Correct-Horse-9';

const PEOPLE: Readonly<
  Record<string, Pick<Account, 'person' | 'units'> & Partial<Pick<Account, 'groups'>>>
> = {
  zhang: { person: '张三', units: ['LG-FGJ'] },
  li: { person: '李四', units: ['LG-FGJ'] },
  wang: { person: '王五', units: ['LG-GXJ'] },
  sun: { person: '孙七', units: ['LG-TZTGS'] },
  zhao: { person: '赵六', units: [], groups: ['finance'] },
};

/** The real local system with its pages and a few people. */
export interface RealSystem {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Starts the system as `npm start` does, on free ports and in a folder of its own. */
export async function startRealSystem(): Promise<RealSystem> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'jixiao-browser-'));
  const system = await startSystem({
    dataFolder,
    log: () => undefined,
    async prepare(endpoints) {
      await seedSamples(endpoints);
      await addPeople(endpoints);
      await publishLocally(endpoints, PORTAL_BUILT);
    },
  });
  if (system.portal === null) throw new Error('the template has no pages');
  return {
    origin: system.portal,
    async stop() {
      await system.stop();
      await rm(dataFolder, { recursive: true });
    },
  };
}

async function addPeople({ dynamoDb, names }: Endpoints): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: dynamoDb,
    region: REGION,
    credentials: CREDENTIALS,
  });
  const documents = DynamoDBDocumentClient.from(client);
  const accounts = dynamoAccounts({ documents, name: names['TableName'] ?? '' });
  const passwordHash = await hashPassword(PASSWORD);
  for (const [name, person] of Object.entries(PEOPLE)) {
    const account: Account = {
      name,
      groups: ['unit'],
      ...person,
      passwordHash,
      mustChangePassword: false,
      version: 0,
      isDisabled: false,
    };
    await accounts.addAccount(account);
  }
  client.destroy();
}

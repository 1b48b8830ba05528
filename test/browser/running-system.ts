import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { hashPassword } from '../../functions/api/identity/passwords.ts';
import { dynamoAccounts } from '../../functions/dynamo/accounts.ts';
import { s3Outputs } from '../../functions/s3-files.ts';
import { CREDENTIALS } from '../../local/credentials.ts';
import { openStore, seedSamples } from '../../local/open-store.ts';
import { publishLocally } from '../../local/portal/publish-locally.ts';
import { PORTAL_BUILT } from '../../local/portal/publish-portal.ts';
import { type Endpoints, startSystem } from '../../local/system.ts';
import { REGION } from '../../local/wiring/names.ts';
import type { Account } from '../../shared/account.ts';
import type { Period } from '../../shared/period.ts';
import { PERIODS } from '../../templates/periods.ts';

/** What everybody here signs in with. */
export const PASSWORD = 'Correct-Horse-9';

const PEOPLE = {
  zhang: { person: '张三', groups: ['unit'], units: ['LG-FGJ'] },
  li: { person: '李四', groups: ['unit'], units: ['LG-FGJ'] },
  wang: { person: '王五', groups: ['unit'], units: ['LG-GXJ'] },
  sun: { person: '孙七', groups: ['unit'], units: ['LG-TZTGS'] },
  zhao: { person: '赵六', groups: ['finance'], units: [] },
  qian: { person: '钱初', groups: ['department'], units: ['LG-GXJ'] },
  zhou: { person: '周复', groups: ['department'], units: ['LG-GXJ'] },
  wu: { person: '吴批', groups: ['department'], units: ['LG-GXJ'] },
  zheng: { person: '郑审', groups: ['auditor'], units: [] },
} as const satisfies Readonly<Record<string, Pick<Account, 'person' | 'groups' | 'units'>>>;

/** What the public bucket hands out. */
export interface PublicObject {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** The real local system with its pages and a few people. */
export interface RealSystem {
  readonly origin: string;
  /** The summary of a period as it is now. */
  readonly summary: (period: string) => Promise<Uint8Array>;
  /** A file of the public bucket; null where nothing lies there. */
  readonly publicFile: (key: string) => Promise<PublicObject | null>;
  readonly stop: () => Promise<void>;
}

/** Starts the system as `npm start` does, on free ports and in a folder of its own, with these periods. */
export async function startRealSystem(periods = PERIODS): Promise<RealSystem> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'jixiao-browser-'));
  const system = await startSystem({
    dataFolder,
    log: () => undefined,
    tellsPortal: true,
    async prepare(endpoints) {
      await seedSamples(endpoints);
      await putPeriods(endpoints, periods);
      await addPeople(endpoints);
      await publishLocally(endpoints, PORTAL_BUILT);
    },
  });
  if (system.portal === null) throw new Error('the template has no pages');
  const { s3: endpoint, names } = system;
  const s3 = new S3Client({
    endpoint,
    region: REGION,
    credentials: CREDENTIALS,
    forcePathStyle: true,
  });
  return {
    origin: system.portal,
    summary: (period) =>
      s3Outputs(s3, names['OutputsBucket'] ?? '').readOutput(`summaries/${period}/summary.xlsx`),
    async publicFile(Key) {
      const asked = new GetObjectCommand({ Bucket: names['PublicBucket'], Key });
      const found = await s3.send(asked).catch((error: unknown) => {
        if (error instanceof NoSuchKey) return null;
        throw error;
      });
      if (found === null) return null;
      const bytes = (await found.Body?.transformToByteArray()) ?? new Uint8Array();
      return { bytes, contentType: found.ContentType ?? '' };
    },
    async stop() {
      s3.destroy();
      await system.stop();
      await rm(dataFolder, { recursive: true });
    },
  };
}

async function putPeriods(endpoints: Endpoints, periods: readonly Period[]): Promise<void> {
  const store = openStore(endpoints);
  await store.submissions.putPeriods(periods);
  store.close();
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

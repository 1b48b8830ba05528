import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoAccounts } from '../functions/dynamo/accounts.ts';
import { dynamoSubmissions } from '../functions/dynamo/submissions.ts';
import { type RegisterFiles, readRegisterFiles } from '../functions/register-files.ts';
import { keptLine, seed } from '../functions/seed.ts';
import type { Accounts } from '../shared/store/accounts.ts';
import type { Submissions } from '../shared/store/submissions.ts';
import { exampleRegister } from '../templates/examples/example-units.ts';
import { CREDENTIALS } from './credentials.ts';
import { periodsWithExamples } from './examples/example-period.ts';
import type { Endpoints } from './system.ts';
import { REGION } from './wiring/names.ts';

/** A store with a connection of its own, to be closed by whoever opened it. */
export interface OpenStore {
  readonly submissions: Submissions;
  readonly accounts: Accounts;
  readonly close: () => void;
}

/** The store of a running local system. */
export function openStore({ dynamoDb, names }: Pick<Endpoints, 'dynamoDb' | 'names'>): OpenStore {
  const client = new DynamoDBClient({
    endpoint: dynamoDb,
    region: REGION,
    credentials: CREDENTIALS,
  });
  const documents = DynamoDBDocumentClient.from(client);
  const name = names['TableName'] ?? '';
  return {
    submissions: dynamoSubmissions(documents, name),
    accounts: dynamoAccounts({ documents, name }),
    close: () => client.destroy(),
  };
}

const SAMPLE_UNITS = fileURLToPath(new URL('../templates/samples/units.csv', import.meta.url));

/**
 * Loads register and periods, as `npm run seed` does on AWS. Harmless to repeat; returns a line on what
 * was kept as it was changed in the portal, null for nothing.
 */
export async function seedFiles(
  endpoints: Endpoints,
  { register, periods }: RegisterFiles,
): Promise<string | null> {
  return withStore(endpoints, async (store) => keptLine(await seed(register, periods, store)));
}

/** Loads the register of the samples and the periods that the product ships with. */
export async function seedSamples(endpoints: Endpoints): Promise<void> {
  await seedFiles(endpoints, readRegisterFiles(SAMPLE_UNITS));
}

/** Loads the samples, and a district of made-up units with a collection under way. */
export async function seedExamples(endpoints: Endpoints, now: Date): Promise<void> {
  const { register } = readRegisterFiles(SAMPLE_UNITS);
  const owners = register.filter(({ parent }) => parent === null).map(({ code }) => code);
  await seedFiles(endpoints, {
    register: [...register, ...exampleRegister()],
    periods: periodsWithExamples(owners, now),
  });
}

/** True when a register was loaded before: an installation's own is left as it is. */
export const hasRegister = (endpoints: Endpoints): Promise<boolean> =>
  withStore(endpoints, async (store) => (await store.dueUnits()).length > 0);

async function withStore<Result>(
  endpoints: Endpoints,
  use: (store: Submissions) => Promise<Result>,
): Promise<Result> {
  const { submissions, close } = openStore(endpoints);
  try {
    return await use(submissions);
  } finally {
    close();
  }
}

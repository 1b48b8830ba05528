import { readFileSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoSubmissions } from '../functions/dynamo/submissions.ts';
import { seed } from '../functions/seed.ts';
import type { Submissions } from '../shared/store/submissions.ts';
import { parseRegister } from '../shared/unit.ts';
import { PERIODS } from '../templates/periods.ts';
import { CREDENTIALS } from './credentials.ts';
import type { Endpoints } from './system.ts';
import { REGION } from './wiring/names.ts';

/** A store with a connection of its own, to be closed by whoever opened it. */
export interface OpenStore {
  readonly submissions: Submissions;
  readonly close: () => void;
}

/** The store of a running local system. */
export function openStore({ dynamoDb, names }: Pick<Endpoints, 'dynamoDb' | 'names'>): OpenStore {
  const client = new DynamoDBClient({
    endpoint: dynamoDb,
    region: REGION,
    credentials: CREDENTIALS,
  });
  return {
    submissions: dynamoSubmissions(DynamoDBDocumentClient.from(client), names['TableName'] ?? ''),
    close: () => client.destroy(),
  };
}

/** Loads the periods and the sample register, as `npm run seed` does on AWS. Harmless to repeat. */
export async function seedSamples(endpoints: Endpoints): Promise<void> {
  const { submissions, close } = openStore(endpoints);
  const units = readFileSync(new URL('../templates/samples/units.csv', import.meta.url), 'utf8');
  await seed(parseRegister(units), PERIODS, submissions);
  close();
}

import type { S3Client } from '@aws-sdk/client-s3';
import { bytesOf, OUTPUTS } from './buckets.ts';

/** A project, as far as it is looked at. */
export interface Named {
  readonly texts: Readonly<Record<string, string | null>>;
}

/** Names of projects, to be compared. */
export const namesOf = (records: readonly Named[]): string =>
  JSON.stringify(records.map(({ texts }) => texts['projectName']));

/** As much of records.json and summary.json as is looked at. */
export interface Written {
  readonly records: readonly Named[];
  readonly submissions: readonly {
    readonly submitter: { readonly code: string };
    readonly current: { readonly revision: number } | null;
    readonly projects: readonly Named[];
  }[];
}

/** Reads an output. */
export const jsonOf = async (s3: S3Client, key: string): Promise<Written> =>
  JSON.parse(new TextDecoder().decode(await bytesOf(s3, OUTPUTS, key)));

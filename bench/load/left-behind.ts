import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { summaryIsReady } from '../../local/upload-progress.ts';
import { summaryFolder } from '../../shared/outputs.ts';
import type { Submissions } from '../../shared/store/submissions.ts';
import type { LoadS3 } from './send-all.ts';

/** Generations of a period's summary that were built in the run. */
export interface Rebuilds {
  readonly count: number;
  /** Bytes that they keep, of every kind. */
  readonly bytes: number;
}

const GENERATION = /\/\d{8}\.(?<kind>\w+)$/;
const LOOK_MS = 1_000;
/** As long as a change may wait at most, and a rebuild of it. */
const PATIENCE_MS = 600_000;

/** Waits until the summary of a period says what stands. Throws when it does not come to that. */
export async function summaryStands(period: string, submissions: Submissions): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!(await summaryIsReady(submissions, period))) {
    if (Date.now() > until) throw new Error(`the summary of ${period} stays behind`);
    await pause(LOOK_MS);
  }
}

/** What the rebuilds of a period's summary left in the outputs bucket. */
export async function rebuildsIn({ client, outputs }: LoadS3, period: string): Promise<Rebuilds> {
  let count = 0;
  let bytes = 0;
  const place = { Bucket: outputs, Prefix: summaryFolder(period) };
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, place)) {
    for (const { Key = '', Size = 0 } of Contents) {
      const kind = GENERATION.exec(Key)?.groups?.['kind'];
      if (kind === undefined) continue;
      bytes += Size;
      if (kind === 'xlsx') count += 1;
    }
  }
  return { count, bytes };
}

/** Bytes of each part of the data folder. */
export function diskOf(folder: string): Readonly<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const [part = ''] = path.relative(folder, file).split(path.sep);
    sizes[part] = (sizes[part] ?? 0) + statSync(file).size;
  }
  return sizes;
}

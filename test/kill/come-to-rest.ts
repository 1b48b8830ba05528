import { setTimeout as pause } from 'node:timers/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { s3Uploads } from '../../functions/s3-files.ts';
import { type OpenStore, openStore } from '../../local/open-store.ts';
import type { RunningSystem } from '../../local/system.ts';
import { uploadsWithoutStatus } from '../../local/uploads-without-status.ts';
import { PERIOD, s3At, UPLOADS } from './buckets.ts';

/** Milliseconds. */
const PATIENCE = 90_000;
const LOOK_AGAIN = 300;

/** Waits until nothing is left to be done. Returns what is still missing when patience ends, or null. */
export async function comeToRest(system: RunningSystem): Promise<string | null> {
  const store = openStore(system);
  const s3 = s3At(system.s3);
  const deadline = Date.now() + PATIENCE;
  let missing: string | null = 'not looked yet';
  while (missing !== null && Date.now() < deadline) {
    await pause(LOOK_AGAIN);
    missing = await unfinished(store, s3);
  }
  s3.destroy();
  store.close();
  return missing && `not at rest after ${PATIENCE / 1000} s: ${missing}`;
}

async function unfinished({ submissions }: OpenStore, s3: S3Client): Promise<string | null> {
  const waiting = await uploadsWithoutStatus(submissions, s3Uploads(s3, UPLOADS));
  if (waiting.length > 0) return `${waiting.length} uploads have no final status`;
  const reports = await submissions.overdueReports('9999');
  if (reports.length > 0) return `${reports.length} reports are pending`;
  const state = await submissions.summaryState(PERIOD);
  if (state !== null && state.summaryFile < state.generation) return 'the summary is behind';
  return null;
}

import { setTimeout as pause } from 'node:timers/promises';
import { paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { reportKey, revisionFolder } from '../../shared/outputs.ts';
import type { Submissions } from '../../shared/store/submissions.ts';
import { type FiledUpload, finished, revisionKeyOf, type Upload } from '../../shared/upload.ts';
import type { LoadS3 } from './send-all.ts';

/** What became of the uploads. */
export interface LoadOutcomes {
  readonly statuses: Readonly<Record<string, number>>;
  /** Uploads without a final status, or accepted without a report. */
  readonly lost: number;
  /** Seconds from the upload's event to the report's time in the bucket. */
  readonly untilReport: { readonly p50: number; readonly p95: number; readonly p99: number };
}

interface Watch {
  readonly s3: LoadS3;
  readonly submissions: Submissions;
  readonly ids: readonly string[];
  readonly say: (line: string) => void;
}

const LOOK_MS = 2_000;
/** Without any progress for so long, what is left counts as lost. */
const PATIENCE_MS = 180_000;

/** Waits until every upload has its status and report, or nothing moves any more. */
export async function outcomesOf(watch: Watch): Promise<LoadOutcomes> {
  const done = await allFinished(watch);
  const accepted = [...done.values()].filter(({ outcome }) => outcome?.status === 'accepted');
  const times = await reportTimes(watch, accepted.length);
  const seconds = accepted.flatMap((upload) => {
    const key = reportKey(revisionFolder(revisionKeyOf(upload as FiledUpload)));
    const at = times.get(key);
    return at === undefined ? [] : [(at - Date.parse(upload.eventTime)) / 1000];
  });
  const statuses: Record<string, number> = {};
  for (const { outcome } of done.values()) {
    const status = outcome?.status ?? 'none';
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return {
    statuses,
    lost: watch.ids.length - done.size + (accepted.length - seconds.length),
    untilReport: percentiles(seconds),
  };
}

async function allFinished({ submissions, ids, say }: Watch): Promise<Map<string, Upload>> {
  const done = new Map<string, Upload>();
  let left = [...ids];
  let lastMoved = Date.now();
  while (left.length > 0 && Date.now() - lastMoved < PATIENCE_MS) {
    await pause(LOOK_MS);
    const before = done.size;
    for (const id of left.slice(0, 300)) {
      const upload = finished(await submissions.upload(id));
      if (upload !== null) done.set(id, upload);
    }
    left = left.filter((id) => !done.has(id));
    if (done.size > before) {
      lastMoved = Date.now();
      say(`已有结果 with a status: ${done.size}`);
    }
  }
  return done;
}

/** Keys of the reports → when each was written, once there are so many or no more come. */
async function reportTimes(
  { s3, say }: Watch,
  wanted: number,
): Promise<ReadonlyMap<string, number>> {
  let times = new Map<string, number>();
  let lastMoved = Date.now();
  while (Date.now() - lastMoved < PATIENCE_MS) {
    const now = new Map<string, number>();
    const pages = paginateListObjectsV2(
      { client: s3.client },
      { Bucket: s3.outputs, Prefix: 'submissions/' },
    );
    for await (const { Contents = [] } of pages) {
      for (const { Key = '', LastModified } of Contents) {
        if (Key.endsWith('/report.pdf')) now.set(Key, LastModified?.getTime() ?? Number.NaN);
      }
    }
    if (now.size > times.size) {
      lastMoved = Date.now();
      say(`已出报告 with a report: ${now.size}`);
    }
    times = now;
    if (times.size >= wanted) break;
    await pause(LOOK_MS);
  }
  return times;
}

function percentiles(seconds: readonly number[]): LoadOutcomes['untilReport'] {
  const sorted = [...seconds].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

import { setTimeout as pause } from 'node:timers/promises';
import { STATUS_NAMES } from '../shared/status-names.ts';
import type { Submissions } from '../shared/store/submissions.ts';
import { isFolderMarker, UPLOADS_PREFIX, uploadId } from '../shared/upload-id.ts';
import type { ObjectVersion } from './s3/versions.ts';
import { type FinishedUpload, finishedUpload } from './upload-progress.ts';

/** Tells of uploads as they reach their status. */
export interface UploadAnnouncer {
  /** An object was stored, in whatever bucket. */
  readonly stored: (version: ObjectVersion) => void;
  /** Follows what was waiting before, and begins to tell. */
  readonly follow: (submissions: Submissions) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Milliseconds between two looks at what is not final yet. */
const LOOK_AGAIN = 200;
/** Later than any time stored. */
const EVER = '9999';

/** `say` gets one line for each object stored below `uploads/`. */
export function announceUploads(say: (line: string) => void): UploadAnnouncer {
  const waiting = new Set<string>();
  let stopped = false;
  let running: Promise<void> = Promise.resolve();

  async function look(submissions: Submissions): Promise<void> {
    while (!stopped) {
      for (const id of [...waiting]) {
        const upload = await finishedUpload(submissions, id);
        if (upload === null) continue;
        waiting.delete(id);
        say(lineFor(upload));
      }
      await pause(LOOK_AGAIN);
    }
  }

  return {
    stored({ bucket, key, versionId }) {
      if (!key.startsWith(UPLOADS_PREFIX) || isFolderMarker(key)) return;
      waiting.add(uploadId(bucket, key, versionId));
    },
    async follow(submissions) {
      for (const { id } of await submissions.unfinishedUploads(EVER)) waiting.add(id);
      running = look(submissions);
    },
    stop() {
      stopped = true;
      return running;
    },
  };
}

/** `uploads/2021/LG-FGJ/表.xlsx：已接收·待审核（26 个项目，错误 0，警告 0，提示 2）`. */
function lineFor({ key, status, outcome }: FinishedUpload): string {
  const { errors, warnings, hints } = outcome.counts;
  const counts = `${outcome.rows} 个项目，错误 ${errors}，警告 ${warnings}，提示 ${hints}`;
  const repeated = outcome.duplicateOf === null ? '' : '；与上次内容相同，沿用上次结果';
  const overtaken = outcome.superseded ? '；已有更新的版次' : '';
  const place = outcome.outputs.feedback ?? outcome.outputs.findings ?? '';
  return `${key}：${STATUS_NAMES[status].zh}（${counts}）${repeated}${overtaken} → ${place}`;
}

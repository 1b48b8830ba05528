import path from 'node:path';
import type { ApiPorts } from '../../shared/api-ports.ts';
import { stampedKey } from '../../shared/outputs.ts';
import type { Head, ReportState, Revision } from '../../shared/submission.ts';
import type { Upload } from '../../shared/upload.ts';
import { type KnownUpload, knownUpload } from './known-upload.ts';
import type { OutputName, Step } from './schemas.ts';
import { uploadLine } from './upload-line.ts';

/** How far an upload is. */
export interface UploadState {
  readonly upload: KnownUpload;
  readonly head: Head | null;
  readonly report: Revision['report'];
  /** Keys in the outputs bucket of what is there. */
  readonly outputs: Partial<Record<OutputName, string>>;
  /** True when nothing more is to come. */
  readonly isSettled: boolean;
  /** Changes with anything that an answer about the upload says. */
  readonly tag: string;
}

type Ports = Pick<ApiPorts, 'submissions' | 'sendings'>;

/** Looks at an upload that is there; one that was deleted meanwhile is as it was. */
export async function uploadState(seen: KnownUpload, ports: Ports): Promise<UploadState> {
  const upload = (await knownUpload(seen.id, ports)) ?? seen;
  const head = await ports.submissions.head(upload.submission);
  const report = await reportOf(upload.recorded, ports);
  const outcome = upload.recorded?.outcome ?? null;
  const isSettled = outcome !== null && report.state !== 'pending';
  const { isCurrent, recalledAt } = uploadLine(upload, head);
  const reviewed = head?.review?.version ?? 0;
  const standing = isCurrent ? 'current' : (recalledAt ?? 'other');
  return {
    upload,
    head,
    report,
    outputs: {
      ...outcome?.outputs,
      ...printedOutputs(report),
    },
    isSettled,
    tag: `"${[upload.recorded?.revision ?? 0, upload.status, report.state, standing, reviewed].join('-')}"`,
  };
}

/** The report, and the copy to be sealed, which is laid beside it before it. */
function printedOutputs({ file }: Revision['report']): Partial<Record<OutputName, string>> {
  if (file === null) return {};
  return { report: file, stamped: stampedKey(path.posix.dirname(file)) };
}

/** How far its report is; that of the earlier one when the same bytes came again. */
async function reportOf(
  recorded: Upload | null,
  { submissions }: Ports,
): Promise<Revision['report']> {
  const original = recorded?.outcome?.duplicateOf ?? null;
  const printed = original === null ? recorded : await submissions.upload(original);
  const { submission = null, revision = null } = printed ?? {};
  if (submission === null || revision === null) return NO_REPORT;
  const found = await submissions.revision({ ...submission, revision });
  return found?.report ?? NO_REPORT;
}

const NO_REPORT: Revision['report'] = { state: 'none', file: null, sha256: null, asked: 0 };

const TITLES = {
  received: { zh: '已收到', en: 'received' },
  checked: { zh: '已校验', en: 'checked' },
  stored: { zh: '已入库', en: 'stored' },
  printed: { zh: '已生成自评表', en: 'report printed' },
} as const;

/** The steps of an upload, with the times at which their outputs were written. */
export async function stepsOf(
  { upload, report, outputs }: UploadState,
  { downloads }: Pick<ApiPorts, 'downloads'>,
): Promise<readonly Step[]> {
  const outcome = upload.recorded?.outcome ?? null;
  // Of bytes sent again, the outputs are older than the upload.
  const isOwn = outcome !== null && outcome.duplicateOf === null;
  const written = async (name: OutputName): Promise<string | null> => {
    const key = outputs[name];
    if (!isOwn || key === undefined) return null;
    return (await downloads.describeOutput(key))?.writtenAt ?? null;
  };
  const [checkedAt, storedAt, printedAt] = await Promise.all(
    (['findings', 'records', 'report'] as const).map(written),
  );
  const step = (name: Step['step'], state: Step['state'], at: string | null = null): Step => ({
    step: name,
    title: TITLES[name],
    state,
    at,
  });
  const received = step('received', 'done', upload.receivedAt);
  if (outcome === null) {
    return [
      received,
      ...(['checked', 'stored', 'printed'] as const).map((name) => step(name, 'waiting')),
    ];
  }
  const isAccepted = outcome.status === 'accepted';
  return [
    received,
    outcome.status === 'failed' ? step('checked', 'failed') : step('checked', 'done', checkedAt),
    isAccepted ? step('stored', 'done', storedAt) : step('stored', 'skipped'),
    isAccepted ? step('printed', PRINTED[report.state], printedAt) : step('printed', 'skipped'),
  ];
}

const PRINTED: Readonly<Record<ReportState, Step['state']>> = {
  none: 'skipped',
  pending: 'waiting',
  ready: 'done',
  stuck: 'failed',
};

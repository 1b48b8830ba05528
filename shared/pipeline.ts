import { formTitle } from '../templates/form.ts';
import { formById } from '../templates/forms.ts';
import { acceptedRecords, arguableRecords } from './intake/accepted-records.ts';
import { awaitPredecessor } from './intake/await-predecessor.ts';
import { fileUpload } from './intake/file-upload.ts';
import { findOriginal } from './intake/find-original.ts';
import { gatherEvidence, readEvidence } from './intake/gather-evidence.ts';
import { keepContacts } from './intake/keep-contacts.ts';
import { returnMisfiled } from './intake/return-misfiled.ts';
import { conclude, originalStands, settle } from './intake/settle.ts';
import { tellAgain } from './intake/tell-again.ts';
import { tellSentBack } from './intake/tell-sent-back.ts';
import { acceptedVerdict, repeatedVerdict, returnedVerdict } from './intake/verdicts.ts';
import { writeJudgement } from './intake/write-findings.ts';
import { pdfFile, reportKey, revisionFolder, stampedKey } from './outputs.ts';
import type {
  IntakePorts,
  PublishJob,
  PublishPorts,
  RenderJob,
  RenderPorts,
  SummariseJob,
  SummarisePorts,
  SweepPorts,
} from './ports.ts';
import { publishIndex } from './publish/publish-index.ts';
import { publishSubmission } from './publish/publish-submission.ts';
import { searchKey, submissionPage } from './publish/site-keys.ts';
import { sha256 } from './sha256.ts';
import { loadRecordSet } from './store/load-record-set.ts';
import type { CurrentRevision, Revision } from './submission.ts';
import { putOff } from './summarise/pace.ts';
import { rebuildSummary } from './summarise/rebuild-summary.ts';
import { announceLost } from './sweep/announce-lost.ts';
import {
  announceUnfinished,
  askForReports,
  askForSummaries,
  finishAnswers,
} from './sweep/ask-again.ts';
import { buryUpload } from './sweep/bury-upload.ts';
import { finishActs } from './sweep/finish-acts.ts';
import { publishScheduled } from './sweep/publish-scheduled.ts';
import { revisionKeyOf, type Upload, type UploadEvent } from './upload.ts';
import { receivedUpload } from './upload-id.ts';

/*
 * The table of contents of the system. Every stage may be run twice, late, or die half-way and be run
 * again: the end is the same. What a unit did wrong is a finding; a throw is our own fault or AWS's,
 * and brings the message back.
 */

/** An upload, from its announcement to its final status. */
export async function intake(event: UploadEvent, ports: IntakePorts): Promise<Upload> {
  const { submissions, clock } = ports;
  const now = clock.now().toISOString();
  const received = await submissions.recordUpload(receivedUpload(event), now);
  if (received.outcome !== null) {
    await tellSentBack(received, ports);
    return tellAgain(received, ports);
  }
  if (received.submission === null) return returnMisfiled(received, ports);

  const upload = await fileUpload(received, received.submission, submissions);
  const key = revisionKeyOf(upload);
  const decided = await submissions.revision(key);
  if (decided !== null && decided.verdict !== null) return settle(upload, decided.verdict, ports);

  await awaitPredecessor(upload, ports);
  const head = await submissions.head(upload.submission);
  const evidence = await gatherEvidence(upload, head, ports);
  const original = await findOriginal(upload, evidence, head, submissions);
  if (original !== null && (await originalStands(upload, original, submissions))) {
    await tellAgain(original, ports);
    await keepContacts(upload, original.contacts, submissions);
    return conclude(upload, repeatedVerdict(original), ports);
  }

  const read = await readEvidence(evidence, upload, ports);
  const judgement = ports.judge.judge(read, evidence.context);
  await keepContacts(upload, judgement.table?.contacts ?? [], submissions);
  const outputs = await writeJudgement(upload, judgement, evidence.folder, ports);
  const records = acceptedRecords(judgement);
  if (records === null) {
    const arguable = arguableRecords(judgement);
    if (arguable !== null) await submissions.saveRecords(key, arguable.records);
    const verdict = returnedVerdict(upload, arguable, judgement, evidence, outputs);
    return conclude(upload, verdict, ports);
  }
  await submissions.saveRecords(key, records.records);
  const verdict = acceptedVerdict(upload, records, judgement, evidence, outputs);
  return conclude(upload, verdict, ports);
}

/** A report that was printed: of which upload, and when that was received, ISO 8601. */
export type Printed = Pick<CurrentRevision, 'uploadId' | 'receivedAt'>;

/**
 * The report of an accepted revision and its stamped copy, printed from its stored rows. Null if they lie
 * there already, or are not to be.
 */
export async function render(job: RenderJob, ports: RenderPorts): Promise<Printed | null> {
  const { submissions, outputs, printer } = ports;
  const revision = await submissions.revision(job);
  if (revision?.verdict?.outcome.status === 'purged') return null;
  const accepted = revision?.verdict?.accepted;
  if (accepted == null) throw new Error(`no rows to print for ${revisionFolder(job)}`);
  if (revision?.report.state === 'ready') return null;
  const { table } = accepted;

  const form = formById(table.form);
  if (form === undefined) throw new Error(`no form "${table.form}" for ${revisionFolder(job)}`);
  const recordSet = await loadRecordSet(job, table, submissions);
  const folder = revisionFolder(job);
  const title = formTitle(form, job.period, table.submitterName, table.title);
  const { attachment } = table;
  const name = attachment === null ? title : `${attachment} ${title}`;
  const stamped = await printer.printStamped(recordSet, form, job.revision);
  await outputs.writeOutput(stampedKey(folder), stamped, pdfFile(name, '（盖章稿）'));
  const file = reportKey(folder);
  const bytes = await printer.print(recordSet, form);
  await outputs.writeOutput(file, bytes, pdfFile(name));
  await submissions.reportReady(job, { file, sha256: sha256(bytes) });
  return { uploadId: accepted.uploadId, receivedAt: accepted.receivedAt };
}

/**
 * The summary of a period, rebuilt when it is behind or its file is in doubt, though not too soon after
 * the last time. Returns when the newest table in it was received, ISO 8601; null if nothing was to be
 * done, or it is to be done later.
 */
export async function summarise(job: SummariseJob, ports: SummarisePorts): Promise<string | null> {
  const state = await ports.submissions.summaryState(job.period);
  if (state === null || state.generation === 0) return null;
  if (state.summaryFile >= state.generation && job.again !== true) return null;
  if (job.due !== true && job.again !== true && (await putOff(state, ports))) return null;
  return rebuildSummary(job, ports);
}

/**
 * What is public of a submission, brought in line with its review; then whatever leads to it, which
 * several submissions may share. Copies of what was taken out are to be forgotten on the way to readers,
 * and the period is to be packed anew.
 */
export async function publish(
  job: PublishJob,
  ports: PublishPorts,
  writeIndex: (job: PublishJob) => Promise<void> = (own) => publishIndex([own], ports),
): Promise<void> {
  const removed = await publishSubmission(job, ports);
  if (removed === null) return;
  await writeIndex(job);
  if (removed.length > 0) {
    const { period, submitter } = job;
    await ports.caches.forget([...removed, submissionPage(period, submitter), searchKey(period)]);
  }
  await ports.jobs.bundle({ period: job.period });
}

/** What a sweep found and did. */
export interface SweepReport {
  /** Uploads that intake gave up on, now `failed`. */
  readonly failed: readonly Upload[];
  /** Dead letters that nobody can read; they stay where they are. */
  readonly unreadable: number;
  /** Uploads announced again: those without a trace, and those without a status. */
  readonly lost: number;
  readonly unfinished: number;
  /** Answers that nobody had settled. */
  readonly answers: number;
  /** Reports asked for again, and those given up. */
  readonly reports: number;
  readonly stuck: readonly Revision[];
  readonly summaries: number;
  /** Acts of review whose rest was done. */
  readonly acts: number;
  /** Revisions that were to be public by now: published, or not any more to be. */
  readonly scheduled: number;
}

/** Minutes after which whatever waits counts as forgotten. */
const OVERDUE_MINUTES = 10;

/** Finds what got lost on the way and sends it again. */
export async function sweep(
  ports: SweepPorts,
  overdueMinutes: number = OVERDUE_MINUTES,
): Promise<SweepReport> {
  const overdue = new Date(ports.clock.now().getTime() - overdueMinutes * 60_000).toISOString();
  const lost = await announceLost(ports, overdue);
  const unfinished = await announceUnfinished(ports, overdue);
  const answers = await finishAnswers(ports, overdue);
  const reports = await askForReports(ports, overdue);
  const summaries = await askForSummaries(ports);
  const acts = await finishActs(ports, overdue);
  const scheduled = await publishScheduled(ports);
  // Last: a letter that cannot be buried must not keep the rest from being found.
  const failed: Upload[] = [];
  const letters = await ports.deadLetters.drain(async (uploads) => {
    for (const event of uploads) {
      const buried = await buryUpload(event, ports);
      if (buried.status === 'failed') failed.push(buried);
    }
  });
  return {
    failed,
    unreadable: letters.unreadable,
    lost,
    unfinished,
    answers,
    reports: reports.asked,
    stuck: reports.stuck,
    summaries,
    acts,
    scheduled,
  };
}

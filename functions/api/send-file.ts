import { createHash } from 'node:crypto';
import type { ApiPorts } from '../../shared/api-ports.ts';
import type { Turn } from '../../shared/store/sendings.ts';
import type { Answer } from '../../shared/submission.ts';
import type { SubmissionKey } from '../../shared/upload.ts';
import { UPLOADS_PREFIX, uploadId } from '../../shared/upload-id.ts';
import type { Caller } from './identity/caller.ts';
import { knownUpload } from './known-upload.ts';
import { newestUpload } from './newest-upload.ts';
import { Refusal } from './refusal.ts';
import type { Sent } from './sending-schemas.ts';
import { senderOf } from './upload-line.ts';

/** A file that somebody sends, checked for its form. */
export interface Sending {
  readonly submission: SubmissionKey;
  readonly caller: Caller;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The newest upload that the sender knew of; null to send whatever is there. */
  readonly basedOn: string | null;
  /** Of the request; null for none. */
  readonly idempotencyKey: string | null;
}

/** Milliseconds after which a turn that nobody ended counts as forgotten: its function has died. */
const TURN_LASTS = 30_000;

/** Puts a file into the uploads bucket, one at a time for a submission. */
export async function sendFile(sending: Sending, ports: ApiPorts): Promise<Sent> {
  const { submission, caller, fileName, bytes } = sending;
  const sha256 = hex(bytes);
  const digest = hex(JSON.stringify([submission.period, submission.submitter, fileName, sha256]));
  const repeated = await sentBefore(sending, digest, ports);
  if (repeated !== null) return repeated;
  const turn = await takeTurn(submission, caller.name, ports);
  try {
    // While we waited for the turn, the same request may have come to its end.
    const meanwhile = await sentBefore(sending, digest, ports);
    if (meanwhile === null) await assertNewest(submission, sending.basedOn, turn, ports);
    if (meanwhile !== null) {
      await ports.sendings.giveTurnBack(submission, turn.number);
      return meanwhile;
    }
    return await store(sending, { sha256, digest }, ports);
  } catch (error) {
    await ports.sendings.giveTurnBack(submission, turn.number);
    throw error;
  }
}

const hex = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

/** What an earlier request with the same key has sent; null if there was none. */
async function sentBefore(
  { caller, idempotencyKey }: Sending,
  digest: string,
  { sendings }: ApiPorts,
): Promise<Sent | null> {
  if (idempotencyKey === null) return null;
  const before = await sendings.request(caller.sub, hex(idempotencyKey));
  if (before === null) return null;
  if (before.digest !== digest) throw new Refusal('key-taken');
  const sent = await sendings.sent(before.uploadId);
  // Taken out by a purge since: what it sent must not come back by itself.
  if (sent === null) throw new Refusal('gone');
  return sentAnswer(sent, true);
}

/** Takes the turn to send for a submission. Refuses while somebody else is sending. */
export async function takeTurn(
  submission: SubmissionKey,
  name: string,
  { sendings, clock }: ApiPorts,
): Promise<Turn> {
  const now = clock.now();
  const turn = (await sendings.lastSending(submission)) ?? NO_TURN;
  const isTaken = turn.taken !== null && now.getTime() - Date.parse(turn.taken.at) < TURN_LASTS;
  const taken = { name, at: now.toISOString() };
  if (isTaken || !(await sendings.takeTurn(submission, turn.number, taken))) {
    throw new Refusal('somebody-sends', { headers: { 'retry-after': '3' } });
  }
  return { ...turn, number: turn.number + 1, taken };
}

const NO_TURN: Turn = { number: 0, taken: null, last: null };

/** Refuses to send over what the sender has not seen. */
export async function assertNewest(
  submission: SubmissionKey,
  basedOn: string | null,
  turn: Turn | null,
  ports: ApiPorts,
): Promise<void> {
  if (basedOn === null) return;
  const head = await ports.submissions.head(submission);
  const newest = await newestUpload(head, turn, ports);
  if (newest === basedOn) return;
  const last = { basedOn: newest, ...(await senderAndTime(newest, head?.answer, ports)) };
  throw new Refusal('somebody-sent', { last });
}

async function senderAndTime(
  newest: string,
  answer: Answer | undefined,
  ports: ApiPorts,
): Promise<{ readonly sender: string | null; readonly at: string | null }> {
  if (answer?.id === newest) return { sender: answer.by, at: answer.at };
  const upload = await knownUpload(newest, ports);
  if (upload === null) return { sender: null, at: null };
  return { sender: senderOf(upload).name, at: upload.receivedAt };
}

async function store(
  { submission, caller, fileName, bytes, idempotencyKey }: Sending,
  { sha256, digest }: { readonly sha256: string; readonly digest: string },
  { sending, sendings, clock }: ApiPorts,
): Promise<Sent> {
  const { sub, name } = caller;
  const sentAt = clock.now().toISOString();
  const key = uploadKeyOf(submission, fileName);
  const note = { via: 'api', sub, name, confirmedAt: sentAt } as const;
  const version = await sending.storeUpload(key, bytes, note);
  const id = uploadId(version.bucket, version.key, version.versionId);
  const size = bytes.length;
  const sent = { ...version, ...note, uploadId: id, submission, size, sha256, sentAt };
  await sendings.endTurn(sent);
  if (idempotencyKey !== null) {
    // Its digest: it stays for good, after a purge as well, and may be a file's name.
    const request = { sub, key: hex(idempotencyKey), digest };
    await sendings.keepRequest({ ...request, uploadId: id, at: sentAt });
  }
  return sentAnswer(sent, false);
}

/** Where a submission's file lies in the uploads bucket. */
export const uploadKeyOf = ({ period, submitter }: SubmissionKey, fileName: string): string =>
  `${UPLOADS_PREFIX}${period}/${submitter}/${fileName}`;

/** What is said of a file that was taken in. */
export const sentAnswer = (
  sent: {
    readonly uploadId: string;
    readonly key: string;
    readonly size: number;
    readonly sha256: string | null;
  },
  repeated: boolean,
): Sent => ({
  id: sent.uploadId,
  fileName: sent.key.slice(sent.key.lastIndexOf('/') + 1),
  size: sent.size,
  sha256: sent.sha256,
  basedOn: sent.uploadId,
  status: `/api/uploads/${sent.uploadId}`,
  receipt: `/api/uploads/${sent.uploadId}/receipt`,
  repeated,
});

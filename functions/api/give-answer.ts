import { createHash } from 'node:crypto';
import type { ApiPorts } from '../../shared/api-ports.ts';
import { settleAnswer } from '../../shared/intake/settle-answer.ts';
import type { Answer, GivenAnswer } from '../../shared/submission.ts';
import { orderOf, type SubmissionKey } from '../../shared/upload.ts';
import type { Caller } from './identity/caller.ts';
import { Refusal } from './refusal.ts';
import { assertNewest, takeTurn } from './send-file.ts';

/** What somebody says in place of a table. */
export interface Answering {
  readonly submission: SubmissionKey;
  readonly caller: Caller;
  readonly kind: Answer['kind'];
  readonly reason: string;
  /** The newest upload or answer that the author knew of. */
  readonly basedOn: string;
}

/** As long as an upload's id. */
const ID_LENGTH = 26;

/**
 * Makes an answer the newest revision of a submission. Asked again, after a lost answer, it is the same
 * one: its id is made of what is said and what it is based on.
 */
export async function giveAnswer(answering: Answering, ports: ApiPorts): Promise<Answer> {
  const { submission, caller, basedOn } = answering;
  const id = answerId(answering);
  const head = await ports.submissions.head(submission);
  if (head?.answer?.id === id) return settled({ submission, answer: head.answer }, ports);
  const { closed } = await ports.submissions.bureauState(submission.period);
  if (closed !== null) throw new Refusal('period-closed');
  const turn = await takeTurn(submission, caller.name, ports);
  try {
    await assertNewest(submission, basedOn, turn, ports);
    return await settled({ submission, answer: await keep(answering, id, ports) }, ports);
  } finally {
    await ports.sendings.giveTurnBack(submission, turn.number);
  }
}

const answerId = ({ submission, kind, reason, basedOn }: Answering): string =>
  createHash('sha256')
    .update(JSON.stringify([submission.period, submission.submitter, kind, reason, basedOn]))
    .digest('hex')
    .slice(0, ID_LENGTH);

async function keep(
  { submission, caller, kind, reason }: Answering,
  id: string,
  { submissions, clock }: ApiPorts,
): Promise<Answer> {
  const revision = await submissions.reserveRevision(submission, id);
  const at = clock.now().toISOString();
  const order = orderOf({ eventTime: at, id });
  const { sub, name: by } = caller;
  const answer = { id, kind, revision, order, reason, sub, by, at, recalled: null };
  return submissions.keepAnswer(submission, answer);
}

async function settled(given: GivenAnswer, ports: ApiPorts): Promise<Answer> {
  await settleAnswer(given, ports);
  return given.answer;
}

import { giveAnswer } from '../../functions/api/give-answer.ts';
import type { Caller } from '../../functions/api/identity/caller.ts';
import { newestUpload } from '../../functions/api/newest-upload.ts';
import { Refusal } from '../../functions/api/refusal.ts';
import type { ApiPorts } from '../../shared/api-ports.ts';
import { takeAct } from '../../shared/review/take-act.ts';
import type { Answer } from '../../shared/submission.ts';
import type { SubmissionKey } from '../../shared/upload.ts';
import { wrapCalls } from '../failing-ports.ts';
import { type Attempt, portsOf, troubled } from './attempt.ts';
import { run } from './functions.ts';
import { type Intent, intend } from './people.ts';
import { type System, tell } from './system.ts';

/*
 * People at their pages: each click is a request to the API, which may die at any call. Some click again,
 * some go home; then the sweep has to do the rest.
 */

/** What the API's function is given, as `infra/` says, milliseconds. */
const ONE_REQUEST = { timeout: 30_000 };

/** A request that people make until it is answered, or leave. */
export interface Request {
  readonly what: string;
  readonly ask: (attempt: Attempt) => Promise<string>;
  isOver: boolean;
  isAtWork: boolean;
}

/** Somebody does something with a submission that anything is known of. */
export function doSomething(system: System): void {
  const { world, random, requests } = system;
  const heads = [...world.tables.heads.values()];
  const waiting = requests.filter(({ isAtWork }) => isAtWork).length;
  if (heads.length === 0 || waiting >= MOST_AT_ONCE) return;
  const head = random.pick(heads);
  const submission = { period: head.period, submitter: head.submitter };
  const intent = random.chance(ANSWERS) ? 'answer' : intend(system, head);
  if (intent === null) return;
  const request =
    intent === 'answer' ? answering(system, submission) : acting(system, submission, intent);
  requests.push(request);
  goOnAsking(system, request);
}

/** People who wait for an answer at the same time. */
const MOST_AT_ONCE = 3;

/** How many of the requests are answers in place of a table. */
const ANSWERS = 0.02;

/** Somebody clicks once more on something that they did before, or that was never answered. */
export function doItAgain(system: System): void {
  const idle = system.requests.filter(({ isAtWork }) => !isAtWork);
  if (idle.length > 0) goOnAsking(system, system.random.pick(idle.slice(-4)));
}

/** Asks again for some of what was never answered. */
export function askAgain(system: System): void {
  for (const request of system.requests) {
    if (!request.isOver && !request.isAtWork && system.random.chance(0.5))
      goOnAsking(system, request);
  }
}

function goOnAsking(system: System, request: Request): void {
  request.isAtWork = true;
  void run(system, 'people', request.what, ONE_REQUEST, async (attempt) => {
    const became = await request.ask(attempt);
    request.isOver = true;
    tell(system, `${request.what}: ${became}`);
  }).finally(() => {
    request.isAtWork = false;
  });
}

function acting(
  system: System,
  submission: SubmissionKey,
  { by, revision, action }: Intent,
): Request {
  const id = `act-${system.requests.length + 1}`;
  return {
    what: `${id} ${by.id} ${action.kind} ${submission.submitter}/${revision}`,
    isOver: false,
    isAtWork: false,
    async ask(attempt) {
      const at = new Date(system.now).toISOString();
      const result = await takeAct(
        { id, by, at, submission, revision, action },
        portsOf(system, attempt),
      );
      if (result.taken) system.taken.add(id);
      return result.taken ? 'taken' : result.refusal;
    },
  };
}

const UNIT: Caller = {
  sub: 'u1',
  name: '填报员',
  groups: ['unit'],
  units: [],
  mustChangePassword: false,
  expiresAt: 0,
};

function answering(system: System, submission: SubmissionKey): Request {
  const { random, requests } = system;
  const kind = random.pick<Answer['kind']>(['nil', 'not-public']);
  const name = `answer-${requests.length + 1}`;
  let basedOn: string | null = null;
  return {
    what: `${name} ${kind} ${submission.submitter}`,
    isOver: false,
    isAtWork: false,
    async ask(attempt) {
      const ports = apiPortsOf(system, attempt);
      const head = await ports.submissions.head(submission);
      const turn = await ports.sendings.lastSending(submission);
      basedOn ??= await newestUpload(head, turn, ports);
      try {
        const answering = { submission, caller: UNIT, kind, reason: name, basedOn };
        const answer = await giveAnswer(answering, ports);
        return `revision ${answer.revision}`;
      } catch (error) {
        if (error instanceof Refusal) return error.message;
        throw error;
      }
    },
  };
}

/** What an answer needs of the API's ports; it asks for nothing else. */
function apiPortsOf(system: System, attempt: Attempt): ApiPorts {
  const through = troubled(system, attempt);
  const { submissions, jobs, clock, outputs } = portsOf(system, attempt);
  const sendings = wrapCalls(
    'sendings',
    system.sendings,
    (call, name) =>
      (...args) =>
        through(name, async () => call(...args)),
  );
  const noting: typeof submissions = {
    ...submissions,
    reserveRevision(submission, id) {
      system.answers.add(id);
      return submissions.reserveRevision(submission, id);
    },
  };
  return { submissions: noting, jobs, clock, outputs, sendings } as unknown as ApiPorts;
}

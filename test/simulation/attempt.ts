import type { ErasableBucket } from '../../shared/operator-ports.ts';
import type { UploadsBucket } from '../../shared/ports.ts';
import { wrapPorts } from '../failing-ports.ts';
import type { AllPorts } from '../memory-ports.ts';
import { deadLetters } from './letters.ts';
import { post, type System, tell } from './system.ts';

/** Trouble that the weather made: the message comes back. Any other throw is a problem. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

/** One run of a function. */
export interface Attempt {
  readonly name: string;
  /** When it is killed, in milliseconds of the simulated clock. */
  readonly deadline: number;
  /** It purges: what others hold in their hands may be gone at their next step. */
  readonly purges?: boolean;
}

/** Does something outside, in an attempt that must wait for its turn and may die over it. */
export type Through = <Answer>(name: string, call: () => Promise<Answer>) => Promise<Answer>;

/** The ports of one attempt. */
export function portsOf(system: System, attempt: Attempt): AllPorts {
  const through = troubled(system, attempt);
  const { queues, ports } = system;
  const lagging = laggingIndexes(system);
  const outside: AllPorts = {
    ...ports,
    uploads: {
      ...ports.uploads,
      listUploads: () => listing(system, through),
      versionsBelow: versionsBelow(ports.uploads, through),
    },
    outputs: { ...ports.outputs, versionsBelow: versionsBelow(ports.outputs, through) },
    jobs: {
      intake: async (event) => post(system, queues.intake, event),
      render: async (job) => post(system, queues.render, job),
      summarise: async (job, delaySeconds = 0) =>
        post(system, queues.summarise, job, delaySeconds * 1000),
      publish: async (job) => post(system, queues.publish, job),
      bundle: ports.jobs.bundle,
    },
    notices: {
      send: (notice) => through('notices.send', () => ports.notices.send(notice)),
      sendReview: (notice) => through('notices.sendReview', () => ports.notices.sendReview(notice)),
      unsent: ({ uploadId }) => void system.unsent.add(uploadId),
    },
    deadLetters: deadLetters(system, through),
    clock: {
      ...ports.clock,
      pause: (milliseconds) => system.turns.wait(system.now + milliseconds),
    },
  };
  return wrapPorts(outside, (call, name) => async (...args) => {
    const answer = await through(name, async () => call(...args));
    return lagging(name, args, answer);
  });
}

/** Each call waits for its turn; the weather then decides what becomes of it. */
export function troubled(system: System, { name: who, deadline, purges }: Attempt): Through {
  const { turns, random } = system;
  const dies = (how: string): never => {
    tell(system, `${who}: ${how}`);
    throw new Trouble(how);
  };
  return async (name, call) => {
    await turns.wait();
    if (system.now > deadline) dies(`killed for taking too long, before ${name}`);
    if (random.chance(system.weather.refused)) dies(`died before ${name}`);
    if (OURS.includes(name) && random.chance(system.weather.faulty)) dies(`failed at ${name}`);
    if (purges === true) system.purgeCalls += 1;
    const answer = await call();
    if (random.chance(system.weather.unheard)) dies(`died after ${name}`);
    tell(system, `${who}: ${name}`);
    return answer;
  };
}

/** Where our own faults show: a deployment breaks them, the next one mends them. */
const OURS = ['reader.read', 'printer.print', 'workbooks.summary'];

const INDEXED = [
  'submissions.unfinishedUploads',
  'submissions.overdueReports',
  'submissions.periods',
  'submissions.uploadsOf',
];

/** Answers of indexes may be those of the time before. */
function laggingIndexes(system: System) {
  return (call: string, args: readonly unknown[], answer: unknown): unknown => {
    if (!INDEXED.includes(call)) return answer;
    const name = call === 'submissions.uploadsOf' ? `${call} ${JSON.stringify(args)}` : call;
    const before = system.indexAnswers.get(name);
    system.indexAnswers.set(name, answer);
    return before !== undefined && system.random.chance(system.weather.lagging) ? before : answer;
  };
}

/** Versions of the bucket, two a page, with the time they were stored at in whole seconds. */
async function* listing(
  { sent, world }: System,
  through: Through,
): ReturnType<UploadsBucket['listUploads']> {
  for (let from = 0; from < sent.length; from += 2) {
    yield through('uploads.listUploads', async () =>
      sent
        .slice(from, from + 2)
        .filter(({ event }) => [...world.uploads.values()].some((one) => one.event === event))
        .map(({ event }) => ({ ...event, eventTime: wholeSeconds(event.eventTime) })),
    );
  }
}

const wholeSeconds = (time: string): string => `${time.slice(0, 19)}.000Z`;

/** Versions page by page, each as it is when its turn comes. */
const versionsBelow = (bucket: ErasableBucket, through: Through) =>
  async function* pages(prefix: string): ReturnType<ErasableBucket['versionsBelow']> {
    const listed = bucket.versionsBelow(prefix)[Symbol.asyncIterator]();
    for (;;) {
      const page = await through('versionsBelow', () => listed.next());
      if (page.done === true) return;
      yield page.value;
    }
  };

import type { DeadLetters, UploadsBucket } from '../../shared/ports.ts';
import type { UploadEvent } from '../../shared/upload.ts';
import { wrapPorts } from '../failing-ports.ts';
import type { AllPorts } from '../memory-ports.ts';
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
}

/** Does something outside, in an attempt that must wait for its turn and may die over it. */
type Through = <Answer>(name: string, call: () => Promise<Answer>) => Promise<Answer>;

/** The ports of one attempt. */
export function portsOf(system: System, attempt: Attempt): AllPorts {
  const through = troubled(system, attempt);
  const { queues, ports } = system;
  const lagging = laggingIndexes(system);
  const outside: AllPorts = {
    ...ports,
    uploads: { ...ports.uploads, listUploads: () => listing(system, through) },
    jobs: {
      intake: async (event) => post(system, queues.intake, event),
      render: async (job) => post(system, queues.render, job),
      summarise: async (job) => post(system, queues.summarise, job),
      publish: ports.jobs.publish,
    },
    notices: {
      send: (notice) => through('notices.send', () => ports.notices.send(notice)),
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
    return lagging(name, answer);
  });
}

/** Each call waits for its turn; the weather then decides what becomes of it. */
function troubled(system: System, { name: who, deadline }: Attempt): Through {
  const { turns, random } = system;
  const dies = (how: string): never => {
    tell(system, `${who}: ${how}`);
    throw new Trouble(how);
  };
  return async (name, call) => {
    await turns.wait();
    if (system.now > deadline) dies(`killed for taking too long, before ${name}`);
    if (random.chance(system.weather.refused)) dies(`died before ${name}`);
    const answer = await call();
    if (random.chance(system.weather.unheard)) dies(`died after ${name}`);
    tell(system, `${who}: ${name}`);
    return answer;
  };
}

const INDEXED = [
  'submissions.unfinishedUploads',
  'submissions.overdueReports',
  'submissions.periods',
];

/** Answers of indexes may be those of the time before. */
function laggingIndexes(system: System) {
  return (name: string, answer: unknown): unknown => {
    if (!INDEXED.includes(name)) return answer;
    const before = system.indexAnswers.get(name);
    system.indexAnswers.set(name, answer);
    return before !== undefined && system.random.chance(system.weather.lagging) ? before : answer;
  };
}

/** Versions of the bucket, two a page, with the time they were stored at in whole seconds. */
async function* listing(
  { sent }: System,
  through: Through,
): ReturnType<UploadsBucket['listUploads']> {
  for (let from = 0; from < sent.length; from += 2) {
    yield through('uploads.listUploads', async () =>
      sent
        .slice(from, from + 2)
        .filter(({ removed }) => !removed)
        .map(({ event }) => ({ ...event, eventTime: wholeSeconds(event.eventTime) })),
    );
  }
}

const wholeSeconds = (time: string): string => `${time.slice(0, 19)}.000Z`;

/** The longest a letter is hidden while a sweep deals with it, milliseconds. */
const LETTER_HIDDEN = 30_000;

const deadLetters = (system: System, through: Through): DeadLetters => ({
  async drain(bury: (uploads: readonly UploadEvent[]) => Promise<void>) {
    const queue = system.queues.deadLetters;
    for (let read = 0; ; read += 1) {
      const letter = await through('deadLetters.receive', async () =>
        queue.receive(system.now, system.now + LETTER_HIDDEN),
      );
      if (letter === null) return { read, unreadable: 0 };
      await bury([letter.body]);
      await through('deadLetters.delete', async () => queue.remove(letter));
    }
  },
});

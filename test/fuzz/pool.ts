import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a child is asked. */
export interface Question {
  readonly seed: number;
}

/** What became of a seed. */
export interface Answer {
  readonly seed: number;
  /** Nothing when all holds. */
  readonly problems: readonly string[];
  /** `table`, or why there is none. */
  readonly end: string;
  /** Milliseconds of processor time. */
  readonly milliseconds: number;
  /** What was done to which sample. */
  readonly story: readonly string[];
}

/** How a pool of children works; all but `answered` for tests of the pool itself. */
export interface PoolOptions {
  /** Called for each seed, in the order in which they are done. */
  readonly answered: (answer: Answer) => void;
  readonly children?: number;
  /** Script of a child. */
  readonly script?: string;
  /** Milliseconds after which a child without an answer is killed. */
  readonly patience?: number;
}

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));

/** Heap of a child in MiB: a file that needs more kills it, and that is a failure of its seed. */
const HEAP = 512;

/**
 * A busy machine may take long over anything: a seed whose child was killed is tried once more in a
 * fresh one, with this many times the patience. What hangs hangs there too.
 */
const SECOND_PATIENCE = 4;

const DEFAULT_PATIENCE = 5_000;

/** Examines every seed in long-lived children; a child that hangs or dies is replaced. */
export async function examineSeeds(seeds: Iterable<number>, options: PoolOptions): Promise<void> {
  const left = seeds[Symbol.iterator]();
  const { children = 2, patience = DEFAULT_PATIENCE } = options;
  await Promise.all(
    Array.from({ length: children }, async () => {
      let child: Child | undefined;
      for (let next = left.next(); !next.done; next = left.next()) {
        child ??= await startChild(options.script ?? CHILD);
        let answer = await child.ask(next.value, patience);
        if (answer === 'killed') {
          child = await startChild(options.script ?? CHILD);
          answer = await child.ask(next.value, patience * SECOND_PATIENCE);
        }
        if (answer === 'killed' || answer.end === 'died') child = undefined;
        options.answered(answer === 'killed' ? hung(next.value, patience) : answer);
      }
      child?.stop();
    }),
  );
}

interface Child {
  /** The answer, or `killed` when none came in `patience` milliseconds. */
  readonly ask: (seed: number, patience: number) => Promise<Answer | 'killed'>;
  readonly stop: () => void;
}

async function startChild(script: string): Promise<Child> {
  const child = fork(script, {
    execArgv: [`--max-old-space-size=${HEAP}`],
    // The vendor grumbles on the console; a death is told by its exit code.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} at its start`)));
  });
  child.removeAllListeners('exit');
  return { ask: (seed, patience) => ask(child, seed, patience), stop: () => child.disconnect() };
}

const ask = (child: ChildProcess, seed: number, patience: number): Promise<Answer | 'killed'> =>
  new Promise((resolve) => {
    const end = (answer: Answer | 'killed'): void => {
      clearTimeout(timer);
      child.removeAllListeners('message');
      child.removeAllListeners('exit');
      resolve(answer);
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      end('killed');
    }, patience);
    child.once('message', (answer) => end(answer as Answer));
    child.once('exit', (code, signal) =>
      end(unanswered(seed, 'died', `the child died: ${signal ?? code}`)),
    );
    child.send({ seed } satisfies Question);
  });

const hung = (seed: number, patience: number): Answer =>
  unanswered(
    seed,
    'hung',
    `no answer in ${patience} ms, nor in ${patience * SECOND_PATIENCE} ms in a fresh child`,
  );

const unanswered = (seed: number, end: string, problem: string): Answer => ({
  seed,
  problems: [problem],
  end,
  milliseconds: Number.NaN,
  story: [],
});

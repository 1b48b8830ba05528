import type { RenderJob, SummariseJob } from '../../shared/ports.ts';
import { purge } from '../../shared/purge/purge-key.ts';
import type { UploadEvent } from '../../shared/upload.ts';
import { type AllPorts, deliver, type FileRows, makeWorld, type World } from '../memory-ports.ts';
import { makeQueue, type Queue } from './queue.ts';
import type { Random } from './random.ts';
import { makeTurns, type Turns } from './turns.ts';
import type { Weather } from './weather.ts';

/** The stages that a queue wakes. */
export type Stage = 'intake' | 'render' | 'summarise';

/** A queue for each stage. */
export interface StageQueues {
  readonly intake: Queue<UploadEvent>;
  readonly render: Queue<RenderJob>;
  readonly summarise: Queue<SummariseJob>;
}

export interface Queues extends StageQueues {
  /** The sweep takes those of intake; the others' lie there until somebody puts them back. */
  readonly deadLetters: StageQueues;
}

/** Somebody asked for a key to be purged, and keeps asking until it is done. */
export interface AskedPurge {
  readonly key: string;
  done: boolean;
  atWork: boolean;
}

/** A version that was put into the uploads bucket. */
export interface Sent {
  readonly event: UploadEvent;
  readonly file: FileRows | 'JPEG';
  removed: boolean;
}

/** What a test of the simulation itself breaks on purpose. */
export interface Sabotage {
  readonly ports?: (ports: AllPorts, world: World) => AllPorts;
  readonly deliver?: typeof deliver;
  readonly purge?: typeof purge;
  /** Nobody puts dead letters back. */
  readonly forgetful?: boolean;
}

/** Everything of a run that changes, and what it is driven by. */
export interface System {
  readonly world: World;
  readonly ports: AllPorts;
  readonly deliver: typeof deliver;
  readonly purge: typeof purge;
  readonly queues: Queues;
  readonly turns: Turns;
  readonly random: Random;
  readonly sent: Sent[];
  weather: Weather;
  /** When the weather became calm. */
  calmSince: number;
  /** When each upload was first seen to be final. */
  readonly finalAt: Map<string, number>;
  /** Milliseconds since 1970; moved by the simulation alone. */
  now: number;
  /** What each index answered last. */
  readonly indexAnswers: Map<string, unknown>;
  /** How many runs of each function are under way. */
  readonly running: Record<Stage | 'sweep' | 'operator', number>;
  readonly purges: AskedPurge[];
  /** Calls that purges have made. */
  purgeCalls: number;
  /** Uploads of which a notice could not be sent. */
  readonly unsent: Set<string>;
  /** What must not happen and did. */
  readonly problems: Set<string>;
  readonly story: string[];
}

const START = Date.parse('2022-03-01T00:00:00.000Z');

/** A system at rest: the period 2021, two departments, and nothing received yet. */
export async function makeSystem(
  random: Random,
  weather: Weather,
  sabotage: Sabotage = {},
): Promise<System> {
  const world = await makeWorld();
  await world.ports.submissions.putUnits(DEPARTMENTS);
  const system: System = {
    world,
    ports: sabotage.ports?.(world.ports, world) ?? world.ports,
    deliver: sabotage.deliver ?? deliver,
    purge: sabotage.purge ?? purge,
    queues: makeQueues(random, () => system.now),
    turns: makeTurns(random),
    random,
    sent: [],
    weather,
    now: START,
    calmSince: START,
    finalAt: new Map(),
    indexAnswers: new Map(),
    running: { intake: 0, render: 0, summarise: 0, sweep: 0, operator: 0 },
    purges: [],
    purgeCalls: 0,
    unsent: new Set(),
    problems: new Set(),
    story: [],
  };
  letTimePass(system, 0);
  return system;
}

/** The second goes by the first one's name too, which is what every sheet here says. */
export const DEPARTMENTS = [
  { code: 'LG-FGJ', name: '深圳市龙岗区发展和改革局', aliases: [], parent: null },
  { code: 'LG-GXJ', name: '经促局', aliases: ['深圳市龙岗区发展和改革局'], parent: null },
] as const;

function makeQueues(random: Random, now: () => number): Queues {
  const deadLetters: StageQueues = {
    intake: makeQueue(random, null),
    render: makeQueue(random, null),
    summarise: makeQueue(random, null),
  };
  return {
    intake: makeQueue(random, (event) => deadLetters.intake.send(event, now())),
    render: makeQueue(random, (job) => deadLetters.render.send(job, now())),
    summarise: makeQueue(random, (job) => deadLetters.summarise.send(job, now())),
    deadLetters,
  };
}

export function letTimePass(system: System, milliseconds: number): void {
  system.now += milliseconds;
  system.world.now = new Date(system.now).toISOString();
}

/** Writes a line of the story. */
export const tell = (system: System, line: string): void =>
  void system.story.push(`${new Date(system.now).toISOString().slice(11, 23)} ${line}`);

/** Puts a message on its way, after a delay in milliseconds; in bad weather it may take long, or come twice. */
export function post<Body>(system: System, queue: Queue<Body>, body: Body, delay = 0): void {
  const { random, weather } = system;
  const copies = random.chance(weather.doubled) ? 2 : 1;
  for (let copy = 1; copy <= copies; copy += 1) {
    queue.send(body, system.now + delay + random.below(weather.delay + 1));
  }
}

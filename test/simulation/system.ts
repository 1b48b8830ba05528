import { purge } from '../../shared/purge/purge-key.ts';
import { type ReviewPolicy, reviewPolicyOf } from '../../shared/review-policy.ts';
import type { Sendings } from '../../shared/store/sendings.ts';
import type { UploadEvent } from '../../shared/upload.ts';
import { type AllPorts, deliver, makeWorld, PERIOD, type World } from '../memory-ports.ts';
import { memorySendings } from '../memory-sendings.ts';
import type { Request } from './acting.ts';
import { watchedBucket } from './public-bucket.ts';
import type { Queue } from './queue.ts';
import type { Random } from './random.ts';
import type { ActsOnRecord } from './recorded-acts.ts';
import { POLICY, type SentFile } from './sent-files.ts';
import { makeQueues, type Queues, type Stage } from './stage-queues.ts';
import { withStandIns } from './stand-ins.ts';
import { makeTurns, type Turns } from './turns.ts';
import type { Weather } from './weather.ts';

/** Somebody asked for a key to be purged, and keeps asking until it is done. */
export interface AskedPurge {
  readonly key: string;
  done: boolean;
  atWork: boolean;
}

/** A version that was put into the uploads bucket. */
export interface Sent {
  readonly event: UploadEvent;
  readonly file: SentFile;
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
  readonly running: Record<Stage | 'sweep' | 'operator' | 'people', number>;
  readonly purges: AskedPurge[];
  /** Calls that purges have made. */
  purgeCalls: number;
  /** How the period is reviewed. */
  readonly reviewPolicy: ReviewPolicy;
  readonly sendings: Sendings;
  /** What people have asked the API for. */
  readonly requests: Request[];
  /** Ids of answers that somebody gave, or wanted to. */
  readonly answers: Set<string>;
  /** Acts that somebody was told are taken. */
  readonly taken: Set<string>;
  /** What the acts on record come to. */
  readonly onRecord: ActsOnRecord;
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
  const review = drawReview(random);
  await world.ports.submissions.putUnits(UNITS);
  await world.ports.submissions.putPeriods([{ ...PERIOD, policy: POLICY, review }]);
  const bucket = watchedBucket(world.ports.publicFiles, () => system);
  Object.assign(world.ports, withStandIns(world.ports), { publicFiles: bucket });
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
    running: { intake: 0, render: 0, summarise: 0, publish: 0, sweep: 0, operator: 0, people: 0 },
    purges: [],
    purgeCalls: 0,
    reviewPolicy: reviewPolicyOf({ review }),
    sendings: memorySendings(),
    requests: [],
    answers: new Set(),
    taken: new Set(),
    onRecord: new Map(),
    unsent: new Set(),
    problems: new Set(),
    story: [],
  };
  letTimePass(system, 0);
  return system;
}

/**
 * The second goes by the first one's name too, which is what every sheet here says, and has a department
 * above it that forwards what it sends.
 */
const UNITS = [
  { code: 'LG-FGJ', name: '深圳市龙岗区发展和改革局', aliases: [], parent: null },
  { code: 'LG-GXJ', name: '经促局', aliases: ['深圳市龙岗区发展和改革局'], parent: 'LG-ZGJ' },
  { code: 'LG-ZGJ', name: '主管局', aliases: [], parent: null },
] as const;

/** It comes and goes: see `changeJudge`. Nobody is above it. */
export const DEPARTMENT = UNITS[0];

/** How a period is reviewed: mostly as usual. */
const drawReview = (random: Random): Partial<ReviewPolicy> => ({
  ...(random.chance(0.5) ? { forwarding: false } : {}),
  ...(random.chance(0.25) ? { fourEyes: true } : {}),
  ...(random.chance(0.5) ? { explanations: false } : {}),
  ...(random.chance(0.25) ? { signatures: 1 } : {}),
});

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

import { askAgain, doItAgain, doSomething } from './acting.ts';
import { publishAgain } from './check-public.ts';
import { readyStages, STAGES, startSweep, wake } from './functions.ts';
import { brokenInvariants } from './invariants.ts';
import { askAgainForPurges, askForPurge, redriveLetters } from './operator.ts';
import { wakePublish } from './publish-batch.ts';
import { randomFrom } from './random.ts';
import { letTimePass, makeSystem, type Sabotage, type System, tell } from './system.ts';
import { changeJudge, deleteUpload, sendUpload } from './traffic.ts';
import { earliest, everybodyWaits } from './turns.ts';
import { type Watch, watchOver } from './watch.ts';
import { CALM, drawWeather, type Weather } from './weather.ts';

/** What came of a seed. */
export interface Outcome {
  readonly seed: number;
  /** What must hold and did not; empty when all is well. */
  readonly problems: readonly string[];
  /** What happened, a line an event. */
  readonly story: readonly string[];
}

/** Runs the system through the trouble of a seed, lets it come to rest, and looks at what is left. */
export async function simulate(seed: number, sabotage: Sabotage = {}): Promise<Outcome> {
  const random = randomFrom(seed);
  const weather = drawWeather(random);
  const system = await makeSystem(random, weather, sabotage);
  tell(system, `weather ${JSON.stringify(weather)}`);
  const watch = watchOver(system);
  if (weather.acting > 0) await quietDays(system, watch);
  await weatherTheStorm(system, watch);
  tell(system, 'calm');
  system.calmSince = system.now;
  // While the last of the storm is still at work.
  if (weather.purged > 0) askForPurge(system);
  if (weather.acting > 0) doSomething(system);
  system.weather = CALM;
  const atRest = await comeToRest(system, watch, sabotage);
  if (atRest) {
    for (const problem of brokenInvariants(system)) system.problems.add(problem);
    await publishAgain(system);
  } else system.problems.add(`comes-to-rest: not at rest after ${MOST_ROUNDS} sweeps`);
  return { seed, problems: [...system.problems], story: system.story };
}

/** Uploads in a run. */
const MOST_UPLOADS = 9;
/** Events in the storm: enough for every upload to be taken in, and some to be tried again. */
const EVENTS = 600;
/** Uploads and acts before the storm, where people act. */
const QUIET_UPLOADS = 3;
const QUIET_ACTS = 16;

/** Some things are sent and decided before the storm, so that it finds something to tear at. */
async function quietDays(system: System, watch: Watch): Promise<void> {
  const { random, weather } = system;
  system.weather = CALM;
  for (let upload = random.below(QUIET_UPLOADS); upload >= 0; upload -= 1) {
    sendUpload(system);
    await goOnUntil(system, watch, system.now + MINUTE);
  }
  for (let act = random.below(QUIET_ACTS); act > 0; act -= 1) {
    doSomething(system);
    await goOnUntil(system, watch, system.now + MINUTE);
  }
  system.weather = weather;
}
/** Simulated milliseconds an event takes at most. */
const EVENT_TIME = 400;

async function weatherTheStorm(system: System, watch: Watch): Promise<void> {
  const { random } = system;
  let uploads = 2 + random.below(MOST_UPLOADS - 1 - system.sent.length);
  for (let event = 0; event < EVENTS; event += 1) {
    letTimePass(system, random.below(EVENT_TIME));
    if (uploads > 0 && random.chance(0.04)) {
      sendUpload(system);
      uploads -= 1;
      continue;
    }
    const strike = STRIKES.find(([kind, often]) => random.chance(often * system.weather[kind]));
    if (strike === undefined) await goOnOrWait(system, watch);
    else strike[2](system);
  }
}

/** What people do in between: by what it is in the weather, and how often that comes, an event. */
const STRIKES: readonly (readonly [keyof Weather, number, (system: System) => void])[] = [
  ['deleted', 0.01, deleteUpload],
  ['changed', 0.05, changeJudge],
  ['purged', 0.02, askForPurge],
  ['purged', 0.02, askAgainForPurges],
  ['redriven', 0.05, (system) => redriveLetters(system)],
  ['acting', 0.08, doSomething],
  ['acting', 0.01, doItAgain],
];

const MINUTE = 60_000;

async function goOnOrWait(system: System, watch: Watch): Promise<void> {
  const { random } = system;
  const drawn = random.below(100);
  if (drawn === 0) startSweep(system);
  else if (drawn <= 2) letTimePass(system, random.below(15 * MINUTE));
  else await goOn(system, watch);
}

/** Somebody takes a turn, or a message wakes a stage. False if there is nothing to do now. */
async function goOn(system: System, watch: Watch): Promise<boolean> {
  const { turns, random } = system;
  const ready = readyStages(system);
  const nextTurn = turns.nextDue();
  const isDue = nextTurn !== null && nextTurn <= system.now;
  if (ready.length > 0 && (!isDue || random.chance(0.3))) {
    const stage = random.pick(ready);
    if (stage === 'publish') wakePublish(system);
    else wake(system, stage);
    await everybodyWaits();
    return true;
  }
  if (!isDue) return false;
  await turns.next(system.now);
  watch();
  return true;
}

/** Sweeps in calm weather; more would mean that something goes in circles. */
const MOST_ROUNDS = 100;
/** Minutes from one sweep to the next. */
const SWEEP_EVERY = 5;
/** Sweeps in a row that find nothing to do, so that whatever was pending has become overdue meanwhile. */
const QUIET_SWEEPS = 3;

/** Lets the system go on until nothing is left to be done; false if that never comes. */
export async function comeToRest(
  system: System,
  watch: Watch,
  { forgetful = false }: Sabotage,
): Promise<boolean> {
  let quiet = 0;
  for (let round = 1; round <= MOST_ROUNDS && quiet < QUIET_SWEEPS; round += 1) {
    askAgainForPurges(system);
    askAgain(system);
    if (!forgetful) redriveAll(system);
    startSweep(system, ({ stuck, failed, ...found }) => {
      const ended = stuck.length + failed.length;
      quiet += 1;
      if (ended > 0 || Object.values(found).some((count) => count > 0)) quiet = 0;
    });
    await goOnUntil(system, watch, system.now + SWEEP_EVERY * MINUTE);
    if (nextEvent(system) !== null) quiet = 0;
  }
  return quiet >= QUIET_SWEEPS;
}

/** When somebody can go on by themselves: a turn that is due, a message that is visible. */
function nextEvent({ turns, queues }: System): number | null {
  const times = [turns.nextDue(), ...STAGES.map((stage) => queues[stage].nextVisible())];
  return earliest(times.filter((time) => time !== null));
}

/** Whoever can goes on, up to a time of the clock. */
async function goOnUntil(system: System, watch: Watch, until: number): Promise<void> {
  await everybodyWaits();
  while (system.now < until) {
    letTimePass(system, 1);
    if (await goOn(system, watch)) continue;
    const next = nextEvent(system) ?? until;
    letTimePass(system, Math.max(0, Math.min(next, until) - system.now));
  }
}

/** Whoever puts letters back may be too late for those of intake: then the sweep has ended them. */
function redriveAll(system: System): void {
  for (const stage of STAGES) {
    if (stage !== 'intake' || system.random.chance(0.5)) redriveLetters(system, stage);
  }
}

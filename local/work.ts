import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { type RunningSite, startSite } from './http/start-site.ts';
import { type FunctionPool, functionPool } from './lambda/function-pool.ts';
import { startPoller } from './lambda/queue-poller.ts';
import type { Queues } from './lambda/queues.ts';
import { startSchedule } from './lambda/schedule.ts';
import { StartError } from './start-error.ts';
import type { MappingWiring, Wiring } from './wiring/wiring.ts';

/** What the functions run with, and what calls them. */
export interface WorkSettings {
  readonly wiring: Wiring;
  readonly queues: Queues;
  /** Endpoint of S3. */
  readonly s3: string;
  /** Of portal and API; 0 takes a free one. */
  readonly port: number;
  /** Folder for what the functions print. */
  readonly logs: string;
  readonly log: (line: string) => void;
  /** Of every function, besides its own. */
  readonly environment: Readonly<Record<string, string>>;
  /** True to name the portal's real address to functions that are told one; else they are told none. */
  readonly tellsPortal: boolean;
}

/** Functions at work. */
export interface RunningWork {
  /** Where browsers reach them; null when the template has no distribution. */
  readonly portal: string | null;
  /** Lets what is under way finish for a while, then ends it. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds that work under way gets to finish. */
const PATIENCE = 10_000;

/** Starts the functions' pools, and what calls them: queues, schedules, browsers. */
export async function startWork(settings: WorkSettings): Promise<RunningWork> {
  const { wiring, queues, log } = settings;
  const pools = new Map<string, FunctionPool>();
  const poolOf = (name: string): FunctionPool => {
    const pool = pools.get(name);
    if (pool === undefined) throw unknownFunction(name);
    return pool;
  };
  assertAnswered(wiring);
  // The site's port is known once it is open; nobody is answered before the pools are there.
  const site = await openSite(settings, poolOf);
  const portal = settings.tellsPortal ? (site?.endpoint ?? null) : null;
  for (const one of wiring.functions) {
    const environment = withPortal(one.environment, portal);
    const pool = functionPool({ ...one, environment }, settings.environment, settings.logs);
    pools.set(one.name, pool);
  }
  const callers = [
    ...wiring.mappings.map((mapping) =>
      startPoller(withinMachine(mapping), queues, poolOf(mapping.function).invoke, log),
    ),
    ...wiring.schedules.map((schedule) =>
      startSchedule(schedule, poolOf(schedule.function).invoke, log),
    ),
  ];
  return {
    portal: site?.endpoint ?? null,
    async stop() {
      const finished = Promise.all([site?.stop(), ...callers.map((caller) => caller.stop())]);
      await Promise.race([finished, pause(PATIENCE, undefined, { ref: false })]);
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
      await finished;
    },
  };
}

const unknownFunction = (name: string): StartError =>
  new StartError(`模板中没有函数 ${name}`, `the template has no function ${name}`);

/** Throws StartError for a route to a function that the template has not. */
function assertAnswered({ apis, functions }: Wiring): void {
  const known = new Set(functions.map(({ name }) => name));
  for (const { routes } of apis) {
    for (const route of routes)
      if (!known.has(route.function)) throw unknownFunction(route.function);
  }
}

/** A function's environment with the portal as it is reached here; the template's is reached nowhere. */
function withPortal(
  { PORTAL_ORIGIN: named, ...environment }: Readonly<Record<string, string>>,
  portal: string | null,
): Readonly<Record<string, string>> {
  return named === undefined || portal === null
    ? environment
    : { ...environment, PORTAL_ORIGIN: portal };
}

/** The one origin that browsers see; null when the template has none. */
async function openSite(
  { wiring, s3, port, log }: WorkSettings,
  poolOf: (name: string) => FunctionPool,
): Promise<RunningSite | null> {
  const [site, another] = wiring.sites;
  if (site === undefined) return null;
  if (another !== undefined) {
    throw new StartError(
      `模板中有不止一个 CDN 分配：${site.name}、${another.name}`,
      `the template has more than one distribution: ${site.name}, ${another.name}`,
    );
  }
  return startSite({
    site,
    apis: wiring.apis,
    buckets: wiring.buckets,
    s3,
    port,
    invoke: (name, event) => poolOf(name).invoke(event),
    log,
  });
}

/** More processes at once than processors would only take memory from each other. */
const withinMachine = (mapping: MappingWiring): MappingWiring => ({
  ...mapping,
  maxConcurrency: Math.min(mapping.maxConcurrency, Math.max(2, availableParallelism())),
});

import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { hasApi } from './http/answer.ts';
import { type RunningSite, startSite } from './http/start-site.ts';
import { type FunctionPool, functionPool } from './lambda/function-pool.ts';
import { startPoller } from './lambda/queue-poller.ts';
import type { Queues } from './lambda/queues.ts';
import { startSchedule } from './lambda/schedule.ts';
import type { Ports } from './ports.ts';
import { StartError } from './start-error.ts';
import type { MappingWiring, Wiring } from './wiring/wiring.ts';

/** What the functions run with, and what calls them. */
export interface WorkSettings {
  readonly wiring: Wiring;
  readonly queues: Queues;
  /** Endpoint of S3. */
  readonly s3: string;
  /** Of portal and API, and of the public site; 0 takes a free one. */
  readonly ports: Pick<Ports, 'portal' | 'publicSite'>;
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
  /** Where browsers reach portal and API, and the public site; null when the template has no such distribution. */
  readonly portal: string | null;
  readonly publicSite: string | null;
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
  // The sites' ports are known once they are open; nobody is answered before the pools are there.
  const { portal, publicSite } = await openSites(settings, poolOf);
  const told = settings.tellsPortal ? (portal?.endpoint ?? null) : null;
  for (const one of wiring.functions) {
    const environment = withPortal(one.environment, told);
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
    portal: portal?.endpoint ?? null,
    publicSite: publicSite?.endpoint ?? null,
    async stop() {
      const finished = Promise.all([
        portal?.stop(),
        publicSite?.stop(),
        ...callers.map((caller) => caller.stop()),
      ]);
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

/** What browsers see: the distribution with an API behind it is the portal, the one without the public site. */
async function openSites(
  { wiring, s3, ports, log }: WorkSettings,
  poolOf: (name: string) => FunctionPool,
) {
  const { apis, buckets, sites } = wiring;
  const invoke = (name: string, event: unknown) => poolOf(name).invoke(event);
  const open = async (isPortal: boolean, port: number): Promise<RunningSite | null> => {
    const [site, another] = sites.filter((each) => isPortal === hasApi(each));
    if (another !== undefined) {
      throw new StartError(
        `模板中有不止一个同类的 CDN 分配：${site?.name}、${another.name}`,
        `the template has more than one distribution of a kind: ${site?.name}, ${another.name}`,
      );
    }
    return site === undefined ? null : startSite({ site, apis, buckets, s3, port, invoke, log });
  };
  return {
    portal: await open(true, ports.portal),
    publicSite: await open(false, ports.publicSite),
  };
}

/** More processes at once than processors would only take memory from each other. */
const withinMachine = (mapping: MappingWiring): MappingWiring => ({
  ...mapping,
  maxConcurrency: Math.min(mapping.maxConcurrency, Math.max(2, availableParallelism())),
});

import type { AllPorts } from './memory-ports.ts';

/** The process dies here. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Whether a call that dies had its effect already. */
export type CrashPoint = 'before' | 'after';

/** Turns a call to a port into another. */
export type Wrap = (
  call: (...args: unknown[]) => unknown,
  name: string,
) => (...args: unknown[]) => unknown;

/** They answer page by page. */
const LISTINGS = ['listUploads', 'versionsBelow'];

/** Every function of every port wrapped, except the clock and the pure ones. */
export function wrapPorts(ports: AllPorts, wrap: Wrap): AllPorts {
  const wrapped: Record<string, unknown> = { ...ports };
  for (const name of [
    'submissions',
    'removals',
    'uploads',
    'outputs',
    'publicFiles',
    'jobs',
    'reader',
    'workbooks',
    'printer',
  ]) {
    wrapped[name] = wrapCalls(
      name,
      ports[name as Exclude<keyof AllPorts, 'portalOrigin' | 'people'>],
      wrap,
    );
  }
  return wrapped as unknown as AllPorts;
}

/** Every function of one port wrapped. */
export function wrapCalls<Port extends object>(name: string, port: Port, wrap: Wrap): Port {
  const calls = Object.entries(port).map(([call, made]) => {
    if (typeof made !== 'function' || LISTINGS.includes(call)) return [call, made];
    return [call, wrap(made as (...args: unknown[]) => unknown, `${name}.${call}`)];
  });
  return Object.fromEntries(calls) as Port;
}

/** Ports whose n-th call (from 1) dies, before or after its effect; earlier ones work. */
export function failingPorts(ports: AllPorts, n: number, point: CrashPoint): AllPorts {
  let calls = 0;
  return wrapPorts(ports, (call, name) => async (...args) => {
    calls += 1;
    if (calls !== n) return call(...args);
    if (point === 'after') await call(...args);
    throw new Crash(`${point} ${name}`);
  });
}

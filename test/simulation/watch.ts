import type { System } from './system.ts';

/** Looks at the system and notes what must never happen, not even for a moment. */
export type Watch = () => void;

/** Watches what may only go forward, and what may not change once it is final. */
export function watchOver(system: System): Watch {
  const { tables, outputs } = system.world;
  const final = remember(system);
  const forward = neverBack(system);
  return () => {
    for (const [id, { upload }] of tables.uploads) {
      if (upload.outcome === null) continue;
      final(`the final status of upload ${id}`, JSON.stringify(upload.outcome));
      for (const key of Object.values(upload.outcome.outputs)) {
        final(`${key} of a final upload`, outputs.get(key) ?? 'not there');
      }
    }
    for (const [name, { latest, current }] of tables.heads) {
      if (latest !== null) forward(`latest of ${name}`, latest.order);
      if (current !== null) forward(`current of ${name}`, current.order);
    }
    for (const [period, { state }] of tables.periods) {
      forward(`generation of ${period}`, state.generation);
      forward(`summary of ${period}`, state.summary);
    }
  };
}

/** Notes a value that is not what it was when it was first seen. */
function remember({ problems }: System) {
  const seen = new Map<string, string>();
  return (name: string, value: string): void => {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, value);
    else if (first !== value) problems.add(`${name} changed`);
  };
}

/** Notes a value that is less than it was. */
function neverBack({ problems }: System) {
  const reached = new Map<string, string | number>();
  return (name: string, value: string | number): void => {
    const before = reached.get(name);
    if (before !== undefined && value < before) problems.add(`${name} went back`);
    reached.set(name, value);
  };
}

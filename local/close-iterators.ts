import { Level } from 'level';

/** What `Level` hands out to be read from. */
interface Closable {
  readonly close: () => Promise<void>;
}

let done = false;

/**
 * dynalite reads by iterators that it ends by a `return` which theirs lack, so that none is ever closed: each
 * keeps in memory and on disk all that was there when it was opened, however often that is written over.
 * Gives them one. Harmless to repeat.
 */
export function letIteratorsClose(): void {
  if (done) return;
  done = true;
  for (const name of ['keys', 'values'] as const) {
    const open = Level.prototype[name] as (...given: unknown[]) => Closable;
    const opened = function (this: Level, ...given: unknown[]): Closable {
      const iterator = open.apply(this, given);
      return Object.assign(iterator, { return: () => iterator.close() });
    };
    Object.assign(Level.prototype, { [name]: opened });
  }
}

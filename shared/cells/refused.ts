import type { Damage, Heaviness, Refusal, TooHeavy } from './read-result.ts';

/**
 * Leaves the reader from wherever it finds that a file must be refused. Thrown and caught inside this
 * folder only: `readPacked` turns it into a value.
 */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`refused: ${refusal.kind}`);
    this.refusal = refusal;
  }
}

/** A file beyond a limit. */
export const tooHeavy = (
  why: Heaviness,
  limit: number,
  place: Pick<TooHeavy, 'sheet' | 'cell'> = {},
): Refused => new Refused({ kind: 'too-heavy', why, limit, ...place });

/** A file that is not as a spreadsheet program leaves it. */
export const damaged = (how: Damage): Refused => new Refused({ kind: 'damaged', how });

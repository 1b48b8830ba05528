import type { Fen } from './money.ts';

/**
 * Where judgement draws its lines. The usual ones stand here; a form or a period may draw others
 * (`FormDefinition.thresholds`, `Period.thresholds`).
 */
export interface Thresholds {
  /** W0: an execution rate below this must be explained. Percent. */
  readonly lowExecution: number;
  /** W4: a rate below this does not go with 无 or 不需要整改. Percent. */
  readonly notableExecution: number;
  /** W4: nor does so much money left unspent. Fen. */
  readonly notableUnspent: Fen;
  /** W13: an amount so many times larger or smaller than its like may be in another unit. */
  readonly magnitudeFactor: number;
  /** W13: amounts a column must hold before they are compared with each other. */
  readonly magnitudeAmounts: number;
  /** W8: characters, blanks and punctuation apart, from which on a text is long. */
  readonly longText: number;
  /** Against last year: characters from which on the same completion is told. */
  readonly repeatedCompletion: number;
  /** Against last year: a budget so many times larger or smaller has jumped. */
  readonly budgetJumpFactor: number;
  /** Against last year: a smaller change than this is no jump. Fen. */
  readonly budgetJumpAmount: Fen;
}

/** The usual lines. */
export const THRESHOLDS: Thresholds = {
  lowExecution: 80,
  notableExecution: 90,
  notableUnspent: 100_000_000,
  magnitudeFactor: 10_000,
  magnitudeAmounts: 3,
  longText: 50,
  repeatedCompletion: 20,
  budgetJumpFactor: 3,
  budgetJumpAmount: 100_000_000,
};

import type { Period } from '../period.ts';
import type { RegisterEntry } from '../register/register-entry.ts';
import type { Signature } from '../submission-review.ts';

/** What the finance bureau does with a period, or with the register. */
export type BureauAction =
  /** 延期: a later last day for one unit; null takes it away again. */
  | {
      readonly kind: 'extend';
      readonly unit: string;
      readonly dueOn: string | null;
      readonly reason: string;
    }
  /** Closes the period: what arrives later is kept as 期后报送. */
  | { readonly kind: 'close-period'; readonly reason: string }
  | { readonly kind: 'reopen-period'; readonly reason: string }
  /** 催报: units that are still to send. */
  | { readonly kind: 'remind'; readonly units: readonly string[] }
  /** Puts an import of the project list into force; null takes the list away. `projects`: how many it holds. */
  | {
      readonly kind: 'list-projects';
      readonly list: string | null;
      readonly projects: number;
      readonly reason: string;
    }
  /** Makes or changes the period itself; `basedOn` is the digest of what the author saw. */
  | { readonly kind: 'define-period'; readonly definition: Period; readonly basedOn: string }
  /** Adds, renames, moves, merges or ends units; `basedOn` is the version of the register that was seen. */
  | {
      readonly kind: 'change-register';
      readonly units: readonly RegisterEntry[];
      readonly basedOn: number;
      readonly reason: string;
    };

/** One act of the finance bureau. */
export interface BureauAct {
  /** The same for every try. */
  readonly id: string;
  readonly by: { readonly id: string; readonly name: string };
  /** ISO 8601. */
  readonly at: string;
  /** Id of the period, or `REGISTER_CHAIN`. */
  readonly chain: string;
  readonly action: BureauAction;
}

/** Who acts, and when, as it is kept. */
export const signatureOf = ({ by, at }: BureauAct): Signature => ({
  by: by.id,
  name: by.name,
  at,
});

import * as z from 'zod';

/** How the returns of a period are reviewed. */
export interface ReviewPolicy {
  /** A unit's return is forwarded by its department (主管部门) before finance takes it up. */
  readonly forwarding: boolean;
  /** Two finance officers must approve. */
  readonly fourEyes: boolean;
  /** Every warning must be explained by the unit or waived before approval. */
  readonly explanations: boolean;
  /** The sealed paper as a scan: not taken, taken where the unit adds one, or needed for approval. */
  readonly scan: 'off' | 'optional' | 'required';
  /** Signatures before publication: 初审, 复审, 批准. */
  readonly signatures: 1 | 2 | 3;
  /** Each of them is given by another person. */
  readonly distinctSigners: boolean;
}

/** What holds unless a period says otherwise. */
const USUAL: ReviewPolicy = {
  forwarding: true,
  fourEyes: false,
  explanations: true,
  scan: 'off',
  signatures: 3,
  distinctSigners: true,
};

/** The review policy of a period. */
export const reviewPolicyOf = (period: {
  readonly review?: Partial<ReviewPolicy>;
}): ReviewPolicy => ({
  ...USUAL,
  ...period.review,
});

/** What a period sets apart from the usual, as it comes back from outside. */
export const reviewPolicySchema: z.ZodType<Partial<ReviewPolicy>> = z.strictObject({
  forwarding: z.boolean().exactOptional(),
  fourEyes: z.boolean().exactOptional(),
  explanations: z.boolean().exactOptional(),
  scan: z.enum(['off', 'optional', 'required']).exactOptional(),
  signatures: z.union([z.literal(1), z.literal(2), z.literal(3)]).exactOptional(),
  distinctSigners: z.boolean().exactOptional(),
});

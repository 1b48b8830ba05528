import { OUTPUTS } from './break-outputs.ts';
import { PURGES } from './break-purges.ts';
import { REVIEWS } from './break-reviews.ts';
import { UPLOADS } from './break-uploads.ts';
import type { Planned } from './planned.ts';

/** One or more for each invariant. */
export const SABOTAGES: readonly Planned[] = [...UPLOADS, ...OUTPUTS, ...PURGES, ...REVIEWS];

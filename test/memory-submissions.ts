import type { Submissions } from '../shared/store/submissions.ts';
import { bureauIn } from './memory-store/bureau.ts';
import { headsIn } from './memory-store/heads.ts';
import { periodsIn, unitsIn } from './memory-store/periods.ts';
import { publicationsIn, reviewsIn, trailsIn } from './memory-store/reviews.ts';
import { revisionsIn } from './memory-store/revisions.ts';
import { emptyTables, type MemoryTables } from './memory-store/tables.ts';
import { uploadsIn } from './memory-store/uploads.ts';

/** The in-memory twin of `functions/dynamo/submissions.ts`; one contract suite holds for both. */
export const memorySubmissions = (tables: MemoryTables = emptyTables()): Submissions => ({
  ...uploadsIn(tables),
  ...revisionsIn(tables),
  ...headsIn(tables),
  ...reviewsIn(tables),
  ...trailsIn(tables),
  ...publicationsIn(tables),
  ...bureauIn(tables),
  ...periodsIn(tables),
  ...unitsIn(tables),
});

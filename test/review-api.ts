import type { ReviewAnswer } from '../functions/api/review-schemas.ts';
import type { ReviewAction } from '../shared/review/review-act.ts';
import { fileTable, type UnitCode } from './filed-files.ts';
import { type ApiWorld, makeApiWorld, type Person } from './memory-api.ts';
import { LENIENT } from './memory-ports.ts';
import type { FileRows } from './stand-in-files.ts';

/* Reviews through the API: who acts on what, and what they are told of it. */

export const FGJ = '/api/periods/2021/units/LG-FGJ';
export const TZTGS = '/api/periods/2021/units/LG-TZTGS';

/** The API, with a table of one project by LG-FGJ, in a period that asks no explanations. */
export interface ReviewWorld extends ApiWorld {
  /** Puts a file for a unit, a minute after the one before, and lets the pipeline work. */
  readonly file: (unit: UnitCode, rows: FileRows | 'JPEG') => Promise<void>;
  readonly act: (
    who: Person,
    action: ReviewAction,
    on?: { readonly unit?: string; readonly revision?: number; readonly id?: string },
  ) => Promise<Response>;
  /** What somebody is told of the review of a unit. */
  readonly review: (who: Person, unit?: string) => Promise<ReviewAnswer>;
}

export async function makeReviewWorld(): Promise<ReviewWorld> {
  const world = await makeApiWorld();
  await world.ports.submissions.putPeriods([LENIENT]);
  let sent = 0;
  let acts = 0;
  const review: ReviewWorld = Object.assign(world, {
    async file(unit: UnitCode, rows: FileRows | 'JPEG') {
      sent += 1;
      const eventTime = `2022-03-01T04:0${sent}:00.000Z`;
      await fileTable(world, unit, rows, { versionId: `v${sent}`, eventTime });
    },
    act(who: Person, action: ReviewAction, { unit = FGJ, revision = 1, id = '' } = {}) {
      acts += 1;
      const body = { id: id || `act-no-${acts}`, action };
      return world.post(who, `${unit}/revisions/${revision}/acts`, body);
    },
    review: async (who: Person, unit = FGJ) =>
      (await (await world.ask(who, `${unit}/review`)).json()) as ReviewAnswer,
  });
  await review.file('LG-FGJ', [{ projectName: '甲' }]);
  return review;
}

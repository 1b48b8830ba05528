import { intake, publish } from '../shared/pipeline.ts';
import { type SiteIndex, siteIndexSchema } from '../shared/publish/site-index.ts';
import type { ProjectRecord } from '../shared/records/record.ts';
import type { ReviewAct } from '../shared/review/review-act.ts';
import { takeAct } from '../shared/review/take-act.ts';
import { stampOf } from '../shared/stamp-of.ts';
import { loadRecordSet } from '../shared/store/load-record-set.ts';
import { knownForm } from '../templates/forms.ts';
import { deliverAll, makeWorld, PERIOD, type World } from './memory-ports.ts';
import { act, SUBMISSION } from './review-acts.ts';
import type { FileRows } from './stand-in-files.ts';

/** A world with a revision that was accepted. */
export async function acceptedWorld(rows: FileRows = [{ projectName: '甲' }]): Promise<World> {
  const world = await makeWorld();
  await world.ports.submissions.putPeriods([{ ...PERIOD, review: { explanations: false } }]);
  await intake(world.send(rows, { versionId: 'v1' }), world.ports);
  await deliverAll(world);
  return world;
}

/** The unit sends another revision, `hour` hours into the day. */
export async function sendAgain(world: World, rows: FileRows, hour: number): Promise<void> {
  const eventTime = `2022-03-01T0${hour}:00:00.000Z`;
  await intake(world.send(rows, { versionId: `v${hour}`, eventTime }), world.ports);
  await deliverAll(world);
}

/** Takes acts one after another, all of which must be taken; what they wake is done at the end. */
export async function takeAll(world: World, acts: readonly ReviewAct[]): Promise<void> {
  for (const one of acts) {
    const result = await takeAct(one, world.ports);
    if (!result.taken) throw new Error(`${one.action.kind}: ${result.refusal}`);
  }
  await deliverAll(world);
}

/** From approval to the public. */
export const publication = (revision = 1, before: readonly ReviewAct[] = []): ReviewAct[] => [
  act('finance', 'approve', revision),
  ...before,
  act('first', 'sign', revision),
  act('second', 'sign', revision),
  act('third', 'sign', revision),
  act('third', revision === 1 ? { kind: 'publish' } : 'publish', revision),
];

export const publishAgain = (world: World): Promise<void> => publish(SUBMISSION, world.ports);

/** Key → bytes of what everybody can read now. */
export const publicNow = (world: World): ReadonlyMap<string, Uint8Array> =>
  new Map(
    [...world.publicFiles].flatMap(([key, { bytes }]) => (bytes === null ? [] : [[key, bytes]])),
  );

export const textAt = (world: World, key: string): string =>
  new TextDecoder().decode(publicNow(world).get(key));

export const siteIndex = (world: World): SiteIndex =>
  siteIndexSchema.parse(JSON.parse(textAt(world, 'index.json')));

/** The check code on the stamped copy of a revision. */
export async function codeOf(world: World, revision = 1): Promise<string> {
  const { submissions } = world.ports;
  const key = { ...SUBMISSION, revision };
  const table = (await submissions.revision(key))?.verdict?.accepted?.table;
  if (table === undefined) throw new Error(`revision ${revision} has no rows`);
  const records = await loadRecordSet(key, table, submissions);
  return stampOf(records, knownForm(table.form), revision).code;
}

/** Changes the stored record of revision 1, as if the unit had sent it so. */
export function changeRecord(world: World, change: Partial<ProjectRecord>): ProjectRecord {
  const rows = world.tables.rows.get('2021/LG-FGJ/1');
  const record = rows?.get(1);
  if (rows === undefined || record === undefined) throw new Error('no record to change');
  const changed = { ...record, ...change };
  rows.set(1, changed);
  return changed;
}

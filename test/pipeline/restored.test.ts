import { expect, test } from 'vitest';
import { sweep } from '../../shared/pipeline.ts';
import { deliverAll, makeWorld, type World } from '../memory-ports.ts';

/*
 * The table is set back to an earlier moment; the buckets are as they were. What arrived since lies
 * there in every version, and the sweep finds it without a trace in the table: docs/restore.md.
 */

const WRONG = [{ projectName: '戊', budgetTotal: '三十五' }];
const unit = (code: string): string => `uploads/2021/${code}/自评表.xlsx`;

async function send(world: World, name: string, code: string, minute: string): Promise<void> {
  const rows = name === 'wrong' ? WRONG : [{ projectName: name }];
  const body = world.send(rows, {
    key: unit(code),
    versionId: name,
    eventTime: `2022-03-01T02:${minute}:00.000Z`,
  });
  world.messages.push({ stage: 'intake', body });
  await deliverAll(world);
}

const snapshotOf = ({ tables }: World) => structuredClone(tables);

/** Sets every map of the table back. */
function setBack({ tables }: World, snapshot: World['tables']): void {
  for (const [name, kept] of Object.entries(snapshot) as [
    keyof World['tables'],
    Map<string, never>,
  ][]) {
    const map = tables[name] as Map<string, never>;
    map.clear();
    for (const [key, value] of kept) map.set(key, value);
  }
}

const statusesOf = ({ tables }: World) =>
  [...tables.uploads.values()]
    .map(({ upload: { versionId, status } }) => `${versionId} ${status}`)
    .sort();
const currentOf = ({ tables }: World) =>
  [...tables.heads].map(([name, { current }]) => `${name} ${current?.uploadId}`).sort();

test('a table set back catches up by itself', async () => {
  const world = await makeWorld();
  await send(world, '甲', 'LG-FGJ', '01');
  const earlier = snapshotOf(world);
  await send(world, 'wrong', 'LG-GXJ', '02');
  await send(world, '乙', 'LG-GXJ', '03');
  await send(world, '丙', 'LG-FGJ', '04');
  const [statuses, current] = [statusesOf(world), currentOf(world)];
  const summary = world.outputs.get('summaries/2021/summary.xlsx');

  setBack(world, earlier);
  expect(statusesOf(world)).toEqual(['甲 accepted']);
  expect(await sweep(world.ports, 0)).toMatchObject({ lost: 3 });
  await deliverAll(world);

  expect(statusesOf(world)).toEqual(statuses);
  expect(currentOf(world)).toEqual(current);
  expect(world.outputs.get('summaries/2021/summary.xlsx')).toBe(summary);
  for (const { upload } of world.tables.uploads.values()) {
    for (const key of Object.values(upload.outcome?.outputs ?? {})) {
      expect(world.outputs.has(key)).toBe(true);
    }
  }
  expect(await sweep(world.ports, 0)).toMatchObject({ lost: 0, unfinished: 0, summaries: 0 });
});

import { beforeEach, expect, test } from 'vitest';
import { stampOf } from '../../shared/stamp-of.ts';
import { loadRecordSet } from '../../shared/store/load-record-set.ts';
import { knownForm } from '../../templates/forms.ts';
import { type ApiWorld, makeApiWorld, type Person } from '../../test/memory-api.ts';
import type { CheckCodeAnswer } from './check-code-schemas.ts';

/* Whoever may read a unit's tables looks a stamped copy up by the code on it. */

const UNIT = '/api/periods/2021/units/LG-FGJ';

let world: ApiWorld;
let minutes = 0;
beforeEach(async () => {
  world = await makeApiWorld();
  minutes = 0;
});

const send = async (projectName: string): Promise<void> => {
  minutes += 1;
  world.now = `2022-03-01T04:0${minutes}:00.000Z`;
  await world.sendAs('zhang', [{ projectName }]);
  await world.settle();
};

/** What stands on the stamped copy of a revision. */
async function printed(revision: number): Promise<string> {
  const key = { period: '2021', submitter: 'LG-FGJ', revision };
  const { submissions } = world.ports;
  const table = (await submissions.revision(key))?.verdict?.accepted?.table;
  if (table === undefined) throw new Error('no rows');
  const records = await loadRecordSet(key, table, submissions);
  return stampOf(records, knownForm(table.form), revision).code;
}

const ask = (who: Person | null, code: string, more = '') =>
  world.ask(who, `${UNIT}/check-code?code=${encodeURIComponent(code)}${more}`);
const told = async (code: string, more = ''): Promise<CheckCodeAnswer['found']> =>
  ((await (await ask('cai', code, more)).json()) as CheckCodeAnswer).found;

test('it tells which revision a code is of, and how that stands', async () => {
  await send('甲');
  await send('乙');
  const [first, second] = [await printed(1), await printed(2)];
  expect(await told(first.toLowerCase().replaceAll('-', ' '))).toMatchObject({
    revision: 1,
    standing: 'replaced',
    publication: null,
  });
  expect(await told(second, '&revision=2')).toMatchObject({
    revision: 2,
    title: expect.stringContaining('2021年度'),
    receivedAt: world.now,
    standing: 'current',
    standingName: { zh: '现行' },
  });
  expect(await told(second, '&revision=1')).toBeNull();
  expect(await told('0000-0000-0000')).toBeNull();
  expect((await ask('cai', 'no code')).status).toBe(404);
});

test('nobody learns of it who may not read the table: guesses of what is masked are not tried out here', async () => {
  await send('甲');
  const code = await printed(1);
  expect((await ask('wang', code)).status).toBe(403);
  expect((await ask(null, code)).status).toBe(401);
  expect((await ask('li', code)).status).toBe(200);
});

import { expect, test } from 'vitest';
import { definitionDigest } from '../shared/bureau/definition-digest.ts';
import { takeBureauAct } from '../shared/bureau/take-bureau-act.ts';
import { makeWorld, PERIOD } from '../test/memory-ports.ts';
import { keptLine, seed } from './seed.ts';

const UNIT = { code: 'LG-FGJ', name: '深圳市龙岗区发展和改革局', aliases: [], parent: null };
const by = { id: 'cai', name: '财政' };
const at = '2022-03-01T04:00:00.000Z';

test('what finance changed in the portal is kept and told, until it is said otherwise', async () => {
  const { ports } = await makeWorld();
  const { submissions } = ports;
  const definition = { ...PERIOD, dueOn: '2022-05-31' };
  const basedOn = definitionDigest(await submissions.definition('2021'));
  const define = { kind: 'define-period', definition, basedOn } as const;
  await takeBureauAct({ id: 'a1', by, at, chain: '2021', action: define }, ports);
  const units = [{ ...UNIT, name: '发改局（新）', phone: '0755-1' }];
  const change = { kind: 'change-register', units, basedOn: 0, reason: '更名' } as const;
  await takeBureauAct({ id: 'a2', by, at, chain: 'register', action: change }, ports);

  const register = [UNIT, { ...UNIT, code: 'LG-NEW', name: '新单位' }];
  const kept = await seed(register, [PERIOD], submissions);
  expect(kept).toEqual({ periods: ['2021'], units: ['LG-FGJ'] });
  expect(keptLine(kept)).toContain('年度 2021、单位 LG-FGJ');
  expect((await submissions.definition('2021'))?.dueOn).toBe('2022-05-31');
  const stored = await submissions.registerEntries();
  expect(stored.find(({ code }) => code === 'LG-FGJ')).toMatchObject({
    name: '发改局（新）',
    formerNames: [UNIT.name],
  });
  expect(stored.some(({ code }) => code === 'LG-NEW')).toBe(true);

  const none = await seed(register, [PERIOD], submissions, true);
  expect(keptLine(none)).toBeNull();
  expect(await submissions.definition('2021')).toEqual(PERIOD);
  // Whom to call is in no file.
  expect(await submissions.registerEntries()).toContainEqual(
    expect.objectContaining({ name: UNIT.name, phone: '0755-1', formerNames: [UNIT.name] }),
  );
});

test('what nobody changed is replaced, and nothing is told', async () => {
  const { ports } = await makeWorld();
  const { submissions } = ports;
  const due = { ...PERIOD, dueOn: '2022-06-30' };
  expect(keptLine(await seed([{ ...UNIT, name: '改名' }], [due], submissions))).toBeNull();
  expect(await submissions.definition('2021')).toEqual(due);
  expect((await submissions.registerFor('LG-FGJ'))?.[0]?.name).toBe('改名');
});

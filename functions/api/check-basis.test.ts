import { beforeEach, expect, test } from 'vitest';
import type { CheckBasis } from '../../shared/check-basis.ts';
import { type ApiWorld, makeApiWorld, type Person } from '../../test/memory-api.ts';

let world: ApiWorld;
beforeEach(async () => {
  world = await makeApiWorld();
  const { submissions } = world.ports;
  const form = { forms: ['longgang-2021'], budgetBasis: '年初' } as const;
  await submissions.putPeriods([
    { id: '2021', ...form },
    { id: '2022', ...form, owedBy: ['LG-FGJ'], thresholds: {}, dueOn: '2023-03-31' },
  ]);
});

async function basis(who: Person | null, path: string): Promise<CheckBasis> {
  const response = await world.ask(who, path);
  expect(response.status).toBe(200);
  return (await response.json()) as CheckBasis;
}

test('anybody checks by the periods of the installation, and learns of no unit', async () => {
  const open = await basis(null, '/api/check-basis');
  const year = open.periods.find(({ id }) => id === '2022');
  expect(year).toMatchObject({ forms: ['longgang-2021'], dueOn: '2023-03-31' });
  expect(JSON.stringify(open)).not.toContain('LG-FGJ');
});

test('a unit checks by what its table will be held against', async () => {
  const event = world.send([{ projectName: '规划研究' }], { key: 'uploads/2021/LG-FGJ/表.xlsx' });
  world.messages.push({ stage: 'intake', body: event });
  await world.settle();

  const again = await basis('zhang', '/api/periods/2021/units/LG-FGJ/check-basis');
  expect(again.previous?.records.map(({ texts }) => texts['projectName'])).toEqual(['规划研究']);
  expect(again.lastYear).toBeNull();
  expect(again.register?.map(({ code }) => code)).toEqual(['LG-FGJ']);

  const next = await basis('zhang', '/api/periods/2022/units/LG-FGJ/check-basis');
  expect(next.previous).toBeNull();
  expect(next.lastYear).toEqual(again.previous);
});

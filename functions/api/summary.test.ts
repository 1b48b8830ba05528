import { beforeAll, describe, expect, test } from 'vitest';
import { type ApiWorld, makeApiWorld } from '../../test/memory-api.ts';
import type { Download } from './schemas.ts';

const SUMMARY = '/api/periods/2021/summary';

let world: ApiWorld;
beforeAll(async () => {
  world = await makeApiWorld();
  for (const projectName of ['甲', '乙']) {
    await world.sendAs('zhang', [{ projectName }]);
    await world.settle();
  }
});

const of = (file: string) => world.ask('cai', `${SUMMARY}?file=${encodeURIComponent(file)}`);

describe('the summary, for whoever sees all submitters', () => {
  test('is the newest unless a generation is named', async () => {
    expect(await (await world.ask('shen', SUMMARY)).text()).toContain('乙');
    expect(await (await of('00000001.xlsx')).text()).toContain('甲');
    expect(await (await of('00000002.csv')).text()).toContain('乙');
    expect((await (await of('summary.schema.json')).json()) as object).toHaveProperty('title');
  });

  test('also by an address that needs no token', async () => {
    const link = (await (await world.ask('cai', `${SUMMARY}?as=link`)).json()) as Download;
    expect(link.url).toContain('summaries/2021/summary.xlsx');
  });

  test('what is not there is said not to be', async () => {
    const missing = await of('details/LG-FGJ/0001-v2.xlsx');
    expect(missing.status).toBe(404);
    expect(await missing.json()).toMatchObject({ type: expect.stringMatching(/not-there$/) });
  });

  test.each([
    '../../submissions/2021/LG-FGJ/0001/report.pdf',
    '../2020/summary.xlsx',
    'details/../../2020/summary.xlsx',
    'details/LG-FGJ/0001-v2.xlsx/x',
    '',
  ])('“%s” is no file of it', async (file) => {
    expect((await of(file)).status).toBe(422);
  });
});

import { describe, expect, test } from 'vitest';
import { fontPrinter } from '../../functions/render/printer.ts';
import { workbooks } from '../../functions/workbooks.ts';
import { sourcePlaces } from '../../templates/fonts/load-fonts.ts';
import type { World } from '../memory-ports.ts';
import { textsIn } from '../public-bytes.ts';
import {
  acceptedWorld,
  changeRecord,
  codeOf,
  publication,
  publicNow,
  takeAll,
} from '../published-world.ts';
import { act } from '../review-acts.ts';

/* A value planted in a masked cell of each type, looked for in every byte of the public bucket. */

const printer = fontPrinter(sourcePlaces());

/** What is planted in which field, and what would give it away. */
const PLANTED = {
  serial: ['9731-8642'],
  projectName: ['金鹮栖息地秘密项目'],
  annualGoal: ['为张三丰建造瞭望塔'],
  budgetGeneral: ['7654321.09', '7,654,321.09'],
  budgetFund: ['无此资金甲乙丙丁'],
  executionRate: ['0.87654321', '87.65%', '87.654321'],
  actualTotal: ['6789123.45', '6,789,123.45'],
  actualGeneral: ['6543219.87', '6,543,219.87'],
  outputExtra: ['抢险预案编号', '编制三十七份', '已编三十六份'],
} as const;

/** Fields whose words can be searched. */
const SEARCHED: readonly string[] = ['projectName', 'annualGoal', 'outputExtra'];

async function published(fields: readonly string[]): Promise<World> {
  const world = await acceptedWorld();
  Object.assign(world.ports, { printer, workbooks });
  const record = changeRecord(world, {});
  const { source } = changeRecord(world, {
    texts: {
      ...record.texts,
      serial: PLANTED.serial[0],
      projectName: PLANTED.projectName[0],
      annualGoal: PLANTED.annualGoal[0],
      budgetFund: PLANTED.budgetFund[0],
    },
    amounts: {
      ...record.amounts,
      budgetGeneral: 7_654_321_090_000,
      budgetFund: null,
      actualTotal: 6_789_123_450_000,
      actualGeneral: 6_543_219_870_000,
    },
    rates: { executionRate: { scaled: 87654321, places: 8 } },
    extraIndicators: [
      {
        field: 'outputExtra',
        title: PLANTED.outputExtra[0],
        target: PLANTED.outputExtra[1],
        actual: PLANTED.outputExtra[2],
      },
    ],
    projectCode: '内部编码XM-0098',
  });
  const cells = fields.map((field) => ({ sheet: source.sheet, row: source.row, field }));
  await takeAll(
    world,
    publication(1, [act('first', { kind: 'mask', cells, reason: '内部理由乙' })]),
  );
  return world;
}

/** Where a text stands, in any version of any file that ever was public. */
async function placesOf(world: World, wanted: readonly string[]): Promise<readonly string[]> {
  const files = [...world.publicFiles].flatMap(([key, { versions }]) =>
    versions.map((bytes) => textsIn(key.replace(/^files\/.*\/[0-9a-f]+/, 'file'), bytes)),
  );
  const texts = (await Promise.all(files)).flat();
  return texts
    .filter(({ text }) => wanted.some((one) => text.includes(one)))
    .map(({ name }) => name);
}

describe('a masked value', () => {
  test.each(Object.entries(PLANTED))(
    '%s: found in every rendering unless masked',
    async (field, wanted) => {
      const places = new Set(await placesOf(await published([]), wanted));
      const shown = [
        'file.csv',
        'file.json',
        'file.pdf!glyphs',
        '2021/LG-FGJ/index.html',
        'file.zip!table.html',
        '2021/projects-2021.csv',
        '2021/projects-2021.json',
        '2021/tables-2021.zip!projects-2021.csv',
        '2021/tables-2021.zip!projects-2021.json',
        ...(SEARCHED.includes(field) ? ['search/2021.json'] : []),
      ];
      if (field === 'executionRate') expect(places.size).toBeGreaterThanOrEqual(shown.length);
      expect([...places]).toEqual(
        expect.arrayContaining(shown.filter((name) => !name.endsWith('glyphs'))),
      );
      expect([...places].some((name) => name.startsWith('file.pdf!'))).toBe(true);
      expect([...places].some((name) => name.startsWith('file.xlsx!xl/'))).toBe(true);
    },
  );

  test('of every type: in no byte of any file, at any time', async () => {
    const world = await published(Object.keys(PLANTED));
    const code = await codeOf(world);
    const secret = [...Object.values(PLANTED).flat(), code, code.replaceAll('-', '')];
    expect(await placesOf(world, secret)).toEqual([]);
    expect(await placesOf(world, ['依法不予公开'])).toEqual(
      expect.arrayContaining(['file.csv', 'file.json', '2021/LG-FGJ/index.html']),
    );
  });

  test('nor who did what inside, why it is masked, codes, file and sheet names', async () => {
    const world = await published(['annualGoal']);
    const inside = [
      ...Object.values({ a: '财政甲', b: '初审人', c: '复审人', d: '批准人' }),
      '内部理由乙',
      '内部编码XM-0098',
      ...[...world.tables.heads.values()].map(({ current }) => current?.fileName ?? '—none—'),
    ];
    expect(await placesOf(world, inside)).toEqual([]);
    expect(publicNow(world).size).toBeGreaterThan(8);
  });
});

import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { matchesIn, queryIn } from '../../portal/site/matches.ts';
import { publish } from '../../shared/pipeline.ts';
import { MOST_BUNDLED, publishBundle } from '../../shared/publish/publish-bundle.ts';
import { publishSite } from '../../shared/publish/publish-index.ts';
import { searchIndexSchema } from '../../shared/publish/search-index.ts';
import { bundleKeys } from '../../shared/publish/site-keys.ts';
import { deliverAll, type World } from '../memory-ports.ts';
import {
  acceptedWorld,
  publication,
  publicNow,
  publishAgain,
  sendAgain,
  takeAll,
  textAt,
} from '../published-world.ts';
import { act, SUBMISSION } from '../review-acts.ts';

/* What gathers the published tables: the search index, the period as a whole, the site's own pages. */

const KEYS = bundleKeys('2021');
const ROWS = [
  { projectName: '储备粮轮换', annualGoal: '轮换稻谷ＡＢ一万吨' },
  { projectName: '民生实事', annualGoal: '完成三十件' },
];

async function published(): Promise<World> {
  const world = await acceptedWorld(ROWS);
  await takeAll(world, publication());
  return world;
}

const found = (world: World, query: string) => {
  const index = searchIndexSchema.parse(JSON.parse(textAt(world, 'search/2021.json')));
  return matchesIn(index, queryIn(new URLSearchParams(query), ['2021']));
};

const bundled = (world: World): Readonly<Record<string, Uint8Array>> =>
  unzipSync(publicNow(world).get(KEYS.zip) ?? new Uint8Array());

describe('the search index', () => {
  test('finds a project by any part of its texts, and leads to its row', async () => {
    const world = await published();
    expect(found(world, 'q=2021 轮换')).toHaveLength(1);
    expect(found(world, 'q=2020 轮换')).toEqual([]);
    expect(found(world, 'q=稻谷ab')).toEqual([
      {
        period: '2021',
        href: '2021/LG-FGJ/index.html#r1',
        project: '储备粮轮换',
        submitter: '深圳市龙岗区发展和改革局',
        unit: '深圳市龙岗区发展和改革局',
        cells: [['年初绩效目标', '轮换稻谷ＡＢ一万吨']],
      },
    ]);
    expect(textAt(world, '2021/LG-FGJ/index.html')).toMatch(/id="r1"[^>]*>储备粮轮换</);
    // Every word must be there, in whatever cell.
    expect(found(world, 'q=轮换 发展和改革局').map(({ project }) => project)).toEqual([
      '储备粮轮换',
    ]);
    expect(found(world, 'q=轮换 三十件')).toEqual([]);
    expect(found(world, 'q=轮换&unit=LG-GXJ')).toEqual([]);
    expect(found(world, 'q=轮换&unit=LG-FGJ&period=2021')).toHaveLength(1);
  });

  test('says nothing of what is masked, nor of what is withdrawn', async () => {
    const world = await acceptedWorld(ROWS);
    const { sheet, row } = world.tables.rows.get('2021/LG-FGJ/1')!.get(1)!.source;
    const cells = [{ sheet, row, field: 'projectName' }];
    await takeAll(world, publication(1, [act('first', { kind: 'mask', cells, reason: '理由' })]));
    expect(found(world, 'q=储备粮')).toEqual([]);
    expect(found(world, 'q=稻谷').map(({ project }) => project)).toEqual(['']);
    expect(found(world, 'q=不予公开')).toEqual([]);
    await takeAll(world, [act('finance', 'withdraw')]);
    expect(found(world, 'q=稻谷')).toEqual([]);
  });
});

describe('a period as a whole', () => {
  test('holds every file, every project as CSV and JSON, and sums that are right', async () => {
    const world = await published();
    const entries = bundled(world);
    const names = Object.keys(entries);
    expect(names).toHaveLength(4 + 2 + 2 + 2);
    const folder = 'LG-FGJ 深圳市龙岗区发展和改革局/';
    expect(names.filter((name) => name.startsWith(folder))).toHaveLength(4);
    const sums = new TextDecoder().decode(entries['SHA256SUMS']).trim().split('\n');
    expect(sums).toHaveLength(7);
    for (const line of sums) {
      const [hash = '', name = ''] = line.split('  ');
      const bytes = entries[name] ?? new Uint8Array();
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
    }
    for (const [key, name] of [
      [KEYS.csv, 'projects-2021.csv'],
      [KEYS.json, 'projects-2021.json'],
    ] as const) {
      expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(entries[name])).toBe(
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(publicNow(world).get(key)),
      );
    }
    const { projects } = JSON.parse(textAt(world, KEYS.json));
    expect(projects).toMatchObject([
      { submitter: 'LG-FGJ', record: { projectName: '储备粮轮换' } },
      { submitter: 'LG-FGJ', record: { projectName: '民生实事' } },
    ]);
    expect(textAt(world, KEYS.csv).trim().split('\r\n')).toHaveLength(3);
    expect(JSON.parse(textAt(world, KEYS.about))).toMatchObject({ tables: 1, projects: 2 });
  });

  test('is packed once for all that was published, and again as the same bytes', async () => {
    const world = await published();
    const first = world.publicFiles.get(KEYS.zip)?.versions ?? [];
    expect(first).toHaveLength(1);
    await publishBundle({ period: '2021' }, world.ports);
    await publishAgain(world);
    await deliverAll(world);
    expect(world.publicFiles.get(KEYS.zip)?.versions).toHaveLength(1);
    // A message that comes again does not trust what an attempt may have left that died.
    await publishBundle({ period: '2021', again: true }, world.ports);
    const [one, other, ...more] = world.publicFiles.get(KEYS.zip)?.versions ?? [];
    expect(more).toEqual([]);
    expect(other).toEqual(one);
  });

  test('waits while something was published a moment ago: its own message is to come', async () => {
    const world = await acceptedWorld(ROWS);
    world.now = '2022-04-01T02:00:10.000Z';
    await takeAll(world, publication());
    expect(publicNow(world).has(KEYS.zip)).toBe(false);
    world.now = '2022-04-01T02:01:00.000Z';
    await publishBundle({ period: '2021' }, world.ports);
    expect(publicNow(world).has(KEYS.zip)).toBe(true);
  });

  test('a withdrawal takes it out at once, and it stays out', async () => {
    const world = await published();
    await takeAll(world, [act('finance', 'withdraw')]);
    for (const key of Object.values(KEYS)) expect(publicNow(world).has(key)).toBe(false);
  });

  test('withdrawn while it is packed: what was packed is no more there in the end', async () => {
    let reached = 0;
    for (let late = 1; late < 20; late += 1) {
      const world = await published();
      let calls = 0;
      const { publicFiles } = world.ports;
      const readFile: typeof publicFiles.readFile = async (key) => {
        calls += 1;
        const isLate = calls === late;
        const bytes = await publicFiles.readFile(key);
        if (isLate) await takeAll(world, [act('finance', 'withdraw')]);
        return bytes;
      };
      const ports = { ...world.ports, publicFiles: { ...publicFiles, readFile } };
      await publishBundle({ period: '2021', again: true }, ports);
      await deliverAll(world);
      if (calls < late) break;
      const left = Object.values(KEYS).filter((key) => publicNow(world).has(key));
      expect(left, `withdrawn at read ${late}`).toEqual([]);
      reached = late;
    }
    expect(reached).toBeGreaterThan(8);
  });

  test('of more tables than a function packs is not offered', async () => {
    const world = await published();
    const [one] = await world.ports.submissions.publications();
    const many = Array.from({ length: MOST_BUNDLED + 1 }, () => one!);
    const submissions = { ...world.ports.submissions, publications: async () => many };
    await publishBundle({ period: '2021' }, { ...world.ports, submissions });
    expect(publicNow(world).has(KEYS.zip)).toBe(false);
  });

  test('bytes that are not those published stop it', async () => {
    const world = await published();
    const [file] = JSON.parse(textAt(world, 'manifest.json')).files;
    const object = world.publicFiles.get(file.key)!;
    world.publicFiles.set(file.key, { ...object, bytes: new Uint8Array([1]) });
    const packing = publishBundle({ period: '2021', again: true }, world.ports);
    await expect(packing).rejects.toThrow(/other bytes/);
  });
});

describe('the CDN', () => {
  test('has nothing to forget of a first publication', async () => {
    expect((await published()).forgotten).toEqual([]);
  });

  test('forgets every file and page of what was withdrawn, or replaced', async () => {
    const world = await published();
    const files = [...publicNow(world).keys()].filter((key) => key.startsWith('files/'));
    await takeAll(world, [act('finance', 'withdraw')]);
    const expected = [...files, '2021/LG-FGJ/index.html', 'search/2021.json', KEYS.zip];
    expect(world.forgotten).toEqual(expect.arrayContaining(expected));

    const other = await published();
    await sendAgain(other, [{ projectName: '储备粮轮换' }], 3);
    await takeAll(other, [act('finance', 'take', 2)]);
    await takeAll(other, publication(2));
    expect(other.forgotten).toEqual(expect.arrayContaining(expected));
    for (const key of publicNow(other).keys()) {
      if (key.startsWith('files/')) expect(other.forgotten).not.toContain(key);
    }
  });

  test('is told again when an attempt died before it was', async () => {
    const world = await published();
    const failing = {
      forget: async () => {
        throw new Error('CloudFront is down');
      },
    };
    const withdrawal = takeAll({ ...world, ports: { ...world.ports, caches: failing } }, [
      act('finance', 'withdraw'),
    ]);
    await expect(withdrawal).rejects.toThrow(/down/);
    expect([...publicNow(world).keys()].filter((key) => key.startsWith('files/'))).toEqual([]);
    await publish(SUBMISSION, world.ports);
    expect(world.forgotten.some((key) => key.endsWith('.pdf'))).toBe(true);
  });
});

describe('the site’s own pages', () => {
  test('stand before anything is published, and say so', async () => {
    const world = await acceptedWorld(ROWS);
    await publishSite(world.ports);
    expect(textAt(world, 'index.html')).toContain('目前没有公开的自评表');
    for (const key of ['search.html', 'verify.html', 'not-found.html']) {
      expect(textAt(world, key)).toContain('<main');
    }
  });

  test('every link of every page leads to something that is there', async () => {
    const world = await published();
    await sendAgain(world, [{ projectName: '储备粮轮换' }], 3);
    await takeAll(world, [act('finance', 'take', 2)]);
    await takeAll(world, publication(2));
    const keys = new Set(publicNow(world).keys());
    const pages = [...keys].filter((key) => key.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(6);
    for (const key of pages) {
      const hrefs = [...textAt(world, key).matchAll(/ (?:href|src|action)="([^"#]+)/g)];
      for (const [, href = ''] of hrefs) {
        const { pathname } = new URL(href, `https://example.test/${key}`);
        expect(keys, `${key} → ${href}`).toContain(pathname.slice(1));
      }
    }
  });
});

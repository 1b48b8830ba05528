import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publish } from '../../shared/pipeline.ts';
import { statusOfCode, statusOfCopy, withoutCode } from '../../shared/publish/verify-copy.ts';
import { purge } from '../../shared/purge/purge-key.ts';
import { STEPS } from '../../shared/review/steps.ts';
import { takeAct } from '../../shared/review/take-act.ts';
import { revisionReview } from '../../shared/submission-review.ts';
import { Crash, failingPorts } from '../failing-ports.ts';
import { deliverAll, type World } from '../memory-ports.ts';
import {
  acceptedWorld,
  codeOf,
  publication,
  publicNow,
  publishAgain,
  sendAgain,
  siteIndex,
  takeAll,
  textAt,
} from '../published-world.ts';
import { act, actionOf, SUBMISSION } from '../review-acts.ts';

const PAGE = '2021/LG-FGJ/index.html';

const lasting = (world: World): string[] =>
  [...publicNow(world).keys()].filter((key) => key.startsWith('files/')).sort();

const pdfOf = (world: World, edition: number) => {
  const found = siteIndex(world).publications.find((each) => each.edition === edition);
  return found?.files.find(({ kind }) => kind === 'pdf');
};

describe('published', () => {
  test('every file lies under its hash, the manifest and the index name them all', async () => {
    const world = await acceptedWorld();
    await takeAll(world, publication());
    const { files } = JSON.parse(textAt(world, 'manifest.json'));
    expect(files.map(({ key }: { key: string }) => key).sort()).toEqual(lasting(world));
    expect(lasting(world)).toHaveLength(5);
    for (const { key, sha256, bytes } of files) {
      const content = publicNow(world).get(key) ?? new Uint8Array();
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      expect(content.length).toBe(bytes);
      expect(key).toContain(sha256);
    }
    for (const [key, { lasting: isLasting }] of world.publicFiles) {
      expect(isLasting).toBe(/^(files|assets)\//.test(key));
    }
    expect(siteIndex(world).publications).toMatchObject([
      {
        period: '2021',
        submitter: 'LG-FGJ',
        edition: 1,
        status: 'current',
        projects: 1,
        page: PAGE,
      },
    ]);
  });

  test('pages lead to the table by year and by unit; feed and sitemap name it', async () => {
    const world = await acceptedWorld();
    await takeAll(world, publication());
    expect(textAt(world, 'index.html')).toContain('href="2021/index.html"');
    expect(textAt(world, 'search.html')).toContain('<option value="2021">2021年度</option>');
    expect(textAt(world, 'index.html')).toContain('href="units/LG-FGJ/index.html"');
    expect(textAt(world, '2021/index.html')).toContain(`href="../${PAGE}"`);
    expect(textAt(world, 'units/LG-FGJ/index.html')).toContain(`href="../../${PAGE}"`);
    expect(textAt(world, 'feed.xml')).toContain(`href="${PAGE}"`);
    expect(textAt(world, 'sitemap.xml')).toContain(`<loc>https://example.test/${PAGE}</loc>`);
    expect(textAt(world, PAGE)).toContain('网站标识码 1234');
  });

  test('again: the same bytes under the same keys', async () => {
    const world = await acceptedWorld();
    await takeAll(world, publication());
    const first = new Map(publicNow(world));
    await publishAgain(world);
    expect(publicNow(world)).toEqual(first);
  });

  test('nothing before the act of publishing, whoever asks for it', async () => {
    const world = await acceptedWorld();
    const acts = publication();
    for (const one of acts.slice(0, -1)) {
      await publishAgain(world);
      await takeAll(world, [one]);
    }
    await publishAgain(world);
    expect(lasting(world)).toEqual([]);
    expect(publicNow(world).has(PAGE)).toBe(false);
    await takeAll(world, acts.slice(-1));
    expect(lasting(world)).toHaveLength(5);
  });
});

test('withdrawn: its files are gone, its address says so, a copy is told', async () => {
  const world = await acceptedWorld();
  await takeAll(world, publication());
  const { sha256 = '' } = pdfOf(world, 1) ?? {};
  expect(statusOfCopy(sha256, siteIndex(world))).toMatchObject({ status: 'current' });
  const code = await codeOf(world);
  expect(statusOfCode(code, siteIndex(world))).toMatchObject({
    status: 'current',
    publication: { name: '深圳市龙岗区发展和改革局', stamped: { revision: 1, code } },
  });
  await takeAll(world, [act('finance', { kind: 'withdraw', reason: '发现差错' })]);
  expect(lasting(world)).toEqual([]);
  expect(textAt(world, PAGE)).toContain('撤回原因：发现差错');
  expect(textAt(world, PAGE)).not.toContain('<table');
  expect(statusOfCopy(sha256, siteIndex(world))).toMatchObject({
    status: 'withdrawn',
    publication: { endedReason: '发现差错' },
  });
  expect(statusOfCode(code, siteIndex(world))).toMatchObject({ status: 'withdrawn' });
  expect(statusOfCopy('0'.repeat(64), siteIndex(world))).toEqual({ status: 'unknown' });
  expect(statusOfCode('0000-0000-0000', siteIndex(world))).toEqual({ status: 'unknown' });
  expect(textAt(world, 'feed.xml')).toContain('撤回：');
});

test('masked once it was withdrawn: its check code is told no more', async () => {
  const world = await acceptedWorld();
  await takeAll(world, publication());
  await takeAll(world, [act('finance', 'withdraw'), act('finance', 'reopen')]);
  expect(siteIndex(world).publications).toMatchObject([{ stamped: { revision: 1 } }]);
  const { sheet, row } = world.tables.rows.get('2021/LG-FGJ/1')!.get(1)!.source;
  const cells = [{ sheet, row, field: 'annualGoal' }];
  const mask = act('first', { kind: 'mask', cells, reason: '理由' });
  await takeAll(world, [act('finance', 'approve'), mask]);
  expect(siteIndex(world).publications).toMatchObject([{ status: 'withdrawn', stamped: null }]);
});

test('purged: withdrawn all the same, and then nothing of it is left', async () => {
  const world = await acceptedWorld();
  await takeAll(world, publication());
  const key = { ...SUBMISSION, revision: 1 };
  const { removals, submissions } = world.ports;
  const [current = ''] = [(await submissions.head(SUBMISSION))?.current?.uploadId];
  await removals.barFromHead(SUBMISSION, current);
  await removals.purgeRevision(key, null);
  await removals.removeRecords(key);
  await publishAgain(world);
  expect(lasting(world)).toEqual([]);
  expect(textAt(world, PAGE)).not.toContain('<table');
  await takeAll(world, [act('finance', { kind: 'withdraw', reason: '已清除' })]);
  expect(textAt(world, PAGE)).toContain('原因：已清除');
  expect(siteIndex(world).publications).toMatchObject([{ status: 'withdrawn', stamped: null }]);
});

test('a purge takes out of the public what was published, by itself', async () => {
  const world = await acceptedWorld();
  await takeAll(world, publication());
  const head = await world.ports.submissions.head(SUBMISSION);
  const upload = await world.ports.submissions.upload(head?.current?.uploadId ?? '');
  await purge({ key: upload?.key ?? '', by: '李四', reason: '误传' }, world.ports);
  await deliverAll(world);
  expect(lasting(world)).toEqual([]);
  expect(textAt(world, PAGE)).not.toContain('<table');
});

describe('an attempt that died between any two of its calls', () => {
  const ended = {
    withdrawn: async (world: World) => {
      await takeAct(act('finance', 'withdraw'), world.ports);
    },
    purged: async (world: World) => {
      const [{ upload } = {}] = world.tables.uploads.values();
      await purge({ key: upload?.key ?? '', by: '李四', reason: '误传' }, world.ports);
    },
    'opened, masked and published again': async (world: World) => {
      const { sheet, row } = world.tables.rows.get('2021/LG-FGJ/1')!.get(1)!.source;
      const cells = [{ sheet, row, field: 'annualGoal' }];
      const mask = act('first', { kind: 'mask', cells, reason: '理由' });
      const again = publication(1, [mask]);
      for (const one of [act('finance', 'withdraw'), act('finance', 'reopen'), ...again]) {
        expect(await takeAct(one, world.ports)).toMatchObject({ taken: true });
      }
    },
  };

  test.each(Object.entries(ended))('leaves nothing once it is %s', async (how, end) => {
    for (let call = 1, died = true; died; call += 1) {
      const world = await acceptedWorld([{ projectName: '甲', annualGoal: '不该公开的话' }]);
      const acts = publication();
      await takeAll(world, acts.slice(0, -1));
      await takeAct(acts.at(-1)!, world.ports);
      died = await publish(SUBMISSION, failingPorts(world.ports, call, 'after')).then(
        () => false,
        (error: unknown) => error instanceof Crash,
      );
      await end(world);
      await deliverAll(world);
      expect(lasting(world), `call ${call}`).toHaveLength(how.startsWith('opened') ? 5 : 0);
      for (const [key] of publicNow(world)) {
        expect(textAt(world, key), `call ${call}`).not.toContain('不该公开的话');
      }
      expect(call).toBeLessThan(60);
    }
  });
});

test('what is said inside of a withdrawn revision later is not public', async () => {
  const world = await acceptedWorld();
  await takeAll(world, [
    ...publication(),
    act('finance', 'withdraw'),
    act('finance', { kind: 'reopen', reason: '内部意见' }),
  ]);
  await publishAgain(world);
  expect(textAt(world, PAGE)).toContain('撤回');
  for (const [key] of publicNow(world)) expect(textAt(world, key)).not.toContain('内部意见');
});

test('an erratum: the address stays, what changed is told, the old files are gone', async () => {
  const world = await acceptedWorld([{ projectName: '甲', annualGoal: '目标一' }]);
  await takeAll(world, publication());
  const { sha256 = '', key = null } = pdfOf(world, 1) ?? {};
  await sendAgain(world, [{ projectName: '甲', annualGoal: '目标二' }, { projectName: '乙' }], 3);
  await takeAll(world, [act('finance', 'take', 2)]);
  await takeAll(world, publication(2));
  expect(lasting(world)).toHaveLength(5);
  expect(lasting(world)).not.toContain(key);
  const text = textAt(world, PAGE);
  expect(text).toContain('更正原因：理由');
  expect(text).toMatch(/甲<\/th><td>[^<]*年初绩效目标[^<]*<\/td><td>目标一<\/td><td>目标二</);
  expect(text).toMatch(/增加项目 [^：]*Added[^：]*：乙/);
  expect(statusOfCopy(sha256, siteIndex(world))).toMatchObject({
    status: 'replaced',
    by: { edition: 2, status: 'current', reason: '理由' },
  });
  const [code, next] = [await codeOf(world), await codeOf(world, 2)];
  expect(statusOfCode(code, siteIndex(world))).toMatchObject({
    status: 'replaced',
    by: { stamped: { revision: 2, code: next } },
  });
  expect(statusOfCode(next, siteIndex(world))).toMatchObject({ status: 'current' });
  expect(siteIndex(world).publications.map(({ status }) => status)).toEqual([
    'replaced',
    'current',
  ]);
});

test('an erratum that masks a cell does not tell what stood there', async () => {
  const world = await acceptedWorld([{ projectName: '甲', annualGoal: '不该公开的话' }]);
  await takeAll(world, publication());
  await sendAgain(world, [{ projectName: '甲', annualGoal: '不该公开的话', problems: '无' }], 3);
  const { sheet, row } = world.tables.rows.get('2021/LG-FGJ/2')!.get(1)!.source;
  const cells = [{ sheet, row, field: 'annualGoal' }];
  await takeAll(world, [act('finance', 'take', 2)]);
  await takeAll(world, publication(2, [act('first', { kind: 'mask', cells, reason: '理由' }, 2)]));
  expect(textAt(world, PAGE)).toContain('依法不予公开');
  // The code of the first edition, too, would let guesses of what is masked now be tried out.
  const codes = [await codeOf(world), await codeOf(world, 2)];
  for (const [key] of publicNow(world)) {
    for (const secret of ['不该公开的话', ...codes]) {
      expect(textAt(world, key), key).not.toContain(secret);
    }
  }
  const { submitter: unit, period } = SUBMISSION;
  expect(withoutCode({ period, unit }, siteIndex(world))).toMatchObject({ edition: 2 });
  expect(withoutCode({ period, unit: 'LG-GXJ' }, siteIndex(world))).toBeNull();
});

/* Whatever is done in whatever order, and however messages come: only what is approved, signed and published is there. */
describe('no byte that is not published', () => {
  const often = (['approve', 'sign', 'sign', 'sign', 'publish', 'take'] as const).flatMap((kind) =>
    Array<typeof kind>(4).fill(kind),
  );
  const kinds = [...often, 'send-back', 'reopen', 'withdraw', 'recall'] as const;
  const people = {
    department: ['first', 'second', 'third'],
    finance: ['finance', 'colleague'],
    unit: ['unit'],
  } as const;
  const attempt = fc.constantFrom(...kinds).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      by: fc.constantFrom(...STEPS[kind].roles.flatMap((role) => people[role as 'unit'])),
      revision: fc.constantFrom('newest' as const, 'newest' as const, 1, 2, 3),
    }),
  );
  const step = fc.oneof(
    { weight: 16, arbitrary: attempt },
    fc.constantFrom('sent', 'delivered', 'asked again'),
  );

  /** Which revision's projects a file tells of: revision n holds project `项目n号`. */
  const revisionsIn = (world: World): Set<number> =>
    new Set(
      [...publicNow(world)]
        .filter(([key]) => /\.(pdf|csv|json)$/.test(key) && key.startsWith('files/'))
        .flatMap(([key]) =>
          [...textAt(world, key).matchAll(/项目(\d)号/g)].map(([, n]) => Number(n)),
        ),
    );

  test('acts at random, messages late or twice', { timeout: 300_000 }, async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 80, maxLength: 100, size: 'max' }),
        async (steps) => {
          const world = await acceptedWorld([{ projectName: '项目1号' }]);
          const review = async () => (await world.ports.submissions.head(SUBMISSION))?.review;
          let sent = 1;
          for (const one of steps) {
            if (one === 'sent' && sent < 3) {
              sent += 1;
              await sendAgain(world, [{ projectName: `项目${sent}号` }], sent + 1);
            } else if (one === 'delivered' || one === 'asked again') {
              if (one === 'asked again') await publishAgain(world);
              for (const { stage } of world.messages.splice(0)) {
                if (stage === 'publish') await publish(SUBMISSION, world.ports);
              }
              const standing = await review();
              const published = standing?.published ?? null;
              const shown = revisionsIn(world);
              if (one === 'asked again') {
                expect([...shown]).toEqual(published === null ? [] : [published]);
                if (published !== null) seen += 1;
              }
              // Late messages leave what was published once; never what was not.
              for (const revision of shown) {
                expect(standing && revisionReview(standing, revision).publication).not.toBeNull();
              }
            } else if (typeof one === 'object') {
              const revision = one.revision === 'newest' ? sent : one.revision;
              await takeAct(act(one.by, actionOf(one.kind), revision), world.ports);
            }
          }
        },
      ),
      { numRuns: 120 },
    );
    expect(seen).toBeGreaterThan(10);
  });

  test('publishing and withdrawing at once: whoever ends last, nothing is left', async () => {
    for (let late = 0; late < 30; late += 1) {
      const world = await acceptedWorld();
      const acts = publication();
      await takeAll(world, acts.slice(0, -1));
      await takeAct(acts.at(-1)!, world.ports);
      let calls = 0;
      const withdraw = async (): Promise<void> => {
        await takeAct(act('finance', 'withdraw'), world.ports);
        await publish(SUBMISSION, world.ports);
      };
      // In the middle of publishing, at its nth file, the revision is withdrawn and that published.
      const { publicFiles } = world.ports;
      const publishFile: typeof publicFiles.publishFile = async (...file) => {
        calls += 1;
        if (calls === late) await withdraw();
        await publicFiles.publishFile(...file);
      };
      await publish(SUBMISSION, { ...world.ports, publicFiles: { ...publicFiles, publishFile } });
      if (calls < late) break;
      if (late === 0) continue;
      expect(lasting(world)).toEqual([]);
      expect(siteIndex(world).publications).toMatchObject([{ status: 'withdrawn' }]);
      expect(textAt(world, PAGE)).toContain('撤回');
      expect(late).toBeLessThan(29);
    }
  });
});

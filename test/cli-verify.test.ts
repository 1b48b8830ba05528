import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { World } from './memory-ports.ts';
import {
  acceptedWorld,
  publication,
  publicNow,
  sendAgain,
  siteIndex,
  takeAll,
} from './published-world.ts';
import { act } from './review-acts.ts';
import { commandLine } from './run-jixiao.ts';

const { jixiao, inFolder, remove } = commandLine();
afterAll(remove);

/** Lays the site out in a folder, as a mirror would. */
function layOut(world: World, folder: string): void {
  for (const [key, bytes] of publicNow(world)) {
    const file = path.join(inFolder(folder), key);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

const pdf = (world: World, edition: number) =>
  siteIndex(world)
    .publications.find((each) => each.edition === edition)
    ?.files.find(({ kind }) => kind === 'pdf');

describe('a copy of a published PDF', () => {
  beforeAll(async () => {
    const world = await acceptedWorld();
    await takeAll(world, publication());
    layOut(world, 'first');
    const key = pdf(world, 1)?.key ?? '';
    const bytes = publicNow(world).get(key) ?? new Uint8Array();
    writeFileSync(inFolder('copy.pdf'), bytes);
    writeFileSync(inFolder('changed.pdf'), bytes.with(3, 0));
    await sendAgain(world, [{ projectName: '乙' }], 3);
    await takeAll(world, [act('finance', 'take', 2)]);
    await takeAll(world, publication(2));
    layOut(world, 'second');
    await takeAll(world, [act('finance', { kind: 'withdraw', reason: '金额有误' }, 2)]);
    layOut(world, 'third');
  });

  test('is current, by folder or by index', async () => {
    for (const site of ['first', 'first/index.json']) {
      const { code, stdout } = await jixiao('verify', 'copy.pdf', '--site', site);
      expect([code, stdout]).toEqual([0, expect.stringContaining('现行')]);
    }
  });

  test('changed by a byte, is not found', async () => {
    const { code, stdout } = await jixiao('verify', 'changed.pdf', '--site', 'first');
    expect([code, stdout]).toEqual([1, expect.stringContaining('未找到')]);
  });

  test('is told when another took its place, and when that was withdrawn', async () => {
    const { code, stdout } = await jixiao('verify', 'copy.pdf', '--site', 'second');
    expect([code, stdout]).toEqual([1, expect.stringMatching(/被更正版替代.*2021\/LG-FGJ/)]);
    const later = await jixiao('verify', 'copy.pdf', '--site', 'third', '--json');
    expect([later.code, JSON.parse(later.stdout)]).toMatchObject([
      1,
      { status: 'replaced', by: null },
    ]);
  });

  test('nonsense in place of a site is bad usage', async () => {
    expect((await jixiao('verify', 'copy.pdf', '--site', 'copy.pdf')).code).toBe(2);
    expect((await jixiao('verify', 'copy.pdf')).code).toBe(2);
    expect((await jixiao('verify', 'copy.pdf', '--site', 'nowhere')).code).toBe(2);
  });
});

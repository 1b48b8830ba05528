import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { MetricsTable } from '../../shared/layout/metrics.ts';
import { judgeVersion } from './live-judge.ts';

const NONE: MetricsTable = { regular: [], bold: [], black: [], sans: [] };

test('the version changes with any code file and with the fonts, and with nothing else', async () => {
  const temporary = await mkdtemp(path.join(tmpdir(), 'judge-'));
  const folder = pathToFileURL(path.join(temporary, path.sep));
  const versionWith = async (file: string, text: string, fonts = NONE): Promise<string> => {
    await writeFile(new URL(file, folder), text);
    return judgeVersion(folder, fonts);
  };
  const first = await versionWith('index.mjs', 'rule(1)');
  expect(await versionWith('LICENSE.txt', 'terms')).toBe(first);
  const second = await versionWith('chunk-A.mjs', 'rule(2)');
  const more: MetricsTable = { ...NONE, regular: [[0x4e00, 1, 1000]] };
  const third = await versionWith('index.mjs', 'rule(1)', more);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(await versionWith('index.mjs', 'rule(1)')).toBe(second);
  await rm(temporary, { recursive: true });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { judgeVersion } from './live-judge.ts';

test('the version changes with any code file and with the fonts, and with nothing else', async () => {
  const temporary = await mkdtemp(path.join(tmpdir(), 'judge-'));
  const folder = pathToFileURL(path.join(temporary, path.sep));
  const versionWith = async (file: string, text: string): Promise<string> => {
    await writeFile(new URL(file, folder), text);
    return judgeVersion(folder, folder);
  };
  await writeFile(new URL('metrics.json', folder), '{}');
  const first = await versionWith('index.mjs', 'rule(1)');
  expect(await versionWith('LICENSE.txt', 'terms')).toBe(first);
  const second = await versionWith('chunk-A.mjs', 'rule(2)');
  const third = await versionWith('metrics.json', '{"regular":[]}');
  expect(new Set([first, second, third]).size).toBe(3);
  expect(await versionWith('index.mjs', 'rule(1)')).toBe(third);
  await rm(temporary, { recursive: true });
});

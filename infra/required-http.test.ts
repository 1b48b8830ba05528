import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requiredHttp } from './required-http.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-http-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Bundles a program as the functions are, and returns what it prints. */
async function run(program: string): Promise<string> {
  const outfile = path.join(folder, 'out.mjs');
  await writeFile(path.join(folder, 'in.mjs'), program);
  await build({
    entryPoints: [path.join(folder, 'in.mjs')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    plugins: [requiredHttp],
    banner: {
      js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);',
    },
  });
  return execFileSync(process.execPath, [outfile], { encoding: 'utf8' });
}

const UNDICI = "process.moduleLoadList.some((name) => name.includes('undici'))";

test.each([
  ['named', "import { Agent, request } from 'node:http'; import { Agent as Safe } from 'https';"],
  ['whole', "import http from 'http'; const { Agent, request } = http; const Safe = Agent;"],
  ['late', "const { Agent, request } = await import('node:http'); const Safe = Agent;"],
])('what a bundle imports of http works, and brings no undici: %s', async (_, imports) => {
  const printed = await run(`${imports}
    new Agent({ keepAlive: true }); new Safe({});
    process.stdout.write(JSON.stringify([typeof request, ${UNDICI}]));`);
  expect(JSON.parse(printed)).toEqual(['function', false]);
});

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { openOwnFonts } from '../templates/fonts/own-fonts.ts';
import { sourceHash } from './source-hash.ts';
import { StartError } from './start-error.ts';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** What the template and the bundles are made of. */
const SOURCES = [
  'infra',
  'functions',
  'shared',
  'templates',
  'portal/site',
  'package-lock.json',
  'cdk.json',
];

/** Results are kept by the hash of their sources; older ones are cleared away. */
const CACHE = path.join(projectRoot, '.cache/synth');
const KEPT = 3;
const ONE_DAY = 24 * 60 * 60 * 1000;

/**
 * The cloud assembly of the sources as they are: synthesised now, unless these very sources were
 * before. Safe when several processes ask at once: each builds beside, and moves its result into
 * place in one step. `fonts` is a folder of the operator's own.
 */
export async function synthesised(
  log: (line: string) => void,
  fonts: string | null = null,
): Promise<string> {
  const ownFonts = fonts === null ? [] : openOwnFonts(fonts).files;
  const place = path.join(CACHE, await sourceHash(SOURCES, { besides: ownFonts }));
  const assembly = path.join(place, 'cdk.out');
  if (existsSync(assembly)) return assembly;
  log('正在合成模板、打包函数…… / synthesising the template, bundling the functions');
  mkdirSync(CACHE, { recursive: true });
  const beside = mkdtempSync(path.join(CACHE, 'building-'));
  await runSynth(beside, fonts);
  rmSync(path.join(beside, 'functions'), { recursive: true });
  moveInto(beside, place);
  await clearOld(path.basename(place));
  return assembly;
}

/** A process of its own, so that the CDK does not stay in the memory of this one. */
function runSynth(folder: string, fonts: string | null): Promise<void> {
  const script = path.join(projectRoot, 'infra/synth.ts');
  const places = [`--out=${folder}/cdk.out`, `--bundles=${folder}/functions`];
  const own = fonts === null ? [] : [`--fonts=${path.resolve(fonts)}`];
  const args = [script, '--quiet', ...places, ...own];
  const child = spawn(process.execPath, args, { cwd: projectRoot });
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  child.stderr.on('data', (text) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else {
        rmSync(folder, { recursive: true, force: true });
        reject(
          new StartError(
            `合成模板失败，请运行 npm run synth 查看：${said.trim()}`,
            'the template could not be synthesised: see npm run synth',
          ),
        );
      }
    });
  });
}

function moveInto(beside: string, place: string): void {
  try {
    renameSync(beside, place);
  } catch (error) {
    // Another process was faster with the same sources: its result is as good.
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
}

/** Leaves what a running system may still be using: the newest ones, and everything of today. */
async function clearOld(newest: string): Promise<void> {
  const others = readdirSync(CACHE).filter((name) => name !== newest);
  const ages = await Promise.all(
    others.map(async (name) => {
      // A folder that is no longer there was moved into place by the process that built it.
      const found = await stat(path.join(CACHE, name)).catch(() => null);
      return { name, age: found === null ? 0 : Date.now() - found.mtimeMs };
    }),
  );
  ages.sort((one, other) => one.age - other.age);
  for (const { name, age } of ages.slice(KEPT - 1)) {
    if (age > ONE_DAY) rmSync(path.join(CACHE, name), { recursive: true, force: true });
  }
}

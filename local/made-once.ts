import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { StartError } from './start-error.ts';

/* What takes seconds to make of sources that seldom change: kept by their hash, older ones cleared away. */

const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const KEPT = 3;
const ONE_DAY = 24 * 60 * 60 * 1000;

/** Where something is kept, and how it is made into an empty folder. */
export interface Making {
  /** Folder of the project, from its root; a folder a hash in it. */
  readonly cache: string;
  /** Of the sources as they are. */
  readonly hash: string;
  readonly make: (folder: string) => Promise<void>;
}

/**
 * The folder of what is made of these very sources: made now, unless it was before. Safe when several
 * processes ask at once: each makes it beside, and moves its result into place in one step.
 */
export async function madeOnce({ cache, hash, make }: Making): Promise<string> {
  const all = path.join(projectRoot, cache);
  const place = path.join(all, hash);
  if (existsSync(place)) return place;
  mkdirSync(all, { recursive: true });
  const beside = mkdtempSync(path.join(all, 'building-'));
  try {
    await make(beside);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
  moveInto(beside, place);
  await clearOld(all, hash);
  return place;
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
async function clearOld(all: string, newest: string): Promise<void> {
  const others = readdirSync(all).filter((name) => name !== newest);
  const ages = await Promise.all(
    others.map(async (name) => {
      // A folder that is no longer there was moved into place by the process that built it.
      const found = await stat(path.join(all, name)).catch(() => null);
      return { name, age: found === null ? 0 : Date.now() - found.mtimeMs };
    }),
  );
  ages.sort((one, other) => one.age - other.age);
  for (const { name, age } of ages.slice(KEPT - 1)) {
    if (age > ONE_DAY) rmSync(path.join(all, name), { recursive: true, force: true });
  }
}

/** Runs a script in a process of its own; rejects with a StartError of these words if it fails. */
export function runScript(
  args: readonly string[],
  failed: { readonly zh: string; readonly en: string },
): Promise<void> {
  const child = spawn(process.execPath, args, { cwd: projectRoot });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new StartError(`${failed.zh}：${said.trim()}`, failed.en));
    });
  });
}

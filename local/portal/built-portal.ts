import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { sourceHash } from '../source-hash.ts';
import { StartError } from '../start-error.ts';
import { PORTAL_BUILT } from './publish-portal.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** What the pages are made of; what is built lies among it. */
const SOURCES = ['portal', 'shared', 'templates', 'package-lock.json'];
const BUILT = ['portal/dist'];

/** Says of which sources the folder was built. */
const MARK = path.join(projectRoot, '.cache/portal-built');

/**
 * The folder of the built portal: built now, as `npm run build:portal` does it, unless it was before
 * of these very sources; null in an installation without them. Throws StartError when it cannot be
 * built.
 */
export async function builtPortal(log: (line: string) => void): Promise<string | null> {
  if (!existsSync(path.join(projectRoot, 'portal/vite.config.ts'))) return null;
  const hash = await sourceHash(SOURCES, { without: BUILT });
  const isBuilt = existsSync(path.join(PORTAL_BUILT, 'index.html')) && markedHash() === hash;
  if (!isBuilt) {
    log('正在构建门户…… / building the portal');
    await build();
    mkdirSync(path.dirname(MARK), { recursive: true });
    writeFileSync(MARK, hash);
  }
  return PORTAL_BUILT;
}

const markedHash = (): string | null => (existsSync(MARK) ? readFileSync(MARK, 'utf8') : null);

function build(): Promise<void> {
  const vite = path.join(projectRoot, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', 'portal'], { cwd: projectRoot });
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
      else {
        reject(
          new StartError(
            `构建门户失败，请运行 npm run build:portal 查看：${said.trim()}`,
            'the portal could not be built: see npm run build:portal',
          ),
        );
      }
    });
  });
}

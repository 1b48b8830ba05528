import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeOnce, runScript } from '../made-once.ts';
import { sourceHash } from '../source-hash.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** What the pages are made of; what `npm run build:portal` left lies among it. */
const SOURCES = ['portal', 'shared', 'templates', 'package-lock.json'];
const BUILT = ['portal/dist'];

/**
 * The folder of the built portal: built now, as `npm run build:portal` does it, unless it was before
 * of these very sources; null in an installation without them. Throws StartError when it cannot be
 * built.
 */
export async function builtPortal(log: (line: string) => void): Promise<string | null> {
  if (!existsSync(path.join(projectRoot, 'portal/vite.config.ts'))) return null;
  return madeOnce({
    cache: '.cache/portal',
    hash: await sourceHash(SOURCES, { without: BUILT }),
    make(folder) {
      log('正在构建门户…… / building the portal');
      const vite = path.join(projectRoot, 'node_modules/vite/bin/vite.js');
      return runScript([vite, 'build', 'portal', '--outDir', folder, '--emptyOutDir'], {
        zh: '构建门户失败，请运行 npm run build:portal 查看',
        en: 'the portal could not be built: see npm run build:portal',
      });
    },
  });
}

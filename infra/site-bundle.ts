import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** As the portal's: government desktops stay at the Chromium of 2020. */
const OLDEST_BROWSER = 'chrome86';

/**
 * Builds what pages of the public site load into a folder: one style sheet, and a script each for
 * searching and verifying. The publish function puts them into the public bucket.
 */
export async function bundleSite(outdir: string): Promise<void> {
  await build({
    absWorkingDir: projectRoot,
    entryPoints: {
      site: 'portal/site/site.css',
      search: 'portal/site/search.ts',
      verify: 'portal/site/verify.ts',
    },
    outdir,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: OLDEST_BROWSER,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  await mkdir(outdir, { recursive: true });
  await cp(path.join(projectRoot, 'portal/public/icon.svg'), path.join(outdir, 'icon.svg'));
}

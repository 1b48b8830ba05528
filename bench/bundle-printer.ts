import { cpSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { sourcePlaces } from '../templates/fonts/load-fonts.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Bundles print-once.ts into a folder, as Lambda runs a function, with its fonts in `fonts` beside it. */
export async function bundlePrinter(folder: string): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: [path.join(ROOT, 'bench/print-once.ts')],
    outfile: path.join(folder, 'print-once.mjs'),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  const { fonts, harfBuzz } = sourcePlaces();
  cpSync(fileURLToPath(fonts), path.join(folder, 'fonts'), { recursive: true });
  cpSync(fileURLToPath(harfBuzz), path.join(folder, 'fonts/harfbuzz-subset.wasm'));
}

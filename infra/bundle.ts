import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { loadMetricsTable, sourcePlaces } from '../templates/fonts/load-fonts.ts';
import { type OwnFonts, openOwnFonts } from '../templates/fonts/own-fonts.ts';
import { BUNDLES, type Bundle, type FontFile } from './bundles.ts';
import { requiredHttp } from './required-http.ts';
import { bundleSite } from './site-bundle.ts';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds every function into a folder of its own below `outdir`, complete as Lambda unpacks it: the
 * code with all it imports, and the fonts beside it, those of the operator's folder before ours. Needs
 * neither network nor docker. Throws FontError for a font that cannot be used.
 */
export async function bundleFunctions(
  outdir: string,
  ownFonts: string | null = null,
): Promise<void> {
  const own = ownFonts === null ? null : openOwnFonts(ownFonts);
  await rm(outdir, { recursive: true, force: true });
  await Promise.all(
    Object.entries(BUNDLES).map(async ([name, bundle]) => {
      const folder = path.join(outdir, name);
      await bundleFunction(bundle, folder);
      if (own !== null) await addOwnFonts(own, bundle, path.join(folder, 'fonts'));
    }),
  );
}

async function bundleFunction(bundle: Bundle, folder: string): Promise<void> {
  await build({
    absWorkingDir: projectRoot,
    entryPoints: { ...bundle.entries },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What is imported lazily (exceljs) stays in a file of its own and out of the cold start.
    splitting: true,
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    plugins: [requiredHttp],
    minify: true,
    // A stack trace quotes the line: short ones, please.
    lineLimit: 200,
    legalComments: 'linked',
    logLevel: 'warning',
    // CommonJS dependencies inside an ES module still call `require`.
    banner: {
      js: 'import{createRequire as createRequireOfBundle}from"node:module";const require=createRequireOfBundle(import.meta.url);',
    },
  });
  if (bundle.site) await bundleSite(path.join(folder, 'site'));
  await Promise.all(
    bundle.fonts.map((file) =>
      cp(fileURLToPath(FONT_FILES[file]), path.join(folder, 'fonts', file)),
    ),
  );
}

/**
 * The operator's fonts for what prints, and metrics of the whole stack for what measures or only asks
 * what can be printed: so that intake never accepts a character that render lacks, or the other way round.
 */
async function addOwnFonts(own: OwnFonts, bundle: Bundle, folder: string): Promise<void> {
  if (bundle.fonts.includes('metrics.json')) {
    const table = JSON.stringify(loadMetricsTable(sourcePlaces(own)));
    await writeFile(path.join(folder, 'metrics.json'), `${table}\n`);
  }
  if (bundle.fonts.includes('harfbuzz-subset.wasm')) {
    await mkdir(path.join(folder, 'own'));
    for (const file of own.files) await cp(file, path.join(folder, 'own', path.basename(file)));
  }
}

const fonts = new URL('../templates/fonts/', import.meta.url);

/** Everything that printing needs, in one folder as `bundledPlaces` expects it. */
const FONT_FILES: Readonly<Record<FontFile, URL>> = {
  'metrics.json': new URL('metrics.json', fonts),
  'NotoSerifSC-Regular.core.ttf': new URL('NotoSerifSC-Regular.core.ttf', fonts),
  'NotoSerifSC-Bold.core.ttf': new URL('NotoSerifSC-Bold.core.ttf', fonts),
  'NotoSerifSC-Black.core.ttf': new URL('NotoSerifSC-Black.core.ttf', fonts),
  'NotoSerifSC-Regular.full.ttf': new URL('NotoSerifSC-Regular.full.ttf', fonts),
  'NotoSansSC-Medium.core.ttf': new URL('NotoSansSC-Medium.core.ttf', fonts),
  'OFL.txt': new URL('OFL.txt', fonts),
  'OFL-NotoSansSC.txt': new URL('OFL-NotoSansSC.txt', fonts),
  'harfbuzz-subset.wasm': new URL(import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')),
};

import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { BUNDLES, type Bundle } from './bundles.ts';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds every function into a folder of its own below `outdir`, complete as Lambda unpacks it: the
 * code with all it imports, fonts and HarfBuzz beside it. Needs neither network nor docker.
 */
export async function bundleFunctions(outdir: string): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  await Promise.all(
    Object.entries(BUNDLES).map(([name, bundle]) =>
      bundleFunction(bundle, path.join(outdir, name)),
    ),
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
    minify: true,
    legalComments: 'linked',
    logLevel: 'warning',
    // CommonJS dependencies inside an ES module still call `require`.
    banner: {
      js: 'import{createRequire as createRequireOfBundle}from"node:module";const require=createRequireOfBundle(import.meta.url);',
    },
    plugins: [harfbuzzBeside(folder)],
  });
  if (bundle.fonts) {
    await cp(path.join(projectRoot, 'templates/fonts'), path.join(folder, 'fonts'), {
      recursive: true,
      filter: (file) => !file.endsWith('.ts'),
    });
  }
}

const HARFBUZZ = 'harfbuzzjs/dist/harfbuzz-subset.wasm';

/** subset-font looks HarfBuzz up among its dependencies; in a bundle it lies beside the code. */
function harfbuzzBeside(folder: string): Plugin {
  return {
    name: 'harfbuzz-beside',
    setup({ onLoad }) {
      onLoad({ filter: /subset-font[\\/]index\.js$/ }, async ({ path: file }) => {
        const source = await readFile(file, 'utf8');
        const contents = source.replace(`'${HARFBUZZ}'`, "'./harfbuzz-subset.wasm'");
        if (contents === source) throw new Error(`subset-font no longer asks for ${HARFBUZZ}`);
        await mkdir(folder, { recursive: true });
        await cp(createRequire(file).resolve(HARFBUZZ), path.join(folder, 'harfbuzz-subset.wasm'));
        return { contents, loader: 'js' };
      });
    },
  };
}

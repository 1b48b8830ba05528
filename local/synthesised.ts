import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openOwnFonts } from '../templates/fonts/own-fonts.ts';
import { madeOnce, runScript } from './made-once.ts';
import { sourceHash } from './source-hash.ts';

const SYNTH = fileURLToPath(new URL('../infra/synth.ts', import.meta.url));

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

/**
 * The cloud assembly of the sources as they are: synthesised now, unless these very sources were
 * before. `fonts` is a folder of the operator's own. Throws StartError when it cannot be synthesised.
 */
export async function synthesised(
  log: (line: string) => void,
  fonts: string | null = null,
): Promise<string> {
  const ownFonts = fonts === null ? [] : openOwnFonts(fonts).files;
  const place = await madeOnce({
    cache: '.cache/synth',
    hash: await sourceHash(SOURCES, { besides: ownFonts }),
    async make(folder) {
      log('正在合成模板、打包函数…… / synthesising the template, bundling the functions');
      await runSynth(folder, fonts);
      rmSync(path.join(folder, 'functions'), { recursive: true });
    },
  });
  return path.join(place, 'cdk.out');
}

/** A process of its own, so that the CDK does not stay in the memory of this one. */
function runSynth(folder: string, fonts: string | null): Promise<void> {
  const places = [`--out=${folder}/cdk.out`, `--bundles=${folder}/functions`];
  const own = fonts === null ? [] : [`--fonts=${path.resolve(fonts)}`];
  return runScript([SYNTH, '--quiet', ...places, ...own], {
    zh: '合成模板失败，请运行 npm run synth 查看',
    en: 'the template could not be synthesised: see npm run synth',
  });
}

/*
 * Cuts the fonts of this folder from Noto Serif SC and Noto Sans SC. Run by hand when the source changes:
 * see README.md beside this file.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printableAdvances } from '../../shared/paint/font-facts.ts';
import { loadHarfBuzz } from '../../shared/paint/harfbuzz.ts';
import { openSfnt } from '../../shared/paint/sfnt.ts';
import { coreCharacters, markCharacters, titleCharacters } from './core-characters.ts';
import { sourcePlaces } from './load-fonts.ts';
import { type Advances, metricsTable } from './metrics-table.ts';

const [sourceFolder, sansFolder, unihanFile] = process.argv.slice(2);
if (sourceFolder === undefined || sansFolder === undefined || unihanFile === undefined) {
  console.error(
    '用法 / usage: node templates/fonts/build-fonts.ts <noto-serif-sc package> <noto-sans-sc package> <Unihan_OtherMappings.txt>',
  );
  process.exit(2);
}

const folder = import.meta.dirname;
const regular = await readFile(join(sourceFolder, '400Regular/NotoSerifSC_400Regular.ttf'));
const bold = await readFile(join(sourceFolder, '700Bold/NotoSerifSC_700Bold.ttf'));
const black = await readFile(join(sourceFolder, '900Black/NotoSerifSC_900Black.ttf'));
const sans = await readFile(join(sansFolder, '500Medium/NotoSansSC_500Medium.ttf'));
const core = coreCharacters(await readFile(unihanFile, 'utf8'));

const harfBuzz = await loadHarfBuzz(new Uint8Array(await readFile(sourcePlaces().harfBuzz)));
const coreRegular = harfBuzz.open(regular).subset(core);
const coreBold = harfBuzz.open(bold).subset(core);
const coreBlack = harfBuzz.open(black).subset(titleCharacters());
const coreSans = harfBuzz.open(sans).subset(markCharacters());

await writeFile(join(folder, 'NotoSerifSC-Regular.core.ttf'), coreRegular);
await writeFile(join(folder, 'NotoSerifSC-Bold.core.ttf'), coreBold);
await writeFile(join(folder, 'NotoSerifSC-Black.core.ttf'), coreBlack);
await writeFile(join(folder, 'NotoSansSC-Medium.core.ttf'), coreSans);
await writeFile(join(folder, 'NotoSerifSC-Regular.full.ttf'), regular);
await copyFile(join(sourceFolder, 'LICENSE_FONT'), join(folder, 'OFL.txt'));
await copyFile(join(sansFolder, 'LICENSE_FONT'), join(folder, 'OFL-NotoSansSC.txt'));

const advancesOf = (font: Uint8Array): Advances => printableAdvances(openSfnt(font));
const full = advancesOf(regular);
const metrics = metricsTable({
  regular: [full],
  bold: [advancesOf(coreBold), full],
  black: [advancesOf(coreBlack), advancesOf(coreBold), full],
  sans: [advancesOf(coreSans), advancesOf(coreBold), full],
});
await writeFile(join(folder, 'metrics.json'), `${JSON.stringify(metrics)}\n`);

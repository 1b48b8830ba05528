/*
 * Cuts the fonts of this folder from Noto Serif SC. Run by hand when the source changes:
 * see README.md beside this file.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AdvanceRuns, MetricsTable } from '../../shared/layout/metrics.ts';
import { loadHarfBuzz } from '../../shared/paint/harfbuzz.ts';
import { codePointGlyphs, glyphAdvances, openSfnt } from '../../shared/paint/sfnt.ts';
import { coreCharacters } from './core-characters.ts';
import { sourcePlaces } from './load-fonts.ts';

const [sourceFolder, unihanFile] = process.argv.slice(2);
if (sourceFolder === undefined || unihanFile === undefined) {
  console.error(
    '用法 / usage: node templates/fonts/build-fonts.ts <noto-serif-sc package> <Unihan_OtherMappings.txt>',
  );
  process.exit(2);
}

const folder = import.meta.dirname;
const regular = await readFile(join(sourceFolder, '400Regular/NotoSerifSC_400Regular.ttf'));
const bold = await readFile(join(sourceFolder, '700Bold/NotoSerifSC_700Bold.ttf'));
const core = coreCharacters(await readFile(unihanFile, 'utf8'));

const harfBuzz = await loadHarfBuzz(new Uint8Array(await readFile(sourcePlaces().harfBuzz)));
const coreRegular = harfBuzz.open(regular).subset(core);
const coreBold = harfBuzz.open(bold).subset(core);

await writeFile(join(folder, 'NotoSerifSC-Regular.core.ttf'), coreRegular);
await writeFile(join(folder, 'NotoSerifSC-Bold.core.ttf'), coreBold);
await writeFile(join(folder, 'NotoSerifSC-Regular.full.ttf'), regular);
await copyFile(join(sourceFolder, 'LICENSE_FONT'), join(folder, 'OFL.txt'));

const regularAdvances = advancesOf(regular);
const boldAdvances = [...advancesOf(coreBold)].filter(
  ([point, advance]) => regularAdvances.get(point) !== advance,
);
const metrics: MetricsTable = { regular: runsOf(regularAdvances), bold: runsOf(boldAdvances) };
await writeFile(join(folder, 'metrics.json'), `${JSON.stringify(metrics)}\n`);

/** Code point → advance width, ascending, of every character of a font file. */
function advancesOf(font: Uint8Array): ReadonlyMap<number, number> {
  const tables = openSfnt(font);
  const advanceOf = glyphAdvances(tables);
  const glyphs = [...codePointGlyphs(tables)].sort(([a], [b]) => a - b);
  return new Map(glyphs.map(([point, glyph]) => [point, advanceOf(glyph)]));
}

/** Neighbours of the same width as one run. */
function runsOf(advances: Iterable<readonly [point: number, advance: number]>): AdvanceRuns {
  const runs: [first: number, count: number, advance: number][] = [];
  for (const [point, advance] of advances) {
    const run = runs.at(-1);
    if (run !== undefined && run[0] + run[1] === point && run[2] === advance) run[1] += 1;
    else runs.push([point, 1, advance]);
  }
  return runs;
}

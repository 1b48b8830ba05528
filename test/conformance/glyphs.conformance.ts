import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { layOutList } from '../../shared/layout/lay-out-list.ts';
import { layOutReport } from '../../shared/layout/lay-out-report.ts';
import type { ListPages } from '../../shared/layout/list-pages.ts';
import { linesOf } from '../../shared/layout/page-lines.ts';
import type { Line, ReportPages } from '../../shared/layout/pages.ts';
import { isDigit } from '../../shared/layout/text-width.ts';
import { codePointGlyphs } from '../../shared/paint/character-map.ts';
import { paintReport } from '../../shared/paint/paint-report.ts';
import { openSfnt, requiredTable } from '../../shared/paint/sfnt.ts';
import { stampOf } from '../../shared/stamp-of.ts';
import { type FontFiles, loadFonts } from '../../templates/fonts/load-fonts.ts';
import { RARE_NAMES } from '../rare-names.ts';
import { sample2020, sample2021 } from '../sample-records.ts';
import { type GreyPage, picturesOf } from './poppler.ts';
import { describeWith } from './tools.ts';

/*
 * Every character that the pages place leaves ink where they place it. Programs that read text back
 * cannot see a glyph that is there and has no outline.
 */

const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-glyphs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = loadFonts();

/** The least character of the body, a comma, is then some three dots wide. */
const DOTS_A_POINT = 4;
/** A shade that the smoothing of an edge alone does not give to paper or to the ground of the header. */
const INK = 160;

/** The 2021 table with one project, whose goal is rare characters. */
function rareReport(): ReportPages {
  const { recordSet, form } = sample2021();
  const [first] = recordSet.records;
  if (first === undefined) throw new Error('the sample has no rows');
  const records = [{ ...first, texts: { ...first.texts, annualGoal: RARE_NAMES } }];
  return layOutReport({ ...recordSet, records }, form, files.metrics);
}

const sampleReport = ({ recordSet, form }: ReturnType<typeof sample2021>): ReportPages =>
  layOutReport(recordSet, form, files.metrics);

/** The table of 2021 as the lists of a stamped copy. */
function stampedLists(): ListPages {
  const { recordSet, form } = sample2021();
  const stamp = stampOf(recordSet, form, 3);
  return layOutList(recordSet, form, files.metrics, { stamp });
}

/** The characters of a report that leave no ink, as `page: character`. */
async function blanks(
  report: ReportPages | ListPages,
  fonts: FontFiles,
): Promise<readonly string[]> {
  const file = path.join(folder, 'report.pdf');
  writeFileSync(file, await paintReport(report, fonts));
  const pictures = await picturesOf(file, DOTS_A_POINT);
  expect(pictures).toHaveLength(report.pages.length);
  return report.pages.flatMap((page, index) => {
    const boxes = linesOf(page).flatMap(boxesOf);
    expect(boxes.length).toBeGreaterThan(0);
    return boxes
      .filter((box) => !hasInk(pictures[index] as GreyPage, box))
      .map(({ character }) => `${page.number}: ${character}`);
  });
}

/** Where a character stands, in points from the top left corner. */
interface Box {
  readonly character: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The characters of a line that must leave ink: all but spaces. */
function boxesOf({ text, x, y, size, weight, tabular }: Line): readonly Box[] {
  let left = x;
  return [...text].flatMap((character) => {
    const point = character.codePointAt(0) ?? 0;
    const isOnPitch = tabular === true && isDigit(point);
    const em = isOnPitch ? files.metrics.digitPitch : files.metrics.advance(point, weight);
    const right = left + (em / 1000) * size;
    // Han characters stand 0.88 em above the baseline and 0.12 below it.
    const box = { character, left, right, top: y - 0.88 * size, bottom: y + 0.12 * size };
    left = right;
    return /\s/u.test(character) ? [] : [box];
  });
}

function hasInk({ width, shades }: GreyPage, { left, top, right, bottom }: Box): boolean {
  const from = Math.floor(left * DOTS_A_POINT);
  const to = Math.ceil(right * DOTS_A_POINT);
  for (let y = Math.floor(top * DOTS_A_POINT); y < bottom * DOTS_A_POINT; y += 1) {
    if (shades.subarray(y * width + from, y * width + to).some((shade) => shade < INK)) return true;
  }
  return false;
}

/** The fonts, in whose full font a character has a glyph whose outline has no contour. */
function withoutOutline(character: string): FontFiles {
  const full = files.stack.regular.at(-1);
  if (full === undefined) throw new Error('the stack has no fonts');
  const bytes = full.read().slice();
  const tables = openSfnt(bytes);
  const glyph = codePointGlyphs(tables).get(character.codePointAt(0) ?? 0);
  if (glyph === undefined) throw new Error(`the full font has no ${character}`);
  // Offsets are long in a font of this size.
  const place = requiredTable(tables, 'loca').getUint32(4 * glyph);
  requiredTable(tables, 'glyf').setInt16(place, 0);
  const [core] = files.stack.regular;
  if (core === undefined) throw new Error('the stack has no fonts');
  const damaged = { ...full, read: () => bytes };
  return { ...files, stack: { ...files.stack, regular: [core, damaged] } };
}

describeWith('poppler', 'characters as they are seen', () => {
  test.each([
    ['the table of 2020', sampleReport(sample2020())],
    ['the table of 2021', sampleReport(sample2021())],
    ['rare characters', rareReport()],
    ['the lists of a stamped copy', stampedLists()],
  ])('%s: each leaves ink in its place', async (_, report) => {
    expect(await blanks(report, files)).toEqual([]);
  });

  test('a glyph without an outline is found, though its text can be read', async () => {
    expect(await blanks(rareReport(), withoutOutline('龍'))).toEqual(['1: 龍']);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LayoutOptions } from '../../shared/layout/frame.ts';
import { layOutList } from '../../shared/layout/lay-out-list.ts';
import { layOutReport } from '../../shared/layout/lay-out-report.ts';
import { paintReport } from '../../shared/paint/paint-report.ts';
import type { RecordSet } from '../../shared/records/record.ts';
import { stampOf } from '../../shared/stamp-of.ts';
import { loadFonts, sourcePlaces } from '../../templates/fonts/load-fonts.ts';
import { openOwnFonts } from '../../templates/fonts/own-fonts.ts';
import { leaves } from '../../templates/form.ts';
import { knownForm } from '../../templates/forms.ts';
import { makeFont } from '../make-font.ts';
import { randomRecord } from '../random-records.ts';
import { RARE_NAMES, UNPRINTABLE } from '../rare-names.ts';
import { sample2020, sample2021 } from '../sample-records.ts';
import { outputOf, runTool } from './run-tool.ts';
import { describeWith } from './tools.ts';
import { failedClauses } from './verapdf.ts';

/*
 * What an archive and a screen reader ask of the report: PDF/A-3a and PDF/UA-1 as veraPDF judges them,
 * over the samples and over tables drawn at random, the same ones every time, on either paper.
 */

const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Name → the records of a report. */
const TABLES: Readonly<Record<string, RecordSet>> = {
  '2020': sample2020().recordSet,
  '2021': sample2021().recordSet,
  'without rows': { ...sample2021().recordSet, records: [] },
  'rare characters': withText(`${RARE_NAMES}，年\uf98e⼒力`),
  'a row over pages': withText('深圳市龙岗区的项目绩效，'.repeat(2000)),
  ...Object.fromEntries(
    fc
      .sample(fc.array(randomRecord, { minLength: 1, maxLength: 5 }), { numRuns: 8, seed: 2021 })
      .map((records, index) => [
        `drawn ${index + 1}`,
        { ...sample2021().recordSet, records: records.map((record) => ({ ...record })) },
      ]),
  ),
};

/** The 2021 table with one project, whose goal is another text. */
function withText(annualGoal: string): RecordSet {
  const { recordSet } = sample2021();
  const [first] = recordSet.records;
  if (first === undefined) throw new Error('the sample has no rows');
  return { ...recordSet, records: [{ ...first, texts: { ...first.texts, annualGoal } }] };
}

const fileOf = (name: string): string => path.join(folder, `${name}.pdf`);
const damaged = fileOf('damaged');

const LAYOUTS = { A3: layOutReport, A4: layOutList } as const;

/** A report to be judged. */
interface Judged {
  readonly name: string;
  readonly paper: keyof typeof LAYOUTS;
  readonly set: RecordSet;
  readonly options: LayoutOptions;
}

const { recordSet, form } = sample2021();
const stamp = stampOf(recordSet, form, 3);

const JUDGED: readonly Judged[] = (['A3', 'A4'] as const).flatMap((paper) => [
  ...Object.entries(TABLES).map(([name, set]) => ({
    name: `${name} ${paper}`,
    paper,
    set,
    options: {},
  })),
  { name: `draft ${paper}`, paper, set: recordSet, options: { draft: true } },
  { name: `stamped ${paper}`, paper, set: recordSet, options: { stamp } },
]);
const names = [...JUDGED.map(({ name }) => name), 'fonts of the operator'];

/** The report of 2021 in a font with other units than ours, and with a character that ours lack. */
async function writeInOwnFonts(): Promise<void> {
  const common = [...'部门预算项目绩效自评表0123456789，W'].map((one) => [one, one]);
  const glyphs = { ...Object.fromEntries(common), [UNPRINTABLE]: '龍' };
  writeFileSync(
    path.join(folder, 'own.ttf'),
    await makeFont({ name: 'Own-Font', glyphs, unitsPerEm: 2048 }),
  );
  writeFileSync(path.join(folder, 'fonts.json'), '{"title": "own.ttf", "body": "own.ttf"}');
  const fonts = loadFonts(sourcePlaces(openOwnFonts(folder)));
  const pages = layOutReport(withText(`甲${UNPRINTABLE}`), form, fonts.metrics);
  writeFileSync(fileOf('fonts of the operator'), await paintReport(pages, fonts));
}

beforeAll(async () => {
  const fonts = loadFonts();
  for (const { name, paper, set, options } of JUDGED) {
    const pages = LAYOUTS[paper](set, knownForm(set.form), fonts.metrics, options);
    writeFileSync(fileOf(name), await paintReport(pages, fonts));
  }
  await writeInOwnFonts();
  const sound = readFileSync(fileOf('2021 A3')).toString('latin1');
  writeFileSync(
    damaged,
    sound.replace('part>3<', 'part>7<').replace('part>1<', 'part>7<'),
    'latin1',
  );
});

describeWith('veraPDF', 'reports, validated by veraPDF', () => {
  test.each(['3a', 'ua1'] as const)('every report conforms to %s', async (flavour) => {
    const found = await failedClauses(flavour, [...names.map(fileOf), damaged]);
    expect(found[damaged]?.length, 'a damaged file is told').toBeGreaterThan(0);
    const failed = names.filter((name) => found[fileOf(name)]?.length !== 0);
    expect(Object.fromEntries(failed.map((name) => [name, found[fileOf(name)]]))).toEqual({});
  });
});

describeWith('qpdf', 'reports of any table, checked by qpdf', () => {
  test.each(names)('%s is clean', async (name) => {
    const { stderr, exitCode } = await runTool('qpdf', ['--check', fileOf(name)]);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });
});

describeWith('poppler', 'the structure of reports, read by poppler', () => {
  test.each(['2020', '2021'])('the table of %s has a row for every project', async (name) => {
    const file = fileOf(`${name} A3`);
    const listed = (await outputOf('pdfinfo', ['-struct', file])).toString('utf8');
    const rows = listed.split('\n').filter((line) => /^\s+TR\b/.test(line));
    const scopes = listed.split('\n').filter((line) => line.includes('/Scope /Row'));
    const { length } = TABLES[name]?.records ?? [];
    expect(scopes).toHaveLength(length);
    expect(rows.length).toBeGreaterThan(length);
  });

  test.each(['2020', '2021'])('the lists of %s have a table for every project', async (name) => {
    const file = fileOf(`${name} A4`);
    const listed = (await outputOf('pdfinfo', ['-struct', file])).toString('utf8').split('\n');
    const count = (pattern: RegExp): number => listed.filter((line) => pattern.test(line)).length;
    const { records = [], form: id = '' } = TABLES[name] ?? {};
    const columns = leaves(knownForm(id).columns).length;
    expect(count(/^\s+Table\b/)).toBe(records.length);
    expect(count(/^\s+H2\b/)).toBe(records.length);
    expect(count(/\/Scope \/Row/)).toBe(records.length * columns);
    expect(count(/^\s+TD\b/)).toBe(records.length * columns);
  });
});

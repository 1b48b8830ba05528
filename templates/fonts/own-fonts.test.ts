import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { layOutReport } from '../../shared/layout/lay-out-report.ts';
import { WEIGHTS } from '../../shared/layout/metrics.ts';
import { openFonts } from '../../shared/paint/open-fonts.ts';
import { paintReport } from '../../shared/paint/paint-report.ts';
import { glyphAdvances, openSfnt } from '../../shared/paint/sfnt.ts';
import { makeCollection, makeFont } from '../../test/make-font.ts';
import { readPdf } from '../../test/read-pdf.ts';
import { sample2021 } from '../../test/sample-records.ts';
import { loadFonts, loadMetrics, loadMetricsTable, sourcePlaces } from './load-fonts.ts';
import { openOwnFonts } from './own-fonts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jixiao-own-fonts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Fills the folder: what `fonts.json` says, and files. */
function put(list: unknown, files: Readonly<Record<string, Uint8Array>>): void {
  writeFileSync(path.join(folder, 'fonts.json'), JSON.stringify(list));
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), bytes);
  }
}

const sameGlyphs = (text: string): Record<string, string> =>
  Object.fromEntries([...text].map((one) => [one, one]));

const COMMON = sameGlyphs('部门预算项目绩效自评表0123456789');

/** A character of Extension B that our own fonts lack, in the shape of another. */
const RARE = { 𪚥: '龍' };

const places = () => sourcePlaces(openOwnFonts(folder));

/** The report of one project of 2021 whose name is this text. */
function reportOf(projectName: string) {
  const fonts = loadFonts(places());
  const { recordSet, form } = sample2021();
  const [first] = recordSet.records;
  if (first === undefined) throw new Error('the sample has no rows');
  const records = [{ ...first, texts: { ...first.texts, projectName } }];
  return paintReport(layOutReport({ ...recordSet, records }, form, fonts.metrics), fonts);
}

/** Names of the fonts in a PDF, without the tag of their subset. */
async function fontNames(bytes: Uint8Array): Promise<readonly string[]> {
  const { context } = await PDFDocument.load(bytes);
  return context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict ? [object.get(PDFName.of('FontName'))] : [],
    )
    .filter((name) => name !== undefined)
    .map((name) => String(name).replace(/^\/[A-Z]{6}\+/, ''))
    .sort();
}

describe('fonts of the operator', () => {
  test('go before ours, each for its purpose, and ours print what they lack', async () => {
    put(
      { title: 'bs.ttf', body: 'fs.ttf', heading: 'ht.ttf' },
      {
        'bs.ttf': await makeFont({ name: 'XiaoBiaoSong', glyphs: COMMON }),
        'fs.ttf': await makeFont({ name: 'FangSong', glyphs: COMMON }),
        'ht.ttf': await makeFont({ name: 'HeiTi', glyphs: COMMON }),
      },
    );
    expect(await fontNames(await reportOf('绩效项目，龍'))).toEqual([
      'FangSong',
      'HeiTi',
      // 附件 of the attachment mark, which this HeiTi lacks.
      'NotoSansSC-Medium',
      'NotoSerifSC-Black',
      'NotoSerifSC-Bold',
      'NotoSerifSC-Regular',
      'NotoSerifSC-Regular',
      'XiaoBiaoSong',
    ]);
  });

  test('print what our own lack, and say so to whoever asks before', async () => {
    expect(loadMetrics().has(0x2a6a5)).toBe(false);
    put({ extra: ['b.ttf'] }, { 'b.ttf': await makeFont({ name: 'ExtB', glyphs: RARE }) });
    expect(loadMetrics(places()).has(0x2a6a5)).toBe(true);
    const bytes = await reportOf('甲𪚥乙');
    expect(await fontNames(bytes)).toContain('ExtB');
    const { texts } = await readPdf(bytes);
    expect(texts.map(({ text }) => text).join('')).toContain('甲𪚥乙');
  });

  test('a character that one of them has is printed in every weight', async () => {
    put(
      { body: 'fs.ttf' },
      { 'fs.ttf': await makeFont({ name: 'Fs', glyphs: { ...COMMON, ...RARE } }) },
    );
    const { metrics, stack } = loadFonts(places());
    const open = await openFonts(loadFonts(places()));
    for (const weight of WEIGHTS) {
      expect(metrics.advance(0x2a6a5, weight)).toBeGreaterThan(0);
      expect(stack[weight].some((file) => open(file).has(0x2a6a5))).toBe(true);
    }
  });

  test('what is measured is what is painted, in every weight', async () => {
    const glyphs = { ...COMMON, ...sameGlyphs('iW，%'), ...RARE, a: 'W' };
    put(
      { body: 'fs.ttf', title: 'fs.ttf' },
      { 'fs.ttf': await makeFont({ name: 'Fs', glyphs, unitsPerEm: 2048 }) },
    );
    const files = loadFonts(places());
    const open = await openFonts(files);
    for (const weight of WEIGHTS) {
      for (const point of [...'aiW，%019绩龍㙍𪚥é'].map((one) => one.codePointAt(0) ?? 0)) {
        const font = files.stack[weight].find((file) => open(file).has(point));
        if (font === undefined) throw new Error(`nothing prints ${point}`);
        const cut = openSfnt(open(font).subset([point]));
        // The only glyph beside the one for what is missing.
        expect(files.metrics.advance(point, weight)).toBe(glyphAdvances(cut)(1));
      }
    }
  });

  test('the same records and the same fonts give the same bytes', async () => {
    put({ body: 'fs.ttf' }, { 'fs.ttf': await makeFont({ name: 'Fs', glyphs: COMMON }) });
    const [once, again] = [await reportOf('绩效项目'), await reportOf('绩效项目')];
    expect(Buffer.compare(once, again)).toBe(0);
  });

  test('added to metrics that hold them already, they change nothing', async () => {
    put(
      { body: 'fs.ttf' },
      { 'fs.ttf': await makeFont({ name: 'Fs', glyphs: { ...COMMON, ...RARE } }) },
    );
    const table = loadMetricsTable(places());
    writeFileSync(path.join(folder, 'metrics.json'), JSON.stringify(table));
    const fonts = new URL(`file://${folder}/`);
    expect(loadMetricsTable({ ...places(), fonts })).toEqual(table);
  });

  test('may stand in a collection', async () => {
    const two = ['First', 'Second'].map((name) => makeFont({ name, glyphs: COMMON }));
    put(
      { body: { file: 'two.ttc', face: 1 } },
      { 'two.ttc': makeCollection(await Promise.all(two)) },
    );
    expect(await fontNames(await reportOf('绩效项目'))).toContain('Second');
  });

  test('a glyph without an outline and a private character count as missing', async () => {
    const glyphs = { ...COMMON, 𪚥: '　', '\ue000': '龍' };
    put({ body: 'fs.ttf' }, { 'fs.ttf': await makeFont({ name: 'Fs', glyphs }) });
    const { has } = loadMetrics(places());
    expect([0x2a6a5, 0xe000].map(has)).toEqual([false, false]);
  });
});

describe('a font that cannot be used is told by its file, with what to do', () => {
  const whole = (sketch: Partial<Parameters<typeof makeFont>[0]> = {}): Promise<Uint8Array> =>
    makeFont({ name: 'Fs', glyphs: COMMON, ...sketch });
  const text = (said: string): Uint8Array => new TextEncoder().encode(said);

  test.each<[string, RegExp, () => Promise<Uint8Array> | Uint8Array]>([
    ['no font', /no TrueType font/, () => text('%PDF-1.7 and more')],
    ['an empty file', /no TrueType font/, () => new Uint8Array()],
    ['CFF', /PostScript outlines.*otf2ttf/, () => text('OTTO and more')],
    [
      'CFF in a collection',
      /PostScript outlines.*otf2ttf/,
      () => makeCollection([text('OTTO\0\0')]),
    ],
    ['a web font', /WOFF2/, () => text('wOF2 and more')],
    ['embedding forbidden', /fsType 0x0002.*licensed/, () => whole({ rights: 0x0002 })],
    ['subsetting forbidden', /fsType 0x0108/, () => whole({ rights: 0x0108 })],
    ['bitmaps only', /fsType 0x0200/, () => whole({ rights: 0x0200 })],
    ['variable', /variable font/, () => whole({ tables: { fvar: new Uint8Array(8) } })],
    ['without licence', /lacks the table OS\/2/, () => whole({ tables: { 'OS/2': null } })],
    ['cut off', /damaged or cut off/, async () => (await whole()).subarray(0, 2000)],
    [
      'too few characters',
      /lacks “表89”.*extra/,
      () => whole({ glyphs: sameGlyphs('部门预算项目绩效自评01234567') }),
    ],
    [
      'a collection',
      /0 A, 1 B.*"face"/,
      async () => makeCollection([await whole({ name: 'A' }), await whole({ name: 'B' })]),
    ],
  ])('%s', async (_, said, bytes) => {
    put({ body: 'fs.ttf' }, { 'fs.ttf': await bytes() });
    expect(() => openOwnFonts(folder)).toThrow(said);
    expect(() => openOwnFonts(folder)).toThrow(/^fs\.ttf：/);
  });

  test('rights to view and print suffice', async () => {
    put({ body: 'fs.ttf' }, { 'fs.ttf': await whole({ rights: 0x0004 }) });
    expect(openOwnFonts(folder).all).toHaveLength(1);
  });

  test('a face that the file does not have', async () => {
    put({ body: { file: 'fs.ttf', face: 2 } }, { 'fs.ttf': await whole() });
    expect(() => openOwnFonts(folder)).toThrow(/fs\.ttf: it holds 1 font\(s\): there is no face 2/);
  });

  test.each([
    ['a missing file', { body: 'gone.ttf' }, /gone\.ttf of fonts\.json is not in/],
    ['an unknown purpose', { bodytext: 'fs.ttf' }, /fonts\.json must say.*bodytext/],
    ['a file elsewhere', { body: '../fs.ttf' }, /fonts\.json must say.*body/],
  ])('%s', (_, list, said) => {
    put(list, {});
    expect(() => openOwnFonts(folder)).toThrow(said);
  });

  test('a folder without fonts.json', () => {
    expect(() => openOwnFonts(folder)).toThrow(/needs a JSON file fonts\.json/);
  });
});

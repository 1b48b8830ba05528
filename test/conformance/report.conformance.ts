import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leaves } from '../../templates/form.ts';
import { type Sample, sample2020, sample2021 } from '../sample-records.ts';
import { fontsOf, type GreyPage, picturesOf, textOfPages, wordsOfPages } from './poppler.ts';
import { expectRows } from './read-rows.ts';
import { runTool } from './run-tool.ts';
import { REPORTS, reportSamples, type SampleOutputs } from './sample-outputs.ts';
import { describeWith } from './tools.ts';

/* The reports of the samples, read by programs that know nothing of us. */

let outputs: SampleOutputs;
beforeAll(async () => {
  outputs = await reportSamples();
});
afterAll(() => outputs.remove());

const pdfs = Object.values(REPORTS);

describeWith('qpdf', 'reports, checked by qpdf', () => {
  test.each(pdfs)('%s is clean', async (name) => {
    const { stdout, stderr, exitCode } = await runTool('qpdf', ['--check', outputs.file(name)]);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout.toString('utf8')).toContain('No syntax or stream encoding errors found');
  });
});

describeWith('poppler', 'reports, read by poppler', () => {
  test.each(pdfs)('%s has its fonts embedded, cut down, and copyable', async (name) => {
    const fonts = await fontsOf(outputs.file(name));
    expect(fonts.length).toBeGreaterThan(0);
    expect(
      fonts.filter(({ embedded, subset, toUnicode }) => !(embedded && subset && toUnicode)),
    ).toEqual([]);
  });

  describe.each([
    ['2020', sample2020(), REPORTS['2020']],
    ['2021', sample2021(), REPORTS['2021']],
  ])('%s', (_, sample, name) => {
    test('holds every cell as published, in order, and nothing else', async () => {
      const pages = await textOfPages(outputs.file(name));
      expectRows({ pages, before: '单位：万元' }, rowsOf(sample));
      expect(pages.join('')).toContain(sample.recordSet.submitter.name);
    });

    test('shows ink wherever it has text', async () => {
      const pictures = await picturesOf(outputs.file(name), DOTS_A_POINT);
      const pages = await wordsOfPages(outputs.file(name));
      expect(pages).toHaveLength(pictures.length);
      const blank = pages.flatMap((words, index) =>
        words.flatMap(charactersOf).filter((box) => !hasInk(pictures[index]!, box)),
      );
      expect(blank).toEqual([]);
      for (const picture of pictures) expect(hasInk(picture, MARGIN)).toBe(false);
    });
  });
});

/** The texts of each row, cell by cell in the order of the columns, without white space. */
const rowsOf = ({ form, published }: Sample): string[][] =>
  published.map((row) =>
    leaves(form.columns)
      .map(({ field }) => (row[field] ?? '').replace(/\s/gu, ''))
      .filter((text) => text !== ''),
  );

interface Box {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** At this scale a character of the table's body is some 13 dots wide. */
const DOTS_A_POINT = 2;
/** A shade that no smoothing of an edge alone gives. */
const INK = 128;
/** Nothing is ever printed in the corner of a page. */
const MARGIN: Box = { text: '', left: 2, top: 2, right: 20, bottom: 20 };

/** A word of Chinese characters one by one, since all of a size are of one width; others whole. */
function charactersOf(word: Box): readonly Box[] {
  const characters = [...word.text];
  if (!/^\p{Script=Han}+$/u.test(word.text)) return [word];
  const width = (word.right - word.left) / characters.length;
  return characters.map((text, index) => ({
    text,
    left: word.left + index * width,
    right: word.left + (index + 1) * width,
    top: word.top,
    bottom: word.bottom,
  }));
}

function hasInk({ width, shades }: GreyPage, box: Box): boolean {
  const [left, right] = [box.left, box.right].map((x) => Math.round(x * DOTS_A_POINT)) as Pair;
  const [top, bottom] = [box.top, box.bottom].map((y) => Math.round(y * DOTS_A_POINT)) as Pair;
  for (let y = top; y < bottom; y += 1) {
    if (shades.subarray(y * width + left, y * width + right).some((shade) => shade < INK)) {
      return true;
    }
  }
  return false;
}

type Pair = [number, number];

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outputOf } from './run-tool.ts';

/** A font of a PDF as pdffonts lists it. */
export interface ListedFont {
  readonly name: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  /** True when it says which character each glyph is. */
  readonly toUnicode: boolean;
}

/** A word and where it stands: points from the top left corner of its page. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A page in shades of grey, 0 black to 255 white, row by row. */
export interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly shades: Uint8Array;
}

const POINTS_AN_INCH = 72;

/** The fonts of a PDF. */
export async function fontsOf(pdf: string): Promise<readonly ListedFont[]> {
  const listed = (await outputOf('pdffonts', [pdf])).toString('utf8');
  const [, , ...lines] = listed.trimEnd().split('\n');
  return lines.map((line) => {
    const [, name, ...answers] =
      /^(\S+) .* (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`pdffonts lists a font as "${line}"`);
    const [embedded, subset, toUnicode] = answers.map((answer) => answer === 'yes');
    return { name, embedded: !!embedded, subset: !!subset, toUnicode: !!toUnicode };
  });
}

/** The text of each page in the order in which it is painted, without white space. */
export async function textOfPages(pdf: string): Promise<readonly string[]> {
  const text = (await outputOf('pdftotext', ['-raw', pdf, '-'])).toString('utf8');
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s/gu, ''));
}

/** The words of each page. */
export async function wordsOfPages(pdf: string): Promise<readonly (readonly Word[])[]> {
  const html = (await outputOf('pdftotext', ['-bbox', pdf, '-'])).toString('utf8');
  const word =
    /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/gu;
  const [, ...pages] = html.split('<page ');
  return pages.map((page) =>
    [...page.matchAll(word)].map(([, left, top, right, bottom, text = '']) => ({
      text,
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
    })),
  );
}

/** The pages as pictures, `dotsAPoint` dots to a point. */
export async function picturesOf(pdf: string, dotsAPoint: number): Promise<readonly GreyPage[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-pages-'));
  try {
    const resolution = String(dotsAPoint * POINTS_AN_INCH);
    await outputOf('pdftoppm', ['-gray', '-r', resolution, pdf, path.join(folder, 'page')]);
    return readdirSync(folder)
      .sort()
      .map((name) => greyPage(readFileSync(path.join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reads a binary PGM: a header of four words, then a byte a dot. */
function greyPage(file: Buffer): GreyPage {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64));
  if (header === null) throw new Error('pdftoppm made something else than a grey picture');
  const [start, width, height] = header;
  return {
    width: Number(width),
    height: Number(height),
    shades: file.subarray(start.length),
  };
}

import type { FontFile, FontFiles } from '../../templates/fonts/load-fonts.ts';
import { printableGlyphs } from './font-facts.ts';
import { type HarfBuzz, loadHarfBuzz, type OpenFont } from './harfbuzz.ts';
import { openSfnt } from './sfnt.ts';

/** A font of the stack, ready to be asked and cut. */
export interface StackFont extends OpenFont {
  /** Name the PDF calls it by. */
  readonly name: string;
  /** True for a character that it prints. */
  readonly has: (codePoint: number) => boolean;
}

/** Opens a font of the stack; the next report of this process finds it open. */
export type OpenFonts = (file: FontFile) => StackFont;

const opened = new WeakMap<FontFiles, Promise<OpenFonts>>();

/** What opens the fonts of a stack: each when it is first asked for, and once. */
export function openFonts(files: FontFiles): Promise<OpenFonts> {
  const known = opened.get(files);
  if (known !== undefined) return known;
  const opening = loadHarfBuzz(files.harfBuzz).then(openWith);
  opened.set(files, opening);
  return opening;
}

function openWith(harfBuzz: HarfBuzz): OpenFonts {
  const fonts = new Map<FontFile, StackFont>();
  return (file) => {
    const font = fonts.get(file) ?? openOne(file, harfBuzz);
    fonts.set(file, font);
    return font;
  };
}

function openOne({ name, face, read }: FontFile, harfBuzz: HarfBuzz): StackFont {
  let bytes: Uint8Array | null = read();
  const glyphs = printableGlyphs(openSfnt(bytes, face));
  let font: OpenFont | null = null;
  return {
    name,
    has: (codePoint) => glyphs.has(codePoint),
    subset(codePoints) {
      font ??= harfBuzz.open(bytes ?? read(), face);
      // HarfBuzz has a copy of its own.
      bytes = null;
      return font.subset(codePoints);
    },
  };
}

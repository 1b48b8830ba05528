import type { FontFiles } from '../../templates/fonts/load-fonts.ts';
import { loadHarfBuzz, type OpenFont } from './harfbuzz.ts';

/** The fonts of `FontFiles`, open in HarfBuzz. */
export interface OpenFonts {
  readonly coreRegular: OpenFont;
  readonly coreBold: OpenFont;
  readonly fullRegular: () => OpenFont;
}

const opened = new WeakMap<FontFiles, Promise<OpenFonts>>();

/** Opens the fonts once: the next report of this process finds them open. */
export function openFonts(files: FontFiles): Promise<OpenFonts> {
  const known = opened.get(files);
  if (known !== undefined) return known;
  const opening = open(files);
  opened.set(files, opening);
  return opening;
}

async function open(files: FontFiles): Promise<OpenFonts> {
  const harfBuzz = await loadHarfBuzz(files.harfBuzz);
  let full: OpenFont | undefined;
  return {
    coreRegular: harfBuzz.open(files.coreRegular),
    coreBold: harfBuzz.open(files.coreBold),
    fullRegular: () => {
      full ??= harfBuzz.open(files.fullRegular());
      return full;
    },
  };
}

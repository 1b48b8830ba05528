/** Font's name on the page → code, as four hexadecimal digits → character. */
export type FontCodes = ReadonlyMap<string, ReadonlyMap<string, string>>;

/*
 * Content streams as `shared/paint/content-stream.ts` writes them, line by line. What a line like none
 * of these would show cannot be told, so such a page is not vouched for.
 */
const NUMBER = '-?[\\d.]+';
const BEGIN = /^\/(?:H1|H2|P|TH|TD)<<\/MCID (\d+)>>BDC$/;
const TEXT = new RegExp(
  `^(?:${NUMBER} g )?(?:${NUMBER} ){6}Tm((?:(?: /\\w+ ${NUMBER} Tf)? \\[[^\\]]*\\] TJ)+)(?: 0 g)?$`,
);
const RUN = /(?:\/(\w+) [\d.]+ Tf )?\[([^\]]*)\]/g;
const CODES = /<([\dA-F]*)>/g;
const ARTIFACT = /^\/Artifact<<\/Type\/(?:Layout|Pagination)>>BDC$/;
const DRAWING = [
  ARTIFACT,
  /^(?:BT 0 g|ET)$/,
  new RegExp(`^${NUMBER} g (?:(?:${NUMBER} ){4}re )+f$`),
  new RegExp(`^${NUMBER} G ${NUMBER} w (?:(?:${NUMBER} ){2}m (?:${NUMBER} ){2}l )+S$`),
];

/**
 * The text of each mark of a page, as its glyphs are seen. Throws for content that this program does
 * not write: the file was changed, or is another program's.
 */
export function visibleText(content: string, fonts: FontCodes): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  const shown = glyphReader(fonts);
  let mark: number | null = null;
  for (const line of content.split('\n')) {
    const [, begun] = BEGIN.exec(line) ?? [];
    const [, runs] = TEXT.exec(line) ?? [];
    if (begun !== undefined) {
      mark = Number(begun);
      if (texts.has(mark)) throw new Error(`mark ${mark} stands twice on a page`);
      texts.set(mark, '');
    } else if (line === 'EMC') {
      mark = null;
    } else if (runs !== undefined) {
      const text = shown(runs);
      if (mark !== null) texts.set(mark, (texts.get(mark) ?? '') + text);
    } else if (!DRAWING.some((known) => known.test(line))) {
      throw new Error(`content of another program: ${line.slice(0, 80)}`);
    }
  }
  return texts;
}

/** Reads runs of glyphs in their order on the page: a font stays until another is named. */
function glyphReader(fonts: FontCodes): (runs: string) => string {
  let font = '';
  return (runs) => {
    let text = '';
    for (const [, named, operand = ''] of runs.matchAll(RUN)) {
      font = named ?? font;
      const codes = fonts.get(font);
      for (const [, digits = ''] of operand.matchAll(CODES)) {
        for (const code of digits.match(/.{4}/g) ?? []) {
          const character = codes?.get(code);
          if (character === undefined) throw new Error(`a glyph of font ${font} has no character`);
          text += character;
        }
      }
    }
    return text;
  };
}

import type { Random } from '../simulation/random.ts';

/** Changes a part; undefined when there is nothing in it to change so. */
export type XmlStep = (xml: string, random: Random) => string | undefined;

const TAG = /<[^<>]*>/g;
/** Tags of cells, values and strings: most of what a reader looks at. */
const VALUE_TAG = /<\/?(?:\w+:)?(?:c|v|f|si|t|is|row|mergeCell|sheet|xf)\b[^<>]*>/g;

/** A piece of a part and where it stands. */
export interface Place {
  readonly at: number;
  readonly text: string;
}

/** A tag, or what else a pattern finds; half of them of cells and values. */
export function pickTag(xml: string, random: Random, pattern?: RegExp): Place | undefined {
  const wanted = pattern ?? (random.chance(0.5) ? VALUE_TAG : TAG);
  const found = [...xml.matchAll(wanted)];
  const match = found[random.below(found.length)];
  return match === undefined ? undefined : { at: match.index, text: match[0] };
}

/** The part with the piece replaced. */
export const replaced = (xml: string, { at, text }: Place, by: string): string =>
  xml.slice(0, at) + by + xml.slice(at + text.length);

/** From an opening tag to its end, the element's own name nested or not. */
function elementAt(xml: string, { at, text }: Place): Place | undefined {
  const name = /^<([\w:]+)/.exec(text)?.[1];
  if (name === undefined) return undefined;
  if (text.endsWith('/>')) return { at, text };
  let depth = 0;
  for (const match of xml.slice(at).matchAll(new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>`, 'g'))) {
    if (!match[0].endsWith('/>')) depth += match[1] === '/' ? -1 : 1;
    if (depth === 0) return { at, text: xml.slice(at, at + match.index + match[0].length) };
  }
  return undefined;
}

/** An element with all it holds, mostly one that holds values. */
export function pickElement(xml: string, random: Random): Place | undefined {
  const tag = pickTag(
    xml,
    random,
    random.chance(0.7) ? /<(?:c|row|si|t|v|mergeCell|xf|sheet|numFmt)\b[^<>]*>/g : undefined,
  );
  return tag === undefined ? undefined : elementAt(xml, tag);
}

/** What may stand in an attribute or a value where it should not. */
export const VALUES = [
  ...[
    '',
    '0',
    '-1',
    '1',
    '3',
    '00',
    '1e3',
    '1E999',
    'NaN',
    '1.5',
    '2147483648',
    '4294967296',
    '99999999999999999999',
    '１',
  ],
  ...[
    'A1',
    'a1',
    'A0',
    'XFD1048576',
    'XFE1',
    'ZZZZZZ1',
    'A1048577',
    'A1:B2',
    '$D$9',
    'D9 ',
    '9D',
    'R1C1',
    '__proto__',
    'D',
    '9',
  ],
  ...[
    's',
    'b',
    'e',
    'n',
    'd',
    'str',
    'inlineStr',
    'z',
    'true',
    'false',
    'hidden',
    'veryHidden',
    'rId1',
    'rId999',
    '合计',
  ],
  ...[
    'A1:XFD1048576',
    'A7:AG40',
    'D9:D9',
    'A1:A1048576',
    'AG32:A1',
    'A1:B2 C3:D4',
    'E9:F9',
    '1:1048576',
    '9'.repeat(10_000),
  ],
];

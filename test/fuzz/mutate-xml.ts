import { strToU8, zipSync } from 'fflate';
import type { Random } from '../simulation/random.ts';
import type { Mutation } from './mutation.ts';
import { partText, SHEET, SOURCES, STRINGS, STYLES, WORKBOOK } from './sources.ts';

/** Changes a part; undefined when there is nothing in it to change so. */
type Step = (xml: string, random: Random) => string | undefined;

const TAG = /<[^<>]*>/g;
/** Tags of cells, values and strings: most of what a reader looks at. */
const VALUE_TAG = /<\/?(?:\w+:)?(?:c|v|f|si|t|is|row|mergeCell|sheet|xf)\b[^<>]*>/g;

interface Place {
  readonly at: number;
  readonly text: string;
}

function pickTag(xml: string, random: Random, pattern?: RegExp): Place | undefined {
  const wanted = pattern ?? (random.chance(0.5) ? VALUE_TAG : TAG);
  const found = [...xml.matchAll(wanted)];
  const match = found[random.below(found.length)];
  return match === undefined ? undefined : { at: match.index, text: match[0] };
}

const replaced = (xml: string, { at, text }: Place, by: string): string =>
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

function pickElement(xml: string, random: Random): Place | undefined {
  const tag = pickTag(
    xml,
    random,
    random.chance(0.7) ? /<(?:c|row|si|t|v|mergeCell|xf|sheet|numFmt)\b[^<>]*>/g : undefined,
  );
  return tag === undefined ? undefined : elementAt(xml, tag);
}

const NAMES = [
  'c',
  'v',
  'row',
  'x',
  'sheetData',
  'si',
  't',
  '__proto__',
  'constructor',
  'a:c',
  'r',
  'is',
  'f',
  'mergeCells',
];

const VALUES = [
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

const ENTITIES = [
  ...[
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&#99999999999999999999;',
    '&#x;',
    '&;',
    '&undefined;',
    '&nbsp;',
    '&amp',
    '&amp;amp;',
    '&lt;v&gt;9&lt;/v&gt;',
  ],
  ...[
    '&x;',
    '&lol9;',
    '<![CDATA[9]]>',
    '<![CDATA[',
    ']]>',
    '<!-- -->',
    '<!--',
    '-->',
    '<?x?>',
    '<?',
    '<!DOCTYPE x>',
    '<',
    '>',
    '"',
    "'",
    '\u0000',
  ],
];

const DOCTYPE = `<!DOCTYPE x [<!ENTITY x "9"><!ENTITY y SYSTEM "file:///etc/passwd">${Array.from(
  { length: 10 },
  (_, level) => `<!ENTITY lol${level} "${level === 0 ? 'lol' : `&lol${level - 1};`.repeat(10)}">`,
).join('')}]>`;

const STEPS: Readonly<Record<string, Step>> = {
  'drop element': (xml, random) => {
    const element = pickElement(xml, random);
    return element && replaced(xml, element, '');
  },
  'double element': (xml, random) => {
    const element = pickElement(xml, random);
    return (
      element &&
      replaced(xml, element, element.text.repeat(random.pick([2, 2, 3, 2000])).slice(0, 4_000_000))
    );
  },
  'swap elements': (xml, random) => {
    const [one, other] = [pickElement(xml, random), pickElement(xml, random)].sort(
      (a, b) => (a?.at ?? 0) - (b?.at ?? 0),
    );
    if (one === undefined || other === undefined || one.at + one.text.length > other.at)
      return undefined;
    return replaced(replaced(xml, other, one.text), one, other.text);
  },
  'nest element': (xml, random) => {
    const element = pickElement(xml, random);
    const name = /^<([\w:]+)/.exec(element?.text ?? '')?.[1];
    const deep = random.pick([1, 20, 5000]);
    return (
      element &&
      replaced(xml, element, `<${name}>`.repeat(deep) + element.text + `</${name}>`.repeat(deep))
    );
  },
  'drop tag': (xml, random) => {
    const tag = pickTag(xml, random);
    return tag && replaced(xml, tag, '');
  },
  'rename tag': (xml, random) => {
    const tag = pickTag(xml, random);
    return (
      tag &&
      replaced(
        xml,
        tag,
        tag.text.replace(/^(<\/?)[\w:]+/, (_, open: string) => open + random.pick(NAMES)),
      )
    );
  },
  'rename element everywhere': (xml, random) => {
    const name = random.pick(['c', 'v', 'row', 'si', 't', 'sheetData', 'sheet', 'xf', 'mergeCell']);
    return xml.replace(new RegExp(`(</?)${name}(?=[\\s/>])`, 'g'), `$1${random.pick(NAMES)}`);
  },
  'self-close tag': (xml, random) => {
    const tag = pickTag(xml, random);
    return tag && replaced(xml, tag, tag.text.replace(/\/?>$/, random.chance(0.5) ? '/>' : '>'));
  },
  'attribute value': (xml, random) => {
    const match = pickTag(xml, random, /\b[\w:]+="[^"<>]*"/g);
    const value = random.pick(VALUES);
    return (
      match &&
      replaced(
        xml,
        match,
        match.text.replace(/"[^"]*"$/, () => `"${value}"`),
      )
    );
  },
  'attribute of a cell': (xml, random) => {
    const match = pickTag(
      xml,
      random,
      /(?<=<(?:c|row)\b[^<>]*)\b(?:r|t|s|spans|hidden|ht)="[^"<>]*"/g,
    );
    const value = random.pick(VALUES);
    return (
      match &&
      replaced(
        xml,
        match,
        match.text.replace(/"[^"]*"$/, () => `"${value}"`),
      )
    );
  },
  'attribute broken': (xml, random) => {
    const match = pickTag(xml, random, /\b[\w:]+="[^"<>]*"/g);
    const breaks = [
      '',
      'x',
      `${match?.text} ${match?.text}`,
      match?.text.slice(0, -1),
      match?.text.replaceAll('"', ''),
      match?.text.replace('=', ' = '),
      match?.text.replaceAll('"', "'"),
      match?.text.replace('=', ''),
    ];
    return match && replaced(xml, match, random.pick(breaks) ?? '');
  },
  'cell of another type': (xml, random) => {
    const match = pickTag(xml, random, /<c\b[^<>]*>/g);
    const type = random.pick(['s', 'b', 'e', 'n', 'd', 'str', 'inlineStr', '', 'x', '__proto__']);
    return (
      match &&
      replaced(
        xml,
        match,
        match.text.replace(/ t="[^"]*"/, '').replace(/(?=\/?>$)/, ` t="${type}"`),
      )
    );
  },
  'index of a string': (xml, random) => {
    const match = pickTag(xml, random, /(?<=t="s"><v>)\d+/g);
    return (
      match &&
      replaced(
        xml,
        match,
        random.pick([
          '0',
          '1',
          '-1',
          '99999',
          '1.5',
          '4294967295',
          '',
          'x',
          ' 1',
          '1e1',
          `${random.below(300)}`,
        ]),
      )
    );
  },
  'indices of strings swapped': (xml, random) => {
    const swap = new Map([[`${random.below(300)}`, `${random.below(300)}`]]);
    return xml.replace(/(?<=t="s"><v>)\d+/g, (index) => swap.get(index) ?? index);
  },
  'value of a cell': (xml, random) => {
    const match = pickTag(xml, random, /(?<=<v>)[^<]*/g);
    return (
      match &&
      replaced(
        xml,
        match,
        random.pick([
          ...VALUES,
          '1e308',
          '-1e308',
          '1e-308',
          '0x10',
          ' 35 ',
          '35,5',
          'Infinity',
          '-0',
          '1'.repeat(400),
        ]),
      )
    );
  },
  'text in between': (xml, random) => {
    const at = random.below(xml.length + 1);
    return xml.slice(0, at) + random.pick(ENTITIES) + xml.slice(at);
  },
  'entity in a text': (xml, random) => {
    const match = pickTag(xml, random, /(?<=<(?:t|v)>)[^<]*/g);
    return match && replaced(xml, match, match.text + random.pick(ENTITIES));
  },
  doctype: (xml) =>
    xml
      .replace(/(<\?xml[^>]*\?>)?/, (head) => `${head}${DOCTYPE}`)
      .replace(/(?<=<[tv]>)/, '&lol9;'),
  'prefix some': (xml, random) => {
    const prefix = random.pick(['x:', 'a:b:', ':', 'xmlns:', 'ns0:']);
    return xml.replace(/<(\/?)(c|v|row|si|t)(?=[\s/>])/g, (tag, close: string, name: string) =>
      random.chance(0.5) ? tag : `<${close}${prefix}${name}`,
    );
  },
  'prefix all': (xml) => xml.replace(/<(\/?)(\w+)(?=[\s/>])/g, '<$1x:$2'),
  truncate: (xml, random) => xml.slice(0, random.below(xml.length + 1)),
  'cut out': (xml, random) => {
    const at = random.below(xml.length + 1);
    return xml.slice(0, at) + xml.slice(at + random.below(random.pick([4, 100, 5000])));
  },
  'row numbers': (xml, random) => {
    const shift = random.pick([-40, -1, 1, 7, 1000, 1_048_570, 2 ** 31]);
    return xml.replace(/(?<=<row r=")\d+/g, (number) => `${Number(number) + shift}`);
  },
  'addresses without rows': (xml, random) =>
    random.chance(0.5)
      ? xml.replace(/(<c) r="[^"]*"/g, '$1')
      : xml.replace(/(<row) r="[^"]*"/g, '$1'),
  'rows backwards': (xml) => {
    const rows = xml.match(/<row\b.*?<\/row>/gs);
    if (rows === null) return undefined;
    return xml.replace(
      /<sheetData>.*<\/sheetData>/s,
      () => `<sheetData>${rows.toReversed().join('')}</sheetData>`,
    );
  },
  merges: (xml, random) => {
    const more = Array.from({ length: random.pick([1, 5, 30_000]) }, (_, index) => {
      const top = 1 + random.below(40);
      const corner = random.pick(['A', 'B', 'D', 'L', 'M', 'AG']);
      const end = random.pick(['A', 'B', 'D', 'L', 'M', 'AG', 'XFD']);
      return `<mergeCell ref="${corner}${top}:${end}${top + random.below(random.pick([1, 3, 2000])) + (index % 7)}"/>`;
    });
    return xml.replace('</mergeCells>', () => `${more.join('')}</mergeCells>`);
  },
  'hide rows': (xml, random) =>
    xml.replace(/<row /g, (tag) => (random.chance(0.5) ? tag : '<row hidden="1" ')),
  'far cells': (xml, random) => {
    const cell = random.pick([
      '<c r="XFD9"><v>1</v></c>',
      '<c r="GR9"><v>1</v></c>',
      '<c r="GT9" t="s"><v>4</v></c>',
    ]);
    const row = random.pick([
      '',
      '<row r="2002"><c r="A2002"><v>1</v></c></row>',
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    ]);
    return xml
      .replace(/<\/row>/g, (tag) => (random.chance(0.1) ? cell + tag : tag))
      .replace('</sheetData>', () => `${row}</sheetData>`);
  },
  'another encoding': (xml, random) =>
    xml.replace(
      /encoding="[^"]*"/,
      `encoding="${random.pick(['GBK', 'UTF-16', 'ISO-8859-1', 'UTF-7', 'x'])}"`,
    ),
};

const PARTS = [
  SHEET,
  SHEET,
  SHEET,
  SHEET,
  STRINGS,
  STRINGS,
  STYLES,
  WORKBOOK,
  'xl/_rels/workbook.xml.rels',
  '[Content_Types].xml',
  '_rels/.rels',
];

/** A package whose parts are no longer quite what their writer wrote. */
export function mutateXml(random: Random): Mutation {
  const source = random.pick(SOURCES);
  const parts = new Map(source.parts);
  const story = [`${source.period}, XML`];
  for (let steps = 1 + random.below(random.pick([1, 2, 6])); steps > 0; steps -= 1) {
    const part = random.pick(PARTS);
    const name = random.pick(Object.keys(STEPS));
    const changed = (STEPS[name] as Step)(partText(parts, part), random);
    if (changed === undefined) continue;
    parts.set(part, strToU8(changed));
    story.push(`${name} in ${part}`);
  }
  const bytes = zipSync(Object.fromEntries(parts), { level: 1 });
  return { source, format: null, bytes, meaning: { kind: 'unknown' }, story };
}

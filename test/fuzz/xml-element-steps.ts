import { pickElement, pickTag, replaced, VALUES, type XmlStep } from './xml-places.ts';

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

/** Elements, tags and attributes dropped, doubled, swapped, renamed, broken. */
export const ELEMENT_STEPS: Readonly<Record<string, XmlStep>> = {
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
};

import { pickTag, replaced, type XmlStep } from './xml-places.ts';

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

/** Entities, prefixes, encodings, and parts that end too early. */
export const TEXT_STEPS: Readonly<Record<string, XmlStep>> = {
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
  'another encoding': (xml, random) =>
    xml.replace(
      /encoding="[^"]*"/,
      `encoding="${random.pick(['GBK', 'UTF-16', 'ISO-8859-1', 'UTF-7', 'x'])}"`,
    ),
};

import { pickTag, replaced, VALUES, type XmlStep } from './xml-places.ts';

/** Addresses, types, indices, values, rows and merges that are not what they should be. */
export const SHEET_STEPS: Readonly<Record<string, XmlStep>> = {
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
};

import { strToU8 } from 'fflate';
import type { Random } from '../simulation/random.ts';
import type { Mutation } from './mutation.ts';
import { partText, SHEET, SOURCES, STRINGS, WORKBOOK } from './sources.ts';
import { type WrittenEntry, writeZip } from './zip-writer.ts';

/** Parts of the package, to be changed in place. */
type Parts = Map<string, Uint8Array>;
type Step = (parts: Parts, random: Random) => void;

const RELATIONS = 'xl/_rels/workbook.xml.rels';
const TYPES = '[Content_Types].xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const edit = (parts: Parts, name: string, change: (xml: string) => string): void => {
  parts.set(name, strToU8(change(partText(parts, name))));
};
const editAll = (parts: Parts, change: (xml: string) => string): void => {
  for (const name of [SHEET, STRINGS, WORKBOOK]) edit(parts, name, change);
};

/** Texts of shared strings, markup left alone. */
const editTexts = (parts: Parts, change: (text: string) => string): void =>
  edit(parts, STRINGS, (xml) =>
    xml.replace(/(<t[^<>/]*>)([^<]*)/g, (_, tag: string, text: string) => tag + change(text)),
  );

const sharedTexts = (parts: Parts): readonly string[] =>
  [...partText(parts, STRINGS).matchAll(/<si>(.*?)<\/si>/gs)].map(([, inside = '']) => inside);

const STRING_CELL = /<c r="([A-Z]+\d+)"((?: s="\d+")?) t="s"><v>(\d+)<\/v><\/c>/g;

/** The same table as other writers would write it: whatever is done, it means the same. */
export const REWRITES: Readonly<Record<string, Step>> = {
  'every element has a prefix': (parts) =>
    editAll(parts, (xml) =>
      xml.replaceAll('xmlns="', 'xmlns:x="').replace(/<(\/?)([A-Za-z]\w*)(?=[\s/>])/g, '<$1x:$2'),
    ),
  'single quotes': (parts) =>
    editAll(parts, (xml) =>
      xml.replace(/<[^?!][^<>]*>/g, (tag) => tag.replace(/="([^"']*)"/g, "='$1'")),
    ),
  'white space between elements': (parts) =>
    editAll(parts, (xml) => xml.replace(/>(?=<(?!\/t>|\/v>))/g, '>\r\n\t')),
  'white space in tags': (parts) =>
    editAll(parts, (xml) =>
      xml.replace(
        /<([^?!][^<>]*?)(\/?)>/g,
        (_, inside: string, end: string) => `<${inside} \n${end}>`,
      ),
    ),
  'no self-closed tags': (parts) =>
    editAll(parts, (xml) => xml.replace(/<([\w:]+)([^<>]*)\/>/g, '<$1$2></$1>')),
  comments: (parts) =>
    edit(parts, SHEET, (xml) =>
      xml.replace(/<(row|c) /g, '<!-- <c r="A1"><v>7</v></c> > --><?p <v>8</v>?><$1 '),
    ),
  CDATA: (parts) => editTexts(parts, (text) => `<![CDATA[${plain(text)}]]>`),
  'numbered characters': (parts) =>
    editTexts(parts, (text) =>
      [...plain(text)].map((one) => `&#x${one.codePointAt(0)?.toString(16)};`).join(''),
    ),
  'rich text': (parts) =>
    edit(parts, STRINGS, (xml) =>
      xml.replace(/<si><t([^<>/]*)>([^<&]+)<\/t><\/si>/g, (_, attributes: string, text: string) => {
        const half = Math.ceil(text.length / 2);
        const run = (piece: string, style: string): string =>
          `<r>${style}<t xml:space="preserve">${piece}</t></r>`;
        return attributes.includes('bogus')
          ? ''
          : `<si>${run(text.slice(0, half), '')}${run(text.slice(half), '<rPr><b/><sz val="11"/></rPr>')}</si>`;
      }),
    ),
  'phonetic runs': (parts) =>
    edit(parts, STRINGS, (xml) =>
      xml.replaceAll(
        '</si>',
        '<rPh sb="0" eb="1"><t>拼音</t></rPh><phoneticPr fontId="1" type="noConversion"/></si>',
      ),
    ),
  'inline strings': (parts) => {
    const texts = sharedTexts(parts);
    edit(parts, SHEET, (xml) =>
      xml.replace(
        STRING_CELL,
        (_, at: string, style: string, index: string) =>
          `<c r="${at}"${style} t="inlineStr"><is>${texts[Number(index)]}</is></c>`,
      ),
    );
  },
  'texts of formulas': (parts) => {
    const texts = sharedTexts(parts).map((inside) => inside.replace(/<[^<>]*>/g, ''));
    edit(parts, SHEET, (xml) =>
      xml.replace(
        STRING_CELL,
        (_, at: string, style: string, index: string) =>
          `<c r="${at}"${style} t="str"><f>A1&amp;""</f><v>${texts[Number(index)]}</v></c>`,
      ),
    );
  },
  'numbers of formulas': (parts) =>
    edit(parts, SHEET, (xml) => xml.replace(/(<c r="[D-L]\d+"[^<>]*>)(<v>)/g, '$1<f>1+1</f>$2')),
  'numbers with exponents': (parts) =>
    edit(parts, SHEET, (xml) =>
      xml.replace(
        /(<c r="[D-L]\d+"(?: s="\d+")?><v>)([\d.]+)/g,
        (_, head: string, number: string) => head + Number(number).toExponential().toUpperCase(),
      ),
    ),
  'cells typed n': (parts) =>
    edit(parts, SHEET, (xml) =>
      xml.replace(/(<c r="[A-Z]+\d+"(?: s="\d+")?)(><v>)/g, '$1 t="n"$2'),
    ),
  'no addresses where they follow': (parts) =>
    edit(parts, SHEET, (xml) => xml.replace(/<(c|row) r="[^"]*"/g, '<$1')),
  'attributes in another order': (parts) =>
    edit(parts, SHEET, (xml) =>
      xml.replace(
        /<c ([^<>]*?)(\/?)>/g,
        (_, attributes: string, end: string) =>
          `<c ${attributes.trim().split(' ').toReversed().join(' ')}${end}>`,
      ),
    ),
  'byte order marks': (parts) => {
    for (const name of [SHEET, STRINGS, WORKBOOK, RELATIONS, TYPES])
      edit(parts, name, (xml) => `\uFEFF${xml}`);
  },
  'no XML declarations': (parts) => editAll(parts, (xml) => xml.replace(/^<\?xml.*?\?>\s*/s, '')),
  'strict namespaces': (parts) => {
    editAll(parts, (xml) =>
      xml
        .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    );
  },
  'absolute targets': (parts) =>
    edit(parts, RELATIONS, (xml) => xml.replace(/Target="(?!\/)/g, 'Target="/xl/')),
  'other names of parts': (parts) => {
    const moved: readonly (readonly [string, string])[] = [
      [SHEET, 'xl/worksheets/table.xml'],
      [STRINGS, 'xl/strings.xml'],
    ];
    for (const [from, to] of moved) {
      parts.set(to, parts.get(from) ?? new Uint8Array());
      parts.delete(from);
      edit(parts, RELATIONS, (xml) =>
        xml.replace(from.slice('xl/'.length), to.slice('xl/'.length)),
      );
      edit(parts, TYPES, (xml) => xml.replace(from, to));
    }
  },
  'strings in another order': (parts) => {
    const strings = [...partText(parts, STRINGS).matchAll(/<si>.*?<\/si>/gs)].map(([si]) => si);
    edit(parts, STRINGS, (xml) =>
      xml.replace(/<si>.*<\/si>/s, () => `<si><t>闲</t></si>${strings.toReversed().join('')}`),
    );
    edit(parts, SHEET, (xml) =>
      xml.replace(/(?<= t="s"><v>)\d+/g, (index) => `${strings.length - Number(index)}`),
    );
  },
  'invisible characters': (parts) =>
    edit(parts, SHEET, (xml) => xml) ?? editTexts(parts, (text) => `\u200b${text}\u00a0_x000D_`),
  'white space around texts': (parts) =>
    edit(parts, STRINGS, (xml) =>
      xml.replace(
        /<t(?: xml:space="preserve")?>([^<]*)<\/t>/g,
        '<t xml:space="preserve"> \t$1\n</t>',
      ),
    ),
  'styled blanks far away': (parts) =>
    edit(parts, SHEET, (xml) =>
      xml
        .replaceAll('</row>', '<c r="XFD9" s="2"/></row>')
        .replace('</sheetData>', () => `${BLANK_ROWS}</sheetData>`)
        .replace(/(<row r="(\d+)"(?:(?!<\/row>).)*)XFD9/gs, '$1XFD$2'),
    ),
  'extensions below': (parts) =>
    edit(parts, SHEET, (xml) =>
      xml.replace(
        '</worksheet>',
        '<extLst><ext uri="{x}"><sheetData><row r="9"><c r="D9"><v>1</v></c></row></sheetData></ext></extLst></worksheet>',
      ),
    ),
  'rules over whole columns': (parts) =>
    edit(parts, SHEET, (xml) =>
      xml.replace(
        '</mergeCells>',
        '</mergeCells><conditionalFormatting sqref="A1:XFD1048576"><cfRule type="cellIs" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="decimal" sqref="D1:L1048576"><formula1>0</formula1></dataValidation></dataValidations>',
      ),
    ),
  'a cover sheet': (parts) => addSheet(parts, 'visible'),
  'a hidden sheet': (parts) => addSheet(parts, 'hidden'),
  'other files inside': (parts) => {
    parts.set('docProps/thumbnail.jpeg', Uint8Array.of(0xff, 0xd8, 0xff));
    parts.set('xl/calcChain.xml', strToU8('<calcChain><c r="D9"/></calcChain>'));
    parts.set('customXml/item1.xml', strToU8('<x/>'));
    parts.set('xl/printerSettings/printerSettings1.bin', new Uint8Array(64));
  },
};

const BLANK_ROWS = Array.from(
  { length: 1500 },
  (_, index) => `<row r="${index + 100}"><c r="A${index + 100}" s="2"/></row>`,
).join('');

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** A sheet before the table with a few words on it. */
function addSheet(parts: Parts, state: string): void {
  parts.set(
    'xl/worksheets/cover.xml',
    strToU8(
      `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>填报说明</t></is></c></row></sheetData></worksheet>`,
    ),
  );
  edit(parts, WORKBOOK, (xml) =>
    xml.replace(
      /<((?:x:)?)sheets\s*>/,
      (tag, prefix: string) =>
        `${tag}<${prefix}sheet name="说明" sheetId="99" state="${state}" r:id="rId99"/>${prefix === '' ? '' : ''}`,
    ),
  );
  edit(parts, RELATIONS, (xml) =>
    xml.replace(
      '</Relationships>',
      '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/cover.xml"/></Relationships>',
    ),
  );
  edit(parts, TYPES, (xml) =>
    xml.replace(
      '</Types>',
      '<Override PartName="/xl/worksheets/cover.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    ),
  );
}

/** The same table in one or two other ways of writing. */
export function rewrite(random: Random): Mutation {
  const source = random.pick(SOURCES);
  const names = [random.pick(Object.keys(REWRITES))];
  return rewritten(source, names, random);
}

/** A source with the named rewrites, in a package written in one of several ways. */
export function rewritten(
  source: (typeof SOURCES)[number],
  names: readonly string[],
  random: Random,
): Mutation {
  const parts = new Map(source.parts);
  for (const name of names) REWRITES[name]?.(parts, random);
  const isStored = random.chance(0.3);
  const sizesAfter = random.chance(0.3);
  const entries = [...parts].map(
    ([name, data]): WrittenEntry => ({
      name,
      data,
      ...(isStored ? { stored: true } : {}),
      ...(sizesAfter ? { sizesAfter: true } : {}),
    }),
  );
  if (random.chance(0.5)) entries.reverse();
  const way = `${isStored ? 'stored' : 'deflated'}${sizesAfter ? ', sizes after' : ''}`;
  return {
    source,
    format: null,
    bytes: writeZip(entries, random.chance(0.2) ? '由 WPS 保存' : ''),
    meaning: { kind: 'same' },
    story: [`${source.period}: ${names.join(', ')}; ${way}`],
  };
}

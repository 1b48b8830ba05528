import {
  edit,
  editAll,
  editTexts,
  type Rewrite,
  STRING_CELL,
  sharedTexts,
} from './package-parts.ts';
import { partText, SHEET, STRINGS } from './sources.ts';

/** The same cells and strings in other markup. */
export const MARKUP_REWRITES: Readonly<Record<string, Rewrite>> = {
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
      xml.replace(/<si><t[^<>/]*>([^<&]+)<\/t><\/si>/g, (_, text: string) => {
        const half = Math.ceil(text.length / 2);
        const run = (piece: string, style: string): string =>
          `<r>${style}<t xml:space="preserve">${piece}</t></r>`;
        const bold = '<rPr><b/><sz val="11"/></rPr>';
        return `<si>${run(text.slice(0, half), '')}${run(text.slice(half), bold)}</si>`;
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
  'strings in another order': (parts) => {
    const strings = [...partText(parts, STRINGS).matchAll(/<si>.*?<\/si>/gs)].map(([si]) => si);
    edit(parts, STRINGS, (xml) =>
      xml.replace(/<si>.*<\/si>/s, () => `<si><t>闲</t></si>${strings.toReversed().join('')}`),
    );
    edit(parts, SHEET, (xml) =>
      xml.replace(/(?<= t="s"><v>)\d+/g, (index) => `${strings.length - Number(index)}`),
    );
  },
  'invisible characters': (parts) => editTexts(parts, (text) => `\u200b${text}\u00a0_x000D_`),
  'white space around texts': (parts) =>
    edit(parts, STRINGS, (xml) =>
      xml.replace(
        /<t(?: xml:space="preserve")?>([^<]*)<\/t>/g,
        '<t xml:space="preserve"> \t$1\n</t>',
      ),
    ),
};

/** A text without the five entities of XML. */
const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

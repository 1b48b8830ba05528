import { type PdfFile, type Reference, textString } from './pdf-file.ts';
import { srgbProfile } from './srgb-profile.ts';

/** What a file says about itself. */
export interface AboutReport {
  readonly title: string;
  /** The submitter. */
  readonly author: string;
  readonly producer: string;
}

/** The document's properties, for readers that do not know XMP. */
export const writeInfo = (file: PdfFile, { title, author, producer }: AboutReport): Reference =>
  file.add(
    `<</Title${textString(title)}/Author${textString(author)}/Producer${textString(producer)}>>`,
  );

/** The same as XMP, with what the file conforms to: PDF/A-3a and PDF/UA-1. */
export const writeMetadata = (file: PdfFile, about: AboutReport): Reference =>
  file.addPlainStream(new TextEncoder().encode(xmpPacket(about)), '/Type/Metadata/Subtype/XML');

/** What the greys of the pages mean: sRGB. */
export function writeOutputIntent(file: PdfFile): Reference {
  const profile = file.addStream(srgbProfile(), '/N 3');
  return file.add(
    '<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)' +
      `/Info(sRGB IEC61966-2.1)/DestOutputProfile ${profile}>>`,
  );
}

/** PDF/A wants every property described that is not its own: here that of PDF/UA. */
const UA_SCHEMA = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

const xmpPacket = ({
  title,
  author,
  producer,
}: AboutReport): string => `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${escaped(producer)}</pdf:Producer>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
${UA_SCHEMA}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;

/** Text as XML holds it. What XML cannot hold at all has no glyph either, and was refused in intake. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

import { createHash } from 'node:crypto';
import type { PlacedReport } from '../layout/pages.ts';
import { printedCsv, printedJson } from '../records/printed-table.ts';
import { type PdfFile, type Reference, textString } from './pdf-file.ts';

/** A file within the file. */
interface Attachment {
  readonly name: string;
  readonly description: string;
  /** As PDF names media types: / is #2F. */
  readonly type: string;
  /** The pages are made from the source; data is the same once more. */
  readonly relationship: 'Source' | 'Data';
  readonly text: string;
}

/**
 * Attaches the table as JSON and as CSV, just as it is printed; gives what the catalog says of it. A
 * draft carries none.
 */
export function attachedData(file: PdfFile, { table, isDraft }: PlacedReport): string {
  if (isDraft) return '';
  const csv = attach(file, {
    name: 'records.csv',
    description: '本表各行（CSV），与印出的一致 / the rows of this table as printed',
    type: 'text#2Fcsv',
    relationship: 'Data',
    text: printedCsv(table),
  });
  const json = attach(file, {
    name: 'records.json',
    description: '本表各行（JSON），与印出的一致 / the rows of this table as printed',
    type: 'application#2Fjson',
    relationship: 'Source',
    text: printedJson(table),
  });
  const names = `(records.csv)${csv}(records.json)${json}`;
  return `/AF[${json} ${csv}]/Names<</EmbeddedFiles<</Names[${names}]>>>>`;
}

function attach(file: PdfFile, attachment: Attachment): Reference {
  const bytes = new TextEncoder().encode(attachment.text);
  const sum = createHash('md5').update(bytes).digest('hex');
  const stream = file.addStream(
    bytes,
    `/Type/EmbeddedFile/Subtype/${attachment.type}` +
      `/Params<</Size ${bytes.length}/CheckSum<${sum}>>>`,
  );
  const name = textString(attachment.name);
  return file.add(
    `<</Type/Filespec/F(${attachment.name})/UF${name}/Desc${textString(attachment.description)}` +
      `/AFRelationship/${attachment.relationship}/EF<</F ${stream}/UF ${stream}>>>>`,
  );
}

import { type FormDefinition, formTitle } from '../../templates/form.ts';
import { joined } from '../byte-pieces.ts';
import { csvFile, jsonFile, pdfFile, workbookFile } from '../outputs.ts';
import type { OutputFile, PublishPorts } from '../ports.ts';
import type { PublicFile, PublicKind } from '../publication.ts';
import { printedCsv, printedJson, printedTable } from '../records/printed-table.ts';
import type { RecordSet } from '../records/record.ts';
import { sha256 } from '../sha256.ts';
import { packed } from '../sheets/stream/packed-part.ts';
import { zipPieces } from '../sheets/stream/write-zip.ts';
import type { SubmissionKey } from '../upload.ts';
import { packagePage } from './page.ts';
import { fileKey } from './site-keys.ts';
import { tableMarkup } from './table-markup.ts';

/** A file to be published, with what it is made of. */
export interface MadeFile {
  readonly file: PublicFile;
  readonly content: Uint8Array;
  readonly output: OutputFile;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every file of a submission's published table, from its masked records alone. The same records give the same bytes. */
export async function publicFiles(
  submission: SubmissionKey,
  masked: RecordSet,
  form: FormDefinition,
  ports: Pick<PublishPorts, 'printer' | 'workbooks' | 'site' | 'assets'>,
): Promise<readonly MadeFile[]> {
  const title = formTitle(form, masked.period, masked.submitter.name, masked.title);
  const table = printedTable(masked, form);
  const contents = {
    pdf: await ports.printer.print(masked, form),
    xlsx: await ports.workbooks.published(masked, form),
    csv: encode(printedCsv(table)),
    json: encode(printedJson(table)),
  };
  const html = packagePage(title, tableMarkup(masked, form), ports);
  const made = (kind: PublicKind, content: Uint8Array, output: OutputFile): MadeFile =>
    madeFile(submission, kind, content, output);
  return [
    made('pdf', contents.pdf, pdfFile(title)),
    made('xlsx', contents.xlsx, workbookFile(title)),
    made('csv', contents.csv, csvFile(title)),
    made('json', contents.json, jsonFile(title)),
    made('zip', publicPackage({ ...contents, html: encode(html) }), {
      contentType: 'application/zip',
      downloadName: `${title}（公开包）.zip`,
    }),
  ];
}

const madeFile = (
  submission: SubmissionKey,
  kind: PublicKind,
  content: Uint8Array,
  output: OutputFile,
): MadeFile => {
  const hash = sha256(content);
  return {
    file: { kind, key: fileKey(submission, hash, kind), sha256: hash, bytes: content.length },
    content,
    output,
  };
};

/** 公开包, for a site of the department's own: every rendering with the sums of all. */
function publicPackage(contents: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const parts = Object.entries(contents).map(([extension, bytes]) => ({
    name: `table.${extension}`,
    bytes,
  }));
  const sums = parts.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('');
  const all = [...parts, { name: 'SHA256SUMS', bytes: encode(sums) }];
  return joined([...zipPieces(all.map(({ name, bytes }) => packed(name, bytes)))]);
}

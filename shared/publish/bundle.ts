import { fileName } from '../file-name.ts';
import { inOrder } from '../in-order.ts';
import type { PublishPorts } from '../ports.ts';
import type { Publication, PublicFile } from '../publication.ts';
import { sha256 } from '../sha256.ts';
import { growPart, type PackedPart, packed } from '../sheets/stream/packed-part.ts';
import { zipStream } from '../sheets/stream/write-zip.ts';
import { type Columns, projectsCsv, projectsJson } from './open-data.ts';
import { publicTables, readPublic } from './published-tables.ts';
import { SITE_KEYS, submissionPage } from './site-keys.ts';
import { projectsSchemaText, tableSchemaText } from './table-schema.ts';

/** Something was taken out of the public while it was packed: what is packed is no more what is public. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
}

/** Files that are on their way at once, and their bytes, a single one apart. */
const AT_ONCE = 8;
const MOST_BYTES = 32 * 1024 * 1024;

/** The 公开包 of a table repeats its files. */
const PACKED_KINDS: readonly string[] = ['pdf', 'xlsx', 'csv', 'json'];

type Bucket = Pick<PublishPorts, 'publicFiles'>['publicFiles'];

/** A file and what it is called in the package. */
interface NamedFile {
  readonly name: string;
  readonly file: PublicFile;
}

/**
 * The package of a period: a folder a table, every project as CSV and JSON with these columns, the schemas
 * and sums. Files come and go one by one; held are those under way and the packed CSV and JSON. Throws
 * OvertakenError when a file was taken out meanwhile.
 */
export async function* bundleOf(
  period: string,
  current: readonly Publication[],
  columns: Columns,
  bucket: Bucket,
): AsyncGenerator<Uint8Array> {
  yield* zipStream(partsOf(period, current, columns, bucket));
}

async function* partsOf(
  period: string,
  current: readonly Publication[],
  columns: Columns,
  bucket: Bucket,
): AsyncGenerator<PackedPart> {
  const sums: string[] = [];
  const files = current.flatMap(namedFiles);
  const load = async ({ name, file }: NamedFile): Promise<PackedPart> => {
    const bytes = await readPublic(file, bucket);
    if (bytes === null) throw new OvertakenError(file.key);
    return packed(name, bytes);
  };
  const pace = {
    atOnce: AT_ONCE,
    most: MOST_BYTES,
    weightOf: ({ file }: NamedFile): number => file.bytes,
  };
  yield* inOrder(files, pace, load);
  sums.push(...files.map(({ name, file }) => sumLine(file.sha256, name)));

  const data = [
    [`projects-${period}.csv`, projectsCsv(publicTables(current, bucket), columns)],
    [`projects-${period}.json`, projectsJson(period, publicTables(current, bucket), columns)],
  ] as const;
  for (const [name, pieces] of data) yield await grown(name, pieces);
  const texts = [
    [SITE_KEYS.schema.replace('schema/', ''), tableSchemaText()],
    [SITE_KEYS.projectsSchema.replace('schema/', ''), projectsSchemaText()],
    ['README.txt', readme(period, current)],
  ] as const;
  for (const [name, text] of texts) {
    const bytes = new TextEncoder().encode(text);
    sums.push(sumLine(sha256(bytes), name));
    yield packed(name, bytes);
  }
  yield packed('SHA256SUMS', new TextEncoder().encode(sums.join('')));
}

/** A line as `sha256sum -c` reads it. */
export const sumLine = (hash: string, name: string): string => `${hash}  ${name}\n`;

function namedFiles({ submitter, name, title, files }: Publication): readonly NamedFile[] {
  const folder = fileName(`${submitter} ${name}`, '');
  return files
    .filter(({ kind }) => PACKED_KINDS.includes(kind))
    .map((file) => ({ name: `${folder}/${fileName(title, `.${file.kind}`)}`, file }));
}

async function grown(name: string, pieces: AsyncIterable<string>): Promise<PackedPart> {
  const part = growPart(name);
  for await (const piece of pieces) await part.write(piece);
  return part.end();
}

const readme = (period: string, current: readonly Publication[]): string =>
  [
    `${period}年度部门预算项目绩效自评公开数据`,
    '每个文件夹是一张自评表：PDF、Excel、CSV、JSON；projects 为全部项目；*.schema.json 说明其结构；',
    'SHA256SUMS 为各表文件的校验值，用 sha256sum -c SHA256SUMS 核对。“依法不予公开”处照原样写明。',
    '',
    `Self-evaluation tables published for ${period}: a folder a table (PDF, Excel, CSV, JSON), every project`,
    'in projects-*, described by *.schema.json; SHA256SUMS for sha256sum -c.',
    '',
    ...current.map(
      ({ period: own, submitter, title }) => `${title}  ${submissionPage(own, submitter)}`,
    ),
    '',
  ].join('\r\n');

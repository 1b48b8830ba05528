import { strFromU8, strToU8, zipSync } from 'fflate/browser';
import { damaged, tooHeavy } from '../refused.ts';
import type { ZipPackage } from '../zip/zip-package.ts';

const CONTENT_TYPES = '[Content_Types].xml';

/** Parts that carry values and number formats; drawings, comments and links to other files stay shut. */
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/_rels\/[^/]+|xl\/(workbook|styles|sharedStrings|metadata)\.bin|xl\/worksheets\/[^/]+\.bin)$/i;

/** The parts of an .xlsb that are needed, as a package again, uncompressed, for a reader that wants a zip. */
export function repack(file: ZipPackage, mostBytes: number): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  let bytes = 0;
  for (const name of file.names()) {
    // Copied, as a part lasts until the next one.
    const part = NEEDED.test(name) ? file.part(name)?.slice() : undefined;
    if (part === undefined) continue;
    bytes += part.length;
    if (bytes > mostBytes) throw tooHeavy('inflated-size', mostBytes);
    if (/\.xml$/i.test(name) && hasDocumentType(part)) throw damaged('forged');
    parts[name] = name === CONTENT_TYPES ? withoutShutParts(part, file) : part;
  }
  return zipSync(parts, { level: 0 });
}

/** A document type declaration, where bombs of entities are kept, stands in the first lines. */
const hasDocumentType = (part: Uint8Array): boolean =>
  strFromU8(part.subarray(0, 4096), true).includes('<!DOCTYPE');

/** The list of contents must not name what was left out: readers fail on a part that is missing. */
const withoutShutParts = (types: Uint8Array, file: ZipPackage): Uint8Array =>
  strToU8(
    strFromU8(types.subarray(0, MOST_CONTENT_TYPES)).replace(
      /<(?:\w+:)?Override\b[^>]*\bPartName="\/([^"]*)"[^>]*>/g,
      (element, name: string) =>
        file.has(name) && NEEDED.test(name) ? element : element.endsWith('/>') ? '' : element,
    ),
  );

/** A list of contents longer than this belongs to no workbook that a person made. */
const MOST_CONTENT_TYPES = 1024 * 1024;

import { bucketOf, type Operation, xmlReply } from './exchange.ts';
import {
  askedOf,
  commonPrefixes,
  described,
  encoderOf,
  isAfter,
  type Page,
  pageHead,
  pageOf,
} from './list-page.ts';
import { allVersions, type ListedVersion, versionById } from './versions.ts';
import { element, xmlDocument } from './xml.ts';

/** ListObjectVersions: every version and delete marker, the newest of a key first. */
export const listVersions: Operation = (request, context) => {
  const { name } = bucketOf(request, context);
  const asked = askedOf(request);
  const encode = encoderOf(request);
  const keyMarker = request.query.get('key-marker') ?? '';
  const idMarker = request.query.get('version-id-marker') ?? '';
  const marked = versionById(context.database, name, keyMarker, idMarker);

  const versions = allVersions(context.database, name, asked.prefix);
  const page = pageOf(versions, asked, ({ key, sequence }) =>
    key === keyMarker ? sequence < (marked?.sequence ?? 0) : isAfter(key, keyMarker, asked),
  );
  return xmlReply(
    xmlDocument(
      element('ListVersionsResult', [
        ...pageHead(name, request, page.truncated),
        ...(page.truncated ? nextMarkers(page, encode) : []),
        ...page.items.map((version) => versionEntry(version, encode)),
        ...commonPrefixes(page.prefixes, encode),
      ]),
    ),
  );
};

const versionEntry = (version: ListedVersion, encode: (key: string) => string): string =>
  element(version.deleteMarker ? 'DeleteMarker' : 'Version', [
    element('Key', encode(version.key)),
    element('VersionId', version.versionId),
    element('IsLatest', version.newest),
    ...(version.deleteMarker ? [element('LastModified', version.time)] : described(version)),
  ]);

function nextMarkers(page: Page<ListedVersion>, encode: (key: string) => string): string[] {
  const last = page.items.at(-1);
  const nextKey = element('NextKeyMarker', encode(page.last));
  // A page may end with a folded prefix; that has no version.
  if (last?.key !== page.last) return [nextKey];
  return [nextKey, element('NextVersionIdMarker', last.versionId)];
}

import { bucketOf, type Operation, type S3Request, xmlReply } from './exchange.ts';
import { allVersions, currentObjects, type ObjectVersion } from './versions.ts';
import { element, xmlDocument } from './xml.ts';

/** ListObjects and ListObjectsV2: the newest version of each key that is not deleted. */
export const listObjects: Operation = (request, context) => {
  const { name } = bucketOf(request, context);
  const { query } = request;
  const second = query.get('list-type') === '2';
  const after = second
    ? (fromToken(query.get('continuation-token')) ?? query.get('start-after') ?? '')
    : (query.get('marker') ?? '');
  const asked = askedOf(request);
  const objects = currentObjects(context.database, name, asked.prefix);
  const page = pageOf(objects, asked, (object) => isAfter(object.key, after, asked));
  const encode = encoderOf(request);
  const contents = page.items.map((object) =>
    element('Contents', [element('Key', encode(object.key)), ...described(object)]),
  );
  return xmlReply(
    xmlDocument(
      element('ListBucketResult', [
        ...pageHead(name, request, page.truncated),
        ...(second ? [element('KeyCount', page.items.length + page.prefixes.length)] : []),
        ...(page.truncated
          ? [
              second
                ? element('NextContinuationToken', toToken(page.last))
                : element('NextMarker', encode(page.last)),
            ]
          : []),
        ...contents,
        ...commonPrefixes(page.prefixes, encode),
      ]),
    ),
  );
};

/** ListObjectVersions: every version and delete marker, the newest of a key first. */
export const listVersions: Operation = (request, context) => {
  const { name } = bucketOf(request, context);
  const asked = askedOf(request);
  const keyMarker = request.query.get('key-marker') ?? '';
  const idMarker = request.query.get('version-id-marker');
  const encode = encoderOf(request);
  const newest = new Set<ObjectVersion>();
  let previousKey: string | null = null;
  let passed = idMarker === null;

  const page = pageOf(allVersions(context.database, name, asked.prefix), asked, (version) => {
    if (version.key !== previousKey) newest.add(version);
    previousKey = version.key;
    if (version.key !== keyMarker) return isAfter(version.key, keyMarker, asked);
    const isBehind = passed && idMarker !== null;
    if (version.versionId === idMarker) passed = true;
    return isBehind;
  });

  const entries = page.items.map((version) =>
    element(version.deleteMarker ? 'DeleteMarker' : 'Version', [
      element('Key', encode(version.key)),
      element('VersionId', version.versionId),
      element('IsLatest', newest.has(version)),
      ...(version.deleteMarker ? [element('LastModified', version.time)] : described(version)),
    ]),
  );
  const lastVersion = page.items.at(-1);
  const next = page.truncated
    ? [
        element('NextKeyMarker', encode(page.last)),
        ...(lastVersion?.key === page.last
          ? [element('NextVersionIdMarker', lastVersion.versionId)]
          : []),
      ]
    : [];
  return xmlReply(
    xmlDocument(
      element('ListVersionsResult', [
        ...pageHead(name, request, page.truncated),
        ...next,
        ...entries,
        ...commonPrefixes(page.prefixes, encode),
      ]),
    ),
  );
};

interface Asked {
  readonly prefix: string;
  /** Empty: no folding of keys. */
  readonly delimiter: string;
  readonly limit: number;
}

const LARGEST_PAGE = 1000;

function askedOf({ query }: S3Request): Asked {
  const limit = Number.parseInt(query.get('max-keys') ?? String(LARGEST_PAGE), 10);
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    limit: Math.min(Number.isNaN(limit) ? LARGEST_PAGE : Math.max(limit, 0), LARGEST_PAGE),
  };
}

interface Page {
  readonly items: readonly ObjectVersion[];
  /** Keys folded at the delimiter, each once. */
  readonly prefixes: readonly string[];
  readonly truncated: boolean;
  /** The last key or prefix of the page. */
  readonly last: string;
}

/** Takes what belongs on a page; `wanted` says of each version whether the pages before had it. */
function pageOf(
  versions: Iterable<ObjectVersion>,
  asked: Asked,
  wanted: (version: ObjectVersion) => boolean,
): Page {
  const items: ObjectVersion[] = [];
  const prefixes: string[] = [];
  let last = '';
  for (const version of versions) {
    if (!wanted(version)) continue;
    const folded = foldedKey(version.key, asked);
    if (folded !== null && folded === prefixes.at(-1)) continue;
    if (items.length + prefixes.length >= asked.limit) {
      return { items, prefixes, truncated: asked.limit > 0, last };
    }
    if (folded === null) items.push(version);
    else prefixes.push(folded);
    last = folded ?? version.key;
  }
  return { items, prefixes, truncated: false, last };
}

/** The key up to the first delimiter behind the prefix; null when there is none. */
function foldedKey(key: string, { prefix, delimiter }: Asked): string | null {
  const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return at === -1 ? null : key.slice(0, at + delimiter.length);
}

/** True when the key comes after the marker, and is not folded into a marker that is a prefix. */
const isAfter = (key: string, marker: string, asked: Asked): boolean =>
  Buffer.compare(Buffer.from(key), Buffer.from(marker)) > 0 &&
  (marker === '' || foldedKey(key, asked) !== marker);

const described = ({ time, etag, size }: ObjectVersion): string[] => [
  element('LastModified', time),
  element('ETag', etag),
  element('Size', size),
  element('StorageClass', 'STANDARD'),
];

const pageHead = (bucket: string, request: S3Request, truncated: boolean): string[] => {
  const { prefix, delimiter, limit } = askedOf(request);
  const encode = encoderOf(request);
  const encoding = request.query.get('encoding-type');
  return [
    element('Name', bucket),
    element('Prefix', encode(prefix)),
    ...(delimiter === '' ? [] : [element('Delimiter', encode(delimiter))]),
    ...(encoding === null ? [] : [element('EncodingType', encoding)]),
    element('MaxKeys', limit),
    element('IsTruncated', truncated),
  ];
};

const commonPrefixes = (prefixes: readonly string[], encode: (key: string) => string): string[] =>
  prefixes.map((prefix) => element('CommonPrefixes', [element('Prefix', encode(prefix))]));

/** Clients ask for URL-encoded keys, since XML cannot hold every character. */
const encoderOf = ({ query }: S3Request): ((key: string) => string) =>
  query.get('encoding-type') === 'url'
    ? (key) => encodeURIComponent(key).replaceAll('%2F', '/')
    : (key) => key;

const toToken = (key: string): string => Buffer.from(key).toString('base64url');

const fromToken = (token: string | null): string | null =>
  token === null ? null : Buffer.from(token, 'base64url').toString('utf8');

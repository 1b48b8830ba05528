import type { S3Request } from './exchange.ts';
import type { ObjectVersion } from './versions.ts';
import { element } from './xml.ts';

/** What a listing is asked for. */
export interface Asked {
  readonly prefix: string;
  /** Empty: no folding of keys. */
  readonly delimiter: string;
  readonly limit: number;
}

const LARGEST_PAGE = 1000;

/** Reads prefix, delimiter and the size of a page, which is at most 1,000. */
export function askedOf({ query }: S3Request): Asked {
  const limit = Number.parseInt(query.get('max-keys') ?? String(LARGEST_PAGE), 10);
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    limit: Math.min(Number.isNaN(limit) ? LARGEST_PAGE : Math.max(limit, 0), LARGEST_PAGE),
  };
}

/** A page of a listing. */
export interface Page<Item extends ObjectVersion> {
  readonly items: readonly Item[];
  /** Keys folded at the delimiter, each once. */
  readonly prefixes: readonly string[];
  readonly truncated: boolean;
  /** The last key or prefix of the page. */
  readonly last: string;
}

/** Takes what belongs on a page; `wanted` is true for what the pages before did not have. */
export function pageOf<Item extends ObjectVersion>(
  versions: Iterable<Item>,
  asked: Asked,
  wanted: (version: Item) => boolean,
): Page<Item> {
  const items: Item[] = [];
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
export const isAfter = (key: string, marker: string, asked: Asked): boolean =>
  Buffer.compare(Buffer.from(key), Buffer.from(marker)) > 0 &&
  (marker === '' || foldedKey(key, asked) !== marker);

/** What a listing says of a version besides its name. */
export const described = ({ time, etag, size }: ObjectVersion): string[] => [
  element('LastModified', time),
  element('ETag', etag),
  element('Size', size),
  element('StorageClass', 'STANDARD'),
];

/** What a listing says of itself. */
export const pageHead = (bucket: string, request: S3Request, truncated: boolean): string[] => {
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

/** The folded keys of a page. */
export const commonPrefixes = (
  prefixes: readonly string[],
  encode: (key: string) => string,
): string[] =>
  prefixes.map((prefix) => element('CommonPrefixes', [element('Prefix', encode(prefix))]));

/** Clients ask for URL-encoded keys, since XML cannot hold every character. */
export const encoderOf = ({ query }: S3Request): ((key: string) => string) =>
  query.get('encoding-type') === 'url'
    ? (key) => encodeURIComponent(key).replaceAll('%2F', '/')
    : (key) => key;

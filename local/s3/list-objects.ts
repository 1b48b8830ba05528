import { bucketOf, type Operation, type S3Request, xmlReply } from './exchange.ts';
import {
  askedOf,
  commonPrefixes,
  described,
  encoderOf,
  isAfter,
  pageHead,
  pageOf,
} from './list-page.ts';
import { currentObjects } from './versions.ts';
import { element, xmlDocument } from './xml.ts';

/** ListObjects and ListObjectsV2: the newest version of each key that is not deleted. */
export const listObjects: Operation = (request, context) => {
  const { name } = bucketOf(request, context);
  const asked = askedOf(request);
  const encode = encoderOf(request);
  const { after, nextMark } = isSecond(request) ? markedByToken(request) : markedByKey(request);
  const page = pageOf(currentObjects(context.database, name, asked.prefix), asked, ({ key }) =>
    isAfter(key, after, asked),
  );
  const contents = page.items.map((object) =>
    element('Contents', [element('Key', encode(object.key)), ...described(object)]),
  );
  return xmlReply(
    xmlDocument(
      element('ListBucketResult', [
        ...pageHead(name, request, page.truncated),
        element('KeyCount', page.items.length + page.prefixes.length),
        ...(page.truncated ? [nextMark(page.last)] : []),
        ...contents,
        ...commonPrefixes(page.prefixes, encode),
      ]),
    ),
  );
};

const isSecond = ({ query }: S3Request): boolean => query.get('list-type') === '2';

/** Where a page begins, and how the next one is told. */
interface Marking {
  /** The last key, or folded prefix, of the page before. */
  readonly after: string;
  readonly nextMark: (last: string) => string;
}

function markedByToken({ query }: S3Request): Marking {
  const token = query.get('continuation-token');
  return {
    after:
      token === null
        ? (query.get('start-after') ?? '')
        : Buffer.from(token, 'base64url').toString('utf8'),
    nextMark: (last) => element('NextContinuationToken', Buffer.from(last).toString('base64url')),
  };
}

function markedByKey(request: S3Request): Marking {
  const encode = encoderOf(request);
  return {
    after: request.query.get('marker') ?? '',
    nextMark: (last) => element('NextMarker', encode(last)),
  };
}

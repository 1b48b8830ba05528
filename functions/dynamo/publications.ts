import { inEditionOrder } from '../../shared/publication.ts';
import {
  type Key,
  publicationKey,
  publicationsPrefix,
  publicFileKey,
  publicFilesPrefix,
} from '../../shared/store/keys.ts';
import { parsePublication, parsePublicFile } from '../../shared/store/review-items.ts';
import type { Publications } from '../../shared/store/submissions.ts';
import type { SubmissionKey } from '../../shared/upload.ts';
import { putItems, queryItems, type Table } from './table.ts';

/** PUBLICATION items, and the FILE items of what they consist of. */
export function dynamoPublications(table: Table): Publications {
  const below = ({ pk, sk }: Key) =>
    queryItems(table, {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': sk },
      ConsistentRead: true,
    });
  const publicationsBelow = async (submission: SubmissionKey | null) =>
    (await below(publicationsPrefix(submission))).map(parsePublication);
  return {
    putPublication: (publication) =>
      putItems(table, [{ ...publicationKey(publication), publication }]),
    publicationsOf: publicationsBelow,
    publications: async () => (await publicationsBelow(null)).sort(inEditionOrder),
    notePublicFiles: (submission, keys) =>
      putItems(
        table,
        keys.map((file) => ({ ...publicFileKey(submission, file), file })),
      ),
    publicFilesOf: async (submission) =>
      (await below(publicFilesPrefix(submission))).map(parsePublicFile),
  };
}

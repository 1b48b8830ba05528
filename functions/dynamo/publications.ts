import { inEditionOrder } from '../../shared/publication.ts';
import { publicationKey, publicationsPrefix } from '../../shared/store/keys.ts';
import { parsePublication } from '../../shared/store/review-items.ts';
import type { Publications } from '../../shared/store/submissions.ts';
import type { SubmissionKey } from '../../shared/upload.ts';
import { putItems, queryItems, type Table } from './table.ts';

/** PUBLICATION items. */
export function dynamoPublications(table: Table): Publications {
  const below = async (submission: SubmissionKey | null) => {
    const { pk, sk } = publicationsPrefix(submission);
    const items = await queryItems(table, {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :publications)',
      ExpressionAttributeValues: { ':pk': pk, ':publications': sk },
      ConsistentRead: true,
    });
    return items.map(parsePublication);
  };
  return {
    putPublication: (publication) =>
      putItems(table, [{ ...publicationKey(publication), publication }]),
    publicationsOf: below,
    publications: async () => (await below(null)).sort(inEditionOrder),
  };
}

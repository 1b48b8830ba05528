import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Submissions } from '../../shared/store/submissions.ts';
import { dynamoBureau } from './bureau.ts';
import { dynamoHeads } from './heads.ts';
import { dynamoPeriods } from './periods.ts';
import { dynamoPublications } from './publications.ts';
import { dynamoReviews } from './reviews.ts';
import { dynamoRevisions } from './revisions.ts';
import { dynamoTrail } from './trail.ts';
import { dynamoUnits } from './units.ts';
import { dynamoUploads } from './uploads.ts';

/** The store on a DynamoDB table with the keys and indexes of `shared/store/keys.ts`. */
export function dynamoSubmissions(documents: DynamoDBDocumentClient, name: string): Submissions {
  const table = { documents, name };
  return {
    ...dynamoUploads(table),
    ...dynamoRevisions(table),
    ...dynamoHeads(table),
    ...dynamoReviews(table),
    ...dynamoTrail(table),
    ...dynamoPublications(table),
    ...dynamoBureau(table),
    ...dynamoPeriods(table),
    ...dynamoUnits(table),
  };
}

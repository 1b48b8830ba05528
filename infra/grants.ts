import type * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { acknowledgeBelow } from './acknowledge.ts';

/*
 * Grants by intent. CDK's own `grantRead` and friends hand out `s3:GetObject*`, `s3:List*` or a whole
 * bucket; these name each action and each prefix.
 */

/**
 * May read the versions of uploads. Listing is part of it: without the right to list, S3 answers
 * “forbidden” instead of “no such version” for an upload that was deleted meanwhile.
 */
export function letReadUploads(reader: lambda.Function, uploads: s3.Bucket): void {
  allow(reader, ['s3:GetObject', 's3:GetObjectVersion'], [uploads.arnForObjects('uploads/*')]);
  letUseKey(reader, uploads, ['kms:Decrypt']);
  acknowledgeBelow(roleOf(reader), uploads, 'uploads/*', 'Units name their files as they like.');
  letListUploads(reader, uploads);
}

/** May put uploads, and sign for others to put one. Cannot delete any. */
export function letPutUploads(sender: lambda.Function, uploads: s3.Bucket): void {
  allow(sender, ['s3:PutObject'], [uploads.arnForObjects('uploads/*')]);
  letUseKey(sender, uploads, ['kms:GenerateDataKey']);
  acknowledgeBelow(roleOf(sender), uploads, 'uploads/*', 'Units name their files as they like.');
}

/** May list uploads and their versions, not read them. */
export function letListUploads(reader: lambda.Function, uploads: s3.Bucket): void {
  allow(reader, ['s3:ListBucket', 's3:ListBucketVersions'], [uploads.bucketArn]);
}

/** May write outputs below the prefixes, in several parts when they are large. Cannot read or delete. */
export function letWriteOutputs(
  writer: lambda.Function,
  outputs: s3.Bucket,
  prefixes: readonly string[],
): void {
  allow(
    writer,
    ['s3:PutObject', 's3:AbortMultipartUpload'],
    prefixes.map((prefix) => outputs.arnForObjects(`${prefix}/*`)),
  );
  // S3 decrypts the parts of an object to join them.
  letUseKey(writer, outputs, ['kms:GenerateDataKey', 'kms:Decrypt']);
  for (const prefix of prefixes) {
    acknowledgeBelow(roleOf(writer), outputs, `${prefix}/*`, BY_REVISION);
  }
}

/** May say of an output, as it writes it, that it is not to be kept for good. */
export function letTagOutputs(writer: lambda.Function, outputs: s3.Bucket, prefix: string): void {
  allow(writer, ['s3:PutObjectTagging'], [outputs.arnForObjects(`${prefix}/*`)]);
}

/**
 * May read outputs whose keys look like one of these, `submissions/…/findings.json`. S3 says “forbidden”
 * of one that is not there: the reader must know what lies there.
 */
export function letReadOutputs(
  reader: lambda.Function,
  outputs: s3.Bucket,
  keys: readonly string[],
): void {
  allow(
    reader,
    ['s3:GetObject'],
    keys.map((key) => outputs.arnForObjects(key)),
  );
  letUseKey(reader, outputs, ['kms:Decrypt']);
  for (const key of keys) {
    acknowledgeBelow(roleOf(reader), outputs, key, BY_REVISION);
  }
}

/** May list outputs, and so be told that one is not there instead of that it is forbidden. */
export function letTellOutputs(reader: lambda.Function, outputs: s3.Bucket): void {
  allow(reader, ['s3:ListBucket'], [outputs.bucketArn]);
}

/**
 * May write public files, take them out again (nothing else is ever deleted) and read them back, to pack
 * them. Listing is part of reading: without it S3 answers “forbidden” for a file that was taken out.
 */
export function letPublish(publisher: lambda.Function, open: s3.Bucket): void {
  allow(
    publisher,
    ['s3:PutObject', 's3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject'],
    [open.arnForObjects('*')],
  );
  allow(publisher, ['s3:ListBucket'], [open.bucketArn]);
  acknowledgeBelow(roleOf(publisher), open, '*', 'Nothing but public files lies there.');
}

/** May have the CDN forget its copies. */
export function letForget(publisher: lambda.Function, site: cloudfront.Distribution): void {
  allow(publisher, ['cloudfront:CreateInvalidation'], [site.distributionArn]);
}

/** May have S3 use the account's key of a bucket, where it has one. */
function letUseKey(
  user: lambda.Function,
  { encryptionKey }: s3.Bucket,
  actions: readonly string[],
): void {
  if (encryptionKey !== undefined) allow(user, actions, [encryptionKey.keyArn]);
}

/** May list the keys of outputs below a prefix. */
export function letListOutputs(reader: lambda.Function, outputs: s3.Bucket, prefix: string): void {
  reader.addToRolePolicy(
    new iam.PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [outputs.bucketArn],
      conditions: { StringLike: { 's3:prefix': `${prefix}/*` } },
    }),
  );
}

/** May read items, alone and by query, in the table and its indexes. */
export function letReadTable(reader: lambda.Function, table: dynamodb.Table): void {
  allow(
    reader,
    ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
    [table.tableArn, `${table.tableArn}/index/*`],
  );
  acknowledgeBelow(roleOf(reader), table, 'index/*', 'Every index holds what the table holds.');
}

/** May add items. Nothing in the pipeline deletes one. */
export function letAddItems(writer: lambda.Function, table: dynamodb.Table): void {
  allow(writer, ['dynamodb:PutItem', 'dynamodb:BatchWriteItem'], [table.tableArn]);
}

/** May change items that are there. */
export function letChangeItems(writer: lambda.Function, table: dynamodb.Table): void {
  allow(writer, ['dynamodb:UpdateItem'], [table.tableArn]);
}

/** May add and change items of some kinds only: those whose partition keys look like one of these. */
export function letWriteItemsOf(
  writer: lambda.Function,
  table: dynamodb.Table,
  partitions: readonly string[],
): void {
  writer.addToRolePolicy(
    new iam.PolicyStatement({
      actions: ['dynamodb:PutItem', 'dynamodb:BatchWriteItem', 'dynamodb:UpdateItem'],
      resources: [table.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] } },
    }),
  );
}

/** Why no function can be granted the outputs by name. */
const BY_REVISION = 'Outputs are named by unit and revision.';

/** Where the policy of a function hangs. */
function roleOf({ role }: lambda.Function): iam.IRole {
  if (role === undefined) throw new Error('a function without a role');
  return role;
}

function allow(
  to: lambda.Function,
  actions: readonly string[],
  resources: readonly string[],
): void {
  to.addToRolePolicy(new iam.PolicyStatement({ actions: [...actions], resources: [...resources] }));
}

import { REGION } from '../wiring/names.ts';
import { bucketOf, type Operation, xmlReply } from './exchange.ts';
import { S3Error } from './s3-error.ts';
import { element, xmlDocument } from './xml.ts';

/** ListBuckets. */
export const listBuckets: Operation = (_request, { buckets }) => {
  const names = [...buckets.keys()].map((name) => element('Bucket', [element('Name', name)]));
  return xmlReply(xmlDocument(element('ListAllMyBucketsResult', [element('Buckets', names)])));
};

/** HeadBucket. */
export const headBucket: Operation = (request, context) => {
  bucketOf(request, context);
  return { status: 200, headers: { 'x-amz-bucket-region': REGION } };
};

/** GetBucketLocation. */
export const bucketLocation: Operation = (request, context) => {
  bucketOf(request, context);
  return xmlReply(xmlDocument(element('LocationConstraint', REGION)));
};

/** GetBucketVersioning: every bucket of the template keeps its versions. */
export const bucketVersioning: Operation = (request, context) => {
  bucketOf(request, context);
  return xmlReply(xmlDocument(element('VersioningConfiguration', [element('Status', 'Enabled')])));
};

/** CreateBucket: buckets come from the template; many clients ask all the same. */
export const createBucket: Operation = ({ bucket }, { buckets }) => {
  if (buckets.has(bucket)) {
    throw new S3Error(409, 'BucketAlreadyOwnedByYou', `${bucket} 已存在 / ${bucket} exists`);
  }
  throw new S3Error(
    403,
    'AccessDenied',
    '存储桶由 infra/ 的模板定义 / buckets are defined by the template of infra/',
  );
};

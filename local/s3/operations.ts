import {
  bucketLocation,
  bucketVersioning,
  createBucket,
  headBucket,
  listBuckets,
} from './bucket-operations.ts';
import { deleteObject, deleteObjects } from './delete-object.ts';
import type { Operation, S3Request } from './exchange.ts';
import { listObjects } from './list-objects.ts';
import { listVersions } from './list-versions.ts';
import { abortUpload, completeMultipart, createMultipart, uploadPart } from './multipart.ts';
import { postObject } from './post-object.ts';
import { putObject } from './put-object.ts';
import { readObject } from './read-object.ts';
import { S3Error } from './s3-error.ts';

/** Everything the gateway can do: method, what is asked, and the sub-resource of the query. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  'GET service': listBuckets,
  'GET bucket': listObjects,
  'GET bucket?versions': listVersions,
  'GET bucket?location': bucketLocation,
  'GET bucket?versioning': bucketVersioning,
  'HEAD bucket': headBucket,
  'PUT bucket': createBucket,
  'POST bucket': postObject,
  'POST bucket?delete': deleteObjects,
  'GET object': readObject,
  'HEAD object': readObject,
  'PUT object': putObject,
  'DELETE object': deleteObject,
  'POST object?uploads': createMultipart,
  'PUT object?uploadId': uploadPart,
  'POST object?uploadId': completeMultipart,
  'DELETE object?uploadId': abortUpload,
};

/** Queries that make another operation of a request; all others only refine it. */
const SUB_RESOURCES = [
  ...['accelerate', 'acl', 'analytics', 'attributes', 'cors', 'delete', 'encryption'],
  ...['intelligent-tiering', 'inventory', 'legal-hold', 'lifecycle', 'location', 'logging'],
  ...['metrics', 'notification', 'object-lock', 'ownershipControls', 'policy', 'policyStatus'],
  ...['publicAccessBlock', 'renameObject', 'replication', 'requestPayment', 'restore'],
  ...['retention', 'select', 'tagging', 'torrent', 'uploadId', 'uploads', 'versioning'],
  ...['versions', 'website'],
];

/** The operation a request asks for. Throws S3Error for one that has no true answer here. */
export function operationFor({ method, bucket, key, query }: S3Request): Operation {
  const asked = bucket === '' ? 'service' : key === '' ? 'bucket' : 'object';
  const sub = SUB_RESOURCES.find((name) => query.has(name));
  const operation = OPERATIONS[`${method} ${asked}${sub === undefined ? '' : `?${sub}`}`];
  if (operation !== undefined) return operation;
  // Better refused than answered 200 with nothing done, or with the object overwritten.
  throw new S3Error(
    501,
    'NotImplemented',
    `本机系统不支持 ${method} ${sub ?? asked} / ${method} ${sub ?? asked} is not supported by the local system`,
  );
}

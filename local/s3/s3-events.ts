import { REGION } from '../wiring/names.ts';
import type { BucketWiring, NotificationWiring } from '../wiring/wiring.ts';
import type { OutboxMessage } from './outbox.ts';
import type { ObjectVersion } from './versions.ts';

/** How an object came to be, as S3 tells it. */
export type Creation = 'Put' | 'Post' | 'Copy' | 'CompleteMultipartUpload';

/** The messages that the bucket's notifications ask for when an object is created. */
export const messagesOf = (
  bucket: BucketWiring,
  version: ObjectVersion,
  creation: Creation,
): OutboxMessage[] =>
  bucket.notifications
    .filter((notification) => wants(notification, version.key, creation))
    .map(({ queue }) => ({
      queue,
      body: JSON.stringify({ Records: [eventRecord(version, creation)] }),
    }));

const wants = (
  { event, prefix, suffix }: NotificationWiring,
  key: string,
  creation: Creation,
): boolean =>
  [`s3:ObjectCreated:*`, `s3:ObjectCreated:${creation}`].includes(event) &&
  key.startsWith(prefix) &&
  key.endsWith(suffix);

/** One record of an S3 event, version 2.1. */
const eventRecord = (version: ObjectVersion, creation: Creation) => ({
  eventVersion: '2.1',
  eventSource: 'aws:s3',
  awsRegion: REGION,
  eventTime: version.time,
  eventName: `ObjectCreated:${creation}`,
  userIdentity: { principalId: 'local' },
  requestParameters: { sourceIPAddress: '127.0.0.1' },
  responseElements: {},
  s3: {
    s3SchemaVersion: '1.0',
    configurationId: 'local',
    bucket: {
      name: version.bucket,
      ownerIdentity: { principalId: 'local' },
      arn: `arn:aws-cn:s3:::${version.bucket}`,
    },
    object: {
      key: formEncoded(version.key),
      size: version.size,
      eTag: version.etag.replaceAll('"', ''),
      versionId: version.versionId,
      sequencer: version.sequence.toString(16).toUpperCase().padStart(16, '0'),
    },
  },
});

/** Keys travel as in an HTML form, a space as `+`; only slashes are left as they are. */
const formEncoded = (key: string): string =>
  new URLSearchParams([['', key]]).toString().slice(1).replaceAll('%2F', '/');

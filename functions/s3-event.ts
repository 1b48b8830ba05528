import * as z from 'zod';
import type { UploadEvent } from '../shared/upload.ts';
import { isFolderMarker } from '../shared/upload-id.ts';

const objectEvent = z.object({
  eventName: z.string(),
  eventTime: z.iso.datetime(),
  s3: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({ key: z.string(), size: z.int().nonnegative(), versionId: z.string() }),
  }),
});

const bucketMessage = z.union([
  // Sent once, when the notification is set up.
  z.object({ Event: z.literal('s3:TestEvent') }).transform(() => []),
  z.object({ Records: z.array(objectEvent) }).transform(({ Records }) => Records),
]);

/**
 * The uploads that a message of the bucket announces. Throws for anything but such a message: the
 * bucket and our own sweep are the only ones who write to the queue.
 */
export const uploadsIn = (body: string): readonly UploadEvent[] =>
  bucketMessage
    .parse(JSON.parse(body))
    .filter(({ eventName }) => eventName.startsWith('ObjectCreated:'))
    .map(({ eventTime, s3: { bucket, object } }) => ({
      bucket: bucket.name,
      key: decodeKey(object.key),
      versionId: object.versionId,
      // Always with milliseconds, so that times compare as text.
      eventTime: new Date(eventTime).toISOString(),
      size: object.size,
    }))
    .filter(({ key }) => !isFolderMarker(key));

/** A message that announces an upload as the bucket would. */
export const announcementOf = ({ bucket, key, versionId, eventTime, size }: UploadEvent): string =>
  JSON.stringify({
    Records: [
      {
        eventName: 'ObjectCreated:Put',
        eventTime,
        s3: { bucket: { name: bucket }, object: { key: encodeURIComponent(key), size, versionId } },
      },
    ],
  });

/** S3 writes keys as in an HTML form: a space is `+`, a plus sign `%2B`. */
export const decodeKey = (key: string): string => decodeURIComponent(key.replaceAll('+', ' '));

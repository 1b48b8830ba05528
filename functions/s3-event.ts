import * as z from 'zod';
import type { UploadEvent } from '../shared/upload.ts';
import { isFolderMarker } from '../shared/upload-id.ts';

/** A key as S3 writes it into events; of one that it would not write no guess is made. */
const writtenKey = z.string().transform((key, context) => {
  try {
    return decodeKey(key);
  } catch {
    context.addIssue({ code: 'custom', message: 'malformed percent encoding' });
    return z.NEVER;
  }
});

const objectEvent = z.object({
  eventName: z.string(),
  eventTime: z.iso.datetime(),
  s3: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({ key: writtenKey, size: z.int().nonnegative(), versionId: z.string() }),
  }),
});

const bucketMessage = z.union([
  // Sent once, when the notification is set up.
  z.object({ Event: z.literal('s3:TestEvent') }).transform(() => []),
  z.object({ Records: z.array(objectEvent) }).transform(({ Records }) => Records),
]);

/**
 * The uploads that a message of the bucket announces. Throws a `ZodError` or `SyntaxError` for anything
 * but such a message: the bucket and our own sweep are the only ones who write to the queue. Such a
 * message ends among the dead letters; what it should have announced is found by the sweep.
 */
export const uploadsIn = (body: string): readonly UploadEvent[] =>
  bucketMessage
    .parse(JSON.parse(body))
    .filter(({ eventName }) => eventName.startsWith('ObjectCreated:'))
    .map(({ eventTime, s3: { bucket, object } }) => ({
      bucket: bucket.name,
      key: object.key,
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

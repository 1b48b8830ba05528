import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { uploadEvent } from '../test/sample-uploads.ts';
import { announcementOf, uploadsIn } from './s3-event.ts';

/** A record as AWS sends it, with what we do not look at. */
const record = (key: string, eventName = 'ObjectCreated:Put') => ({
  eventVersion: '2.1',
  eventSource: 'aws:s3',
  awsRegion: 'cn-north-1',
  eventTime: '2022-03-01T02:00:00.123Z',
  eventName,
  userIdentity: { principalId: 'AWS:AIDA' },
  s3: {
    s3SchemaVersion: '1.0',
    bucket: { name: 'uploads', arn: 'arn:aws-cn:s3:::uploads' },
    object: { key, size: 1024, eTag: 'd41d8', versionId: 'v1', sequencer: '0055AED6DCD90281E5' },
  },
});

const body = (...Records: unknown[]): string => JSON.stringify({ Records });

describe('uploadsIn', () => {
  test('decodes the key once: plus, percent signs and Chinese', () => {
    const key = 'uploads/2021/LG-FGJ/2021%E5%B9%B4+%E8%87%AA%E8%AF%84%E8%A1%A8%2B100%2525.xlsx';
    expect(uploadsIn(body(record(key)))).toEqual([
      {
        bucket: 'uploads',
        key: 'uploads/2021/LG-FGJ/2021年 自评表+100%25.xlsx',
        versionId: 'v1',
        eventTime: '2022-03-01T02:00:00.123Z',
        size: 1024,
      },
    ]);
  });

  test.each([
    ['uploads/2021/LG-FGJ/a+b.xlsx', 'uploads/2021/LG-FGJ/a b.xlsx'],
    ['uploads/2021/LG-FGJ/a%2Bb.xlsx', 'uploads/2021/LG-FGJ/a+b.xlsx'],
    ['uploads/2021/LG-FGJ/100%25.xlsx', 'uploads/2021/LG-FGJ/100%.xlsx'],
    ['uploads/2021/LG-FGJ/%252F.xlsx', 'uploads/2021/LG-FGJ/%2F.xlsx'],
    ['uploads%2F2021%2FLG-FGJ%2Fa.xlsx', 'uploads/2021/LG-FGJ/a.xlsx'],
    ['uploads/2021/LG-FGJ/%E8%A1%A8%F0%A0%AE%B7.xlsx', 'uploads/2021/LG-FGJ/表𠮷.xlsx'],
    ['uploads/2021/LG-FGJ/a%0D%0Ab%00.xlsx', 'uploads/2021/LG-FGJ/a\r\nb\u0000.xlsx'],
    ['uploads/2021/LG-FGJ/../LG-GXJ/a.xlsx', 'uploads/2021/LG-FGJ/../LG-GXJ/a.xlsx'],
    ['uploads/2021/LG-FGJ/%2E%2E', 'uploads/2021/LG-FGJ/..'],
    [`uploads/${'%E9%95%BF'.repeat(338)}aa`, `uploads/${'长'.repeat(338)}aa`],
  ])('takes the key %j for %j', (sent, key) => {
    expect(uploadsIn(body(record(sent))).map((event) => event.key)).toEqual([key]);
  });

  test.each(['uploads/2021/LG-FGJ/100%.xlsx', 'uploads/2021/LG-FGJ/%FF%FE.xlsx'])(
    'throws for %j: S3 sends no such key, and a guess would judge another file',
    (sent) => {
      expect(() => uploadsIn(body(record(sent)))).toThrow(z.ZodError);
    },
  );

  test('reads every record of a message', () => {
    expect(uploadsIn(body(record('uploads/a'), record('uploads/b')))).toHaveLength(2);
  });

  test('ignores the test event, deletions and folders', () => {
    expect(uploadsIn(JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent' }))).toEqual([]);
    const deletion = record('uploads/2021/LG-FGJ/a.xlsx', 'ObjectRemoved:Delete');
    expect(uploadsIn(body(deletion, record('uploads/2021/LG-FGJ/')))).toEqual([]);
  });

  test.each(['', '{}', '{"Records":[{}]}', body({ ...record('k'), eventTime: 'gestern' })])(
    'throws for %j, which no bucket sends',
    (message) => {
      expect(() => uploadsIn(message)).toThrow();
    },
  );
});

test('an announcement of our own is read back as it was, whatever the key', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.endsWith('/'));
  fc.assert(
    fc.property(name, (fileName) => {
      const event = uploadEvent({ key: `uploads/2021/LG-FGJ/${fileName}` });
      expect(uploadsIn(announcementOf(event))).toEqual([event]);
    }),
  );
});

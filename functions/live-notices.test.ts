import { Logger } from '@aws-lambda-powertools/logger';
import type { PublishCommandInput, SNSClient } from '@aws-sdk/client-sns';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Notice } from '../shared/notice.ts';
import { liveNotices } from './live-notices.ts';
import type { Measures } from './measures.ts';

const NOTICE: Notice = {
  uploadId: '0123456789abcdef0123456789',
  period: '2021',
  unit: 'LG-FGJ',
  revision: 2,
  status: 'accepted',
  rows: 26,
  counts: { errors: 0, warnings: 5, hints: 2 },
  repeated: false,
  superseded: false,
  receivedAt: '2022-03-01T02:00:00.000Z',
};

let sent: PublishCommandInput[];
let measured: string[];

beforeEach(() => {
  sent = [];
  measured = [];
});

const measures = {
  uploadEnded: ({ status }) => void measured.push(status),
  noticeUnsent: () => void measured.push('unsent'),
} as Pick<Measures, 'uploadEnded' | 'noticeUnsent'> as Measures;

function notices(logger = new Logger()) {
  const send = async ({ input }: { input: PublishCommandInput }) => void sent.push(input);
  const environment = { NOTICES_TOPIC_ARN: 'arn:notices' };
  return liveNotices(environment, logger, measures, { send } as unknown as SNSClient);
}

test('a notice is published with attributes to filter by, and its upload counted', async () => {
  await notices().send(NOTICE);
  expect(sent).toEqual([
    {
      TopicArn: 'arn:notices',
      Subject: 'Jixiao 2021 LG-FGJ accepted',
      Message: expect.stringMatching(/^2021 年度 LG-FGJ 第 2 版：已接收·待审核\n26 个项目/),
      MessageAttributes: {
        uploadId: { DataType: 'String', StringValue: NOTICE.uploadId },
        status: { DataType: 'String', StringValue: 'accepted' },
        period: { DataType: 'String', StringValue: '2021' },
        unit: { DataType: 'String', StringValue: 'LG-FGJ' },
      },
    },
  ]);
  expect(measured).toEqual(['accepted']);
});

test('what was decided is published to the same subscribers, and counts as no upload', async () => {
  await notices().sendReview({
    actId: 'act-7',
    uploadId: NOTICE.uploadId,
    period: '2021',
    unit: 'LG-FGJ',
    revision: 2,
    status: 'sent-back',
  });
  expect(sent).toEqual([
    {
      TopicArn: 'arn:notices',
      Subject: 'Jixiao 2021 LG-FGJ sent-back',
      Message: expect.stringMatching(/^2021 年度 LG-FGJ 第 2 版：财政退回\n请登录.*act-7\n$/s),
      MessageAttributes: {
        actId: { DataType: 'String', StringValue: 'act-7' },
        status: { DataType: 'String', StringValue: 'sent-back' },
        period: { DataType: 'String', StringValue: '2021' },
        unit: { DataType: 'String', StringValue: 'LG-FGJ' },
      },
    },
  ]);
  expect(measured).toEqual([]);
});

test('one that could not be sent is counted and logged by its ids', () => {
  const logger = new Logger();
  const logged = vi.spyOn(logger, 'error').mockImplementation(() => undefined);
  notices(logger).unsent(NOTICE, new Error('no "topic"'));
  expect(measured).toEqual(['unsent']);
  expect(logged.mock.calls).toEqual([
    [
      'a notice was not sent',
      {
        uploadId: NOTICE.uploadId,
        period: '2021',
        submitter: 'LG-FGJ',
        revision: 2,
        status: 'accepted',
        error: expect.objectContaining({ message: 'no "…"' }),
      },
    ],
  ]);
});

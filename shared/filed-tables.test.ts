import { expect, test } from 'vitest';
import { currentRevision } from '../test/sample-uploads.ts';
import { filedOf } from './filed-tables.ts';
import type { Answer, Head, LatestUpload } from './submission.ts';
import { NO_REVIEW } from './submission-review.ts';

const head = (given: Partial<Head>): Head => ({
  period: '2021',
  submitter: 'LG-FGJ',
  latest: null,
  current: null,
  ...given,
});
const latest = (status: LatestUpload['status'], order: string): LatestUpload => ({
  uploadId: 'newest',
  order,
  revision: 9,
  status,
  duplicateOf: null,
  outputs: {},
});
const current = currentRevision({ uploadId: 'counts', order: '5', revision: 2 });
const recalled = { by: '张三', at: '2022-03-01T12:00:00.000Z' };
const answer: Answer = {
  id: 'answer',
  kind: 'nil',
  revision: 3,
  order: '6',
  reason: '',
  sub: 'zhang',
  by: '张三',
  at: recalled.at,
  recalled: null,
};

test.each<[string, Partial<Head>, ReturnType<typeof filedOf>]>([
  ['counts', { current }, [{ uploadId: 'counts', standing: 'accepted' }]],
  [
    'is approved',
    { current, review: { ...NO_REVIEW, approved: 2 } },
    [{ uploadId: 'counts', standing: 'approved' }],
  ],
  [
    'counts, and the newest was returned',
    { current, latest: latest('returned', '7') },
    [
      { uploadId: 'counts', standing: 'accepted' },
      { uploadId: 'newest', standing: 'returned' },
    ],
  ],
  [
    'was returned and confirmed since by the same bytes as before',
    { current, latest: latest('returned', '4') },
    [{ uploadId: 'counts', standing: 'accepted' }],
  ],
  [
    'came after the close',
    { current, late: { ...current, uploadId: 'late', order: '7' } },
    [
      { uploadId: 'counts', standing: 'accepted' },
      { uploadId: 'late', standing: 'after-close' },
    ],
  ],
  ['failed', { latest: latest('failed', '7') }, [{ uploadId: 'newest', untried: 'failed' }]],
  ['is an answer', { current, answer }, [{ uploadId: null, untried: 'answer' }]],
  [
    'was returned before an answer',
    { answer, latest: latest('returned', '5') },
    [{ uploadId: null, untried: 'answer' }],
  ],
  [
    'was taken back',
    { current: { ...current, recalled } },
    [{ uploadId: null, untried: 'recalled' }],
  ],
  ['was purged', {}, [{ uploadId: null, untried: 'purged' }]],
])('what %s', (_, given, filed) => {
  expect(filedOf(head(given))).toEqual(filed);
});

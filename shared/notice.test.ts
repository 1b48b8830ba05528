import { describe, expect, test } from 'vitest';
import { type Notice, noticeMessage } from './notice.ts';

const RETURNED: Notice = {
  uploadId: '0123456789abcdef0123456789',
  period: '2021',
  unit: 'LG-FGJ',
  revision: 2,
  status: 'returned',
  rows: 26,
  counts: { errors: 3, warnings: 5, hints: 2 },
  repeated: false,
  superseded: false,
  receivedAt: '2022-03-01T02:00:00.000Z',
};

const textOf = (given: Partial<Notice>): string => noticeMessage({ ...RETURNED, ...given }).text;

test('a returned table: counts and what to do, Chinese first', () => {
  const { subject, text, attributes } = noticeMessage(RETURNED);
  expect(subject).toBe('Jixiao 2021 LG-FGJ returned');
  expect(text).toBe(`2021 年度 LG-FGJ 第 2 版：校验未通过
26 个项目；错误 3，警告 5，提示 2。
请打开反馈表，改正标出的单元格后重新上传。之前已接收的版次不受影响。

2021 LG-FGJ revision 2: returned
Projects: 26; errors: 3, warnings: 5, hints: 2.
Open the feedback workbook, mend the marked cells and upload again. What was accepted before still stands.

上传件编号（同号的通知是同一条） / upload id (notices with the same one are one): 0123456789abcdef0123456789
`);
  expect(attributes).toEqual({
    uploadId: RETURNED.uploadId,
    period: '2021',
    unit: 'LG-FGJ',
    status: 'returned',
  });
});

describe('what is to be done', () => {
  test.each<[string, Partial<Notice>, RegExp]>([
    ['a file without a table', { rows: 0 }, /没有读到可用的自评表：请查看校验结果/],
    ['an accepted table with warnings', { status: 'accepted' }, /请在反馈表中查看警告/],
    [
      'an accepted table without',
      { status: 'accepted', counts: { errors: 0, warnings: 0, hints: 1 } },
      /请等待审核，无须操作。/,
    ],
    ['a failure', { status: 'failed', rows: 0 }, /不是您的错.*\n请稍后重新上传同一文件/],
    ['a file in the wrong place', { period: null, unit: null, rows: 0 }, /请上传到 uploads\/年度/],
    ['the same bytes', { repeated: true }, /沿用之前的结果/],
    ['an older table', { status: 'accepted', superseded: true }, /已有更新的版次被接收/],
  ])('%s', (_what, given, expected) => {
    expect(textOf(given)).toMatch(expected);
  });

  test('a failure counts nothing against the unit', () => {
    expect(textOf({ status: 'failed', rows: 0 })).not.toMatch(/错误 \d/);
  });
});

test('a file in the wrong place belongs to no unit that could filter for it', () => {
  const { subject, attributes } = noticeMessage({ ...RETURNED, period: null, unit: null });
  expect(subject).toBe('Jixiao returned');
  expect(Object.keys(attributes)).toEqual(['uploadId', 'status']);
});

test('the longest subject is one line of ASCII that SNS takes', () => {
  const { subject } = noticeMessage({
    ...RETURNED,
    unit: `A${'-9'.repeat(15)}Z`,
    status: 'accepted',
  });
  expect(subject).toMatch(/^[\x20-\x7e]{1,99}$/);
});

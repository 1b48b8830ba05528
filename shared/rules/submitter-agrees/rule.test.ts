import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { submitterAgrees } from './rule.ts';

test('another department on the table is told at its cell', () => {
  const table = tableOf([GOOD_ROW], { submitter: '深圳市龙岗区财政局' });
  expect(tableHits(submitterAgrees, table)).toEqual([
    {
      cell: 'A2',
      params: {
        stated: '深圳市龙岗区财政局',
        name: '深圳市龙岗区发展和改革局',
        code: 'LG-FGJ',
      },
    },
  ]);
});

test.each(['深圳市龙岗区发展和改革局', '深圳市龙岗区发展和改革局(本级)', '区 发改局'])(
  '%s is the submitter',
  (submitter) => {
    expect(tableHits(submitterAgrees, tableOf([GOOD_ROW], { submitter }))).toEqual([]);
  },
);

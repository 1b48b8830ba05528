import { expect, test } from 'vitest';
import { countedByPeriod } from './counted-files.ts';

const file = (id: string, code: string | null, name: string, period = '2021') => ({
  id,
  judgement: {
    recordSet: {
      form: 'longgang-2021',
      period,
      submitter: { code, name },
      attachment: null,
      records: [],
    },
  },
});

const briefly = (files: ReturnType<typeof file>[]) =>
  [...countedByPeriod(files)].map(([period, { counted, replaced }]) => ({
    period,
    counted: counted.map(({ id }) => id).join(),
    replaced: replaced.map((pair) => pair.map(({ id }) => id).join('→')).join(),
  }));

test('of a submitter the last file counts, and the earlier one is named', () => {
  expect(
    briefly([file('a', 'LG-A', '甲局'), file('b', 'LG-B', '乙局'), file('c', 'LG-A', '甲局')]),
  ).toEqual([{ period: '2021', counted: 'c,b', replaced: 'a→c' }]);
});

test('a file without a code belongs to the submitter of its name, however the name is spelt', () => {
  expect(briefly([file('a', null, '甲局（本级）'), file('b', 'LG-A', '甲局')])).toMatchObject([
    { counted: 'b', replaced: 'a→b' },
  ]);
  expect(briefly([file('a', null, '甲局'), file('b', null, '甲局(本级)')])).toMatchObject([
    { counted: 'b' },
  ]);
});

test('two codes are two submitters, whatever the sheets say; periods are apart', () => {
  expect(
    briefly([
      file('a', 'LG-A', '甲局'),
      file('b', 'LG-B', '甲局'),
      file('c', 'LG-A', '甲局', '2020'),
    ]),
  ).toEqual([
    { period: '2020', counted: 'c', replaced: '' },
    { period: '2021', counted: 'a,b', replaced: '' },
  ]);
});

import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { submitterKnown } from './rule.ts';

test('a code that is not in the register is told', () => {
  const hits = tableHits(submitterKnown, tableOf([GOOD_ROW]), {
    submitter: null,
    submitterCode: 'LG-NONE',
  });
  expect(hits).toEqual([{ cell: null, params: { code: 'LG-NONE' } }]);
});

test('without a register the rule is silent', () => {
  const hits = tableHits(submitterKnown, tableOf([GOOD_ROW]), {
    register: null,
    submitter: null,
    submitterCode: 'LG-NONE',
  });
  expect(hits).toEqual([]);
});

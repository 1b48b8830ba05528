import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import type { TemplateIdentity } from '../../rows/row.ts';
import { templateIntact } from './rule.ts';

const hitsOf = (identity: TemplateIdentity | null) =>
  tableHits(templateIntact, { ...tableOf([GOOD_ROW]), identity });

const IDENTITY: TemplateIdentity = {
  form: 'longgang-2021',
  version: '2021',
  period: '2021',
  submitter: 'LG-FGJ',
  intact: true,
};

test('a hidden sheet that was changed is told once, about the sheet', () => {
  expect(hitsOf({ ...IDENTITY, intact: false })).toEqual([{ cell: null, params: {} }]);
});

test.each([
  ['a template as it was made', IDENTITY],
  ['a file that is no template', null],
])('nothing is said of %s', (_, identity) => {
  expect(hitsOf(identity)).toEqual([]);
});

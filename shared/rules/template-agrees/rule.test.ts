import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import type { TemplateIdentity } from '../../rows/row.ts';
import type { RuleContext } from '../rule.ts';
import { templateAgrees } from './rule.ts';

const IDENTITY: TemplateIdentity = {
  form: 'longgang-2021',
  version: '2021',
  period: '2021',
  submitter: 'LG-FGJ',
  intact: true,
};

const hitsOf = (changes: Partial<TemplateIdentity>, context: Partial<RuleContext> = {}) =>
  tableHits(
    templateAgrees,
    { ...tableOf([GOOD_ROW]), identity: { ...IDENTITY, ...changes } },
    context,
  );

test.each([
  [
    'another period',
    { period: '2020' },
    { kind: 'period', made: ' 2020 年度', sent: ' 2021 年度' },
  ],
  [
    'another submitter, by name',
    { submitter: 'LG-GXJ' },
    {
      kind: 'submitter',
      made: '“深圳市龙岗区工业和信息化局”（LG-GXJ）',
      sent: '“深圳市龙岗区发展和改革局”（LG-FGJ）',
    },
  ],
  [
    'another form',
    { form: 'longgang-2020' },
    { kind: 'form', made: 'longgang-2020', sent: 'longgang-2021' },
  ],
])('a template for %s is told', (_, changes, params) => {
  expect(hitsOf(changes)).toEqual([{ cell: null, params }]);
});

test('a submitter that the register does not know is named by its code', () => {
  expect(hitsOf({ submitter: 'LG-XX' }, { register: null })[0]?.params).toMatchObject({
    made: ' LG-XX ',
  });
});

test.each([
  ['as it was made', {}, {}],
  ['for anybody', { period: null, submitter: null }, {}],
  ['that was tampered with: another rule tells', { period: '2020', intact: false }, {}],
  ['when nobody says what it was sent for', { period: '2020' }, { periodId: null }],
])('nothing is said of a template %s', (_, changes, context) => {
  expect(hitsOf(changes, context)).toEqual([]);
});

test('the message reads as a sentence', () => {
  const params = { kind: 'period', made: ' 2020 年度', sent: ' 2021 年度' } as const;
  expect(templateAgrees.message.zh(params)).toBe(
    '这份模板是为 2020 年度准备的，却报在 2021 年度名下。请核对内容是否本年度的；没有问题的可以不改，以上传位置为准。',
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS } from '../../templates/forms.ts';
import { GOOD_ROW, sheetOf, sheetOfLines, stackSheets, typeInto } from '../../test/make-sheet.ts';
import type { Sheet } from '../cells/cell.ts';
import { namesContact, withoutContacts } from './contacts.ts';
import { findTable } from './find-table.ts';

function tableIn(sheet: Sheet) {
  const result = findTable([sheet], FORMS);
  if (!result.found) throw new Error('no table');
  return result.table;
}

/** Contacts read from these lines below a table of one project, as `role=text@cell`. */
const below = (...lines: readonly string[]): readonly string[] =>
  tableIn(stackSheets(sheetOf([GOOD_ROW]), sheetOfLines(lines))).contacts.map(
    ({ role, text, at }) => `${role}=${text}@${at.cell}`,
  );

describe('contacts below the table', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['one in a row', ['填表人：张三'], ['填表人=张三@A8']],
    [
      'several in a row, each in a cell',
      ['填表人：张三||审核人：李四|||联系电话：0755-28900001'],
      ['填表人=张三@A8', '审核人=李四@C8', '联系电话=0755-28900001@F8'],
    ],
    [
      'several in one cell',
      ['填表人：张三    审核人:李四；负责人（签字）：王五  填报日期：2022年1月5日'],
      ['填表人=张三@A8', '审核人=李四@A8', '负责人=王五@A8', '填报日期=2022年1月5日@A8'],
    ],
    [
      'one after the other without a space',
      ['填表人：张三审核人：李四'],
      ['填表人=张三@A8', '审核人=李四@A8'],
    ],
    [
      'the value in the next cell',
      ['填表人：|张三|审核人（签名）：||李四|电话|13800138000'],
      ['填表人=张三@B8', '审核人=李四@E8', '电话=13800138000@G8'],
    ],
    [
      'spaces in the role, lines to write on',
      ['填 表 人：__张三__ 复　核： 李四'],
      ['填表人=张三@A8', '复核=李四@A8'],
    ],
    [
      'longer roles',
      ['单位负责人：甲|财务负责人：乙|联系人及电话：丙 123'],
      ['单位负责人=甲@A8', '财务负责人=乙@B8', '联系人及电话=丙 123@C8'],
    ],
    ['no colon', ['制表 张三|审核 李四'], ['制表=张三@A8', '审核=李四@B8']],
    [
      'beside the unit and the amounts',
      ['部门名称：某局 填报人：张三 单位：万元'],
      ['填报人=张三@A8'],
    ],
    ['nothing filled in', ['填表人：|审核人：|联系电话：'], []],
    ['on every page, once', ['填表人：张三', '填表人：张三'], ['填表人=张三@A8']],
    ['no contact at all', ['注：本表由各科室填报，审核意见见附件'], []],
  ])('%s', (_why, lines, expected) => {
    expect(below(...lines)).toEqual(expected);
  });

  test('a telephone number in a column of amounts makes no project', () => {
    const sheet = stackSheets(
      sheetOf([GOOD_ROW]),
      sheetOf([{}], { title: '填表人：张三', submitter: '', unitLine: '' }),
    );
    typeInto(sheet, 8, 3, '联系电话：');
    typeInto(sheet, 8, 4, '13800138000');
    const { rows, contacts } = tableIn(sheet);
    expect(rows).toHaveLength(1);
    expect(contacts.map(({ text }) => text)).toEqual(['张三', '13800138000']);
  });
});

describe('contacts above the table', () => {
  test('are read, and are no part of the submitter’s name, the unit or the title', () => {
    const sheet = sheetOf([GOOD_ROW], {
      title: '2021年度某局部门预算项目绩效自评表 填表日期：2022年1月5日',
      submitter: '深圳市龙岗区发展和改革局 填报人：张三 联系电话：0755-28900001 单位：万元',
      unitLine: '',
    });
    const table = tableIn(sheet);
    expect(table).toMatchObject({
      title: { text: '2021年度某局部门预算项目绩效自评表' },
      titleYear: '2021',
      submitterName: { text: '深圳市龙岗区发展和改革局' },
      amountUnit: { text: '万元' },
    });
    expect(table.contacts.map(({ role, text }) => [role, text])).toEqual([
      ['填表日期', '2022年1月5日'],
      ['填报人', '张三'],
      ['联系电话', '0755-28900001'],
    ]);
  });

  test('beside the label of a name are not that name', () => {
    const sheet = sheetOf([GOOD_ROW], { submitter: '', unitLine: '单位：万元' });
    typeInto(sheet, 2, 4, '填表人：张三');
    expect(tableIn(sheet).submitterName).toBeNull();
  });
});

test('a contact beside the header is no column, and no header text is shown with one', () => {
  const sheet = sheetOf([GOOD_ROW]);
  typeInto(sheet, 3, 34, '填表人：张三');
  typeInto(sheet, 6, 34, '李四');
  expect(tableIn(sheet).unknownColumns).toEqual([]);
  typeInto(sheet, 3, 3, '项目负责人：张三');
  expect(JSON.stringify(findTable([sheet], FORMS))).not.toContain('张三');
});

test('contacts in the rows of projects are the projects’ own', () => {
  const row = { ...GOOD_ROW, annualGoal: '联系人：张三' };
  expect(tableIn(sheetOf([row])).contacts).toEqual([]);
});

test('property: what is left of a text names no contact, and never grows', () => {
  const word = fc.constantFrom(
    '填表人',
    '：',
    ':',
    '张三',
    ' ',
    '单位',
    '部门名称',
    '某局',
    '电话',
    '（签字）',
    '1380',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const text = words.join('');
      const left = withoutContacts(text);
      expect(left.length).toBeLessThanOrEqual(text.length);
      if (!namesContact(text)) expect(left).toBe(text.trim());
    }),
  );
});

test('what is longer than a name, a number or a date is no contact', () => {
  expect(below(`填表人：${'张'.repeat(101)}`, `审核人：李${' '.repeat(30_000)}四`)).toEqual([]);
});

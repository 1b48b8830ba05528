import { expect, test } from 'vitest';
import type { Board, BoardLine } from '../../functions/api/review-schemas.ts';
import { departmentsOf, filteredLines } from './board-filter.ts';
import { reminderText } from './reminder-text.ts';

const TIMING = {
  dueOn: null,
  extension: null,
  inGrace: false,
  lastDay: null,
  daysLeft: null,
  daysLate: null,
};

const line = (code: string, changes: Partial<BoardLine> = {}): BoardLine => ({
  unit: { code, name: `${code}局` },
  department: null,
  isOwed: true,
  standing: 'accepted',
  isOpen: false,
  daysLeft: null,
  timing: TIMING,
  late: null,
  reminded: null,
  lastAction: null,
  latest: null,
  current: null,
  answer: null,
  review: null,
  approved: null,
  published: null,
  ...changes,
});

const review = (state: 'sent-back' | 'pending', zh: string) => ({
  state,
  stateName: { zh, en: '' },
  decided: null,
});

const LINES = [
  line('A', { standing: 'missing', isOpen: true, daysLeft: -3 }),
  line('B', { isOpen: true, daysLeft: -3, review: review('sent-back', '财政退回') }),
  line('C', { review: review('pending', '待审核'), department: { code: 'Z', name: '主管Z局' } }),
  line('D', { approved: 1, timing: { ...TIMING, daysLate: 2 } }),
];

const board = (dueOn: string | null): Board => ({
  period: '2021',
  opensOn: null,
  dueOn,
  graceDays: 1,
  closed: null,
  counts: { owed: 4, open: 2, overdue: 2, late: 1, answered: 0, toReview: 1, approved: 1 },
  units: LINES,
});

test('a reminder names who is still to send, by when, and how each stands', () => {
  expect(reminderText(board('2022-03-10'), '2022-03-13')).toBe(
    [
      '【催报】2021 年度部门预算项目绩效自评表，应于 2022-03-10 前报送（已过 3 天），以下 2 个单位尚未报送或须重新报送，请尽快办理：',
      '1. A局（未报）',
      '2. B局（财政退回）',
    ].join('\n'),
  );
});

test('a reminder to some says whom to call, and until when they have', () => {
  const extension = { dueOn: '2022-03-20', reason: '机构改革', name: '财政', at: '' };
  const chosen = [
    line('A', { standing: 'missing', isOpen: true, timing: { ...TIMING, extension } }),
  ];
  const contacts = new Map([['A', { contact: '张三', phone: '0755-1' }]]);
  expect(reminderText(board(null), '2022-03-13', chosen, contacts)).toBe(
    '【催报】2021 年度部门预算项目绩效自评表，以下 1 个单位尚未报送或须重新报送，请尽快办理：\n1. A局（未报，延期至 2022-03-20，张三 0755-1）',
  );
});

test('a reminder names no day where none is set', () => {
  expect(reminderText(board(null), '2022-03-13')).toMatch(
    /^【催报】2021 年度部门预算项目绩效自评表，以下 2 个单位/,
  );
});

test.each([
  ['all', null, '', 'ABCD'],
  ['open', null, '', 'AB'],
  ['overdue', null, ' B局 ', 'B'],
  ['late', null, '', 'D'],
  ['toReview', null, '', 'C'],
  ['approved', null, '', 'D'],
  ['answered', null, '', ''],
  ['all', null, '主管Z', 'C'],
  ['all', 'Z', '', 'C'],
  ['all', 'A', '', 'A'],
  ['open', 'Z', '', ''],
] as const)('%s of %s with “%s” leaves %s', (filter, department, text, left) => {
  const lines = filteredLines(LINES, { filter, department, text });
  expect(lines.map(({ unit }) => unit.code).join('')).toBe(left);
});

test('the departments on the board', () => {
  expect(departmentsOf(LINES)).toEqual([{ code: 'Z', name: '主管Z局' }]);
});

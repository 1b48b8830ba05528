import { expect, test } from 'vitest';
import { unitInTwoTables } from '../../test/summary-cases.ts';
import { countingNotes } from './summary-counting-notes.ts';
import type { SummaryInput } from './summary-input.ts';
import { summaryOfRecords } from './summary-of-records.ts';

const { input } = summaryOfRecords({ id: '2021', budgetBasis: '未注明' }, unitInTwoTables());

const notesOf = (more: Partial<SummaryInput>) =>
  new Map(countingNotes({ ...input, ...more }).map(([subject, note]) => [subject, note]));

test('口径说明 says of double reports how they count and how many there are', () => {
  expect([...notesOf({}).keys()]).toEqual(['重复填报']);
  expect(notesOf({}).get('重复填报')).toContain('本期 4 个项目');
});

test('… of the project list and of what is late where the period has them', () => {
  const period = { ...input.period, dueOn: '2022-05-31', graceDays: 2 };
  const notes = notesOf({ listed: [], period });
  expect(notes.get('核对')).toContain('差额 = 清单 − 填报');
  expect(notes.get('报送时限')).toContain('其后 2 个工作日（宽限）');
  const closed = { closedAt: '2022-06-01T02:00:00.000Z', extendedTo: {} };
  expect(notesOf({ settled: closed }).get('报送时限')).toBe(
    '报送期关闭后所传为“期后报送”，财政受理前不计入各表。',
  );
});

import { read } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { FORMS } from '../../templates/forms.ts';
import { findings, first, table } from '../../test/feedback-example.ts';
import { readWorkbook } from '../cells/read-workbook.ts';
import { findTable } from '../rows/find-table.ts';
import { readExplanations } from '../rows/read-explanations.ts';
import { feedbackWorkbook } from './feedback.ts';
import { writeWorkbook } from './write-workbook.ts';

/* The feedback on a return that reviewers sent back. */

const comment = { row: first.number, field: 'annualGoal', name: '赵六', text: '请写明数量' };
const sentBack = {
  stateName: '财政退回',
  name: '赵六',
  reason: '见批注',
  comments: [comment, { ...comment, row: 9999, text: '行已不在' }],
};
const input = { table, findings, fileName: '自评表.xlsx', period: '2020', sentBack };
const bytes = await writeWorkbook(feedbackWorkbook(input));
const { Sheets } = read(bytes);

test('what the reviewers say stands first in the list, and leads to its cell', () => {
  const issues = Sheets['问题清单'];
  expect(issues?.['A6']?.v).toBe('财政退回（赵六）：见批注');
  expect(issues?.['A7']?.v).toBe('［批注］');
  expect(issues?.['H7']?.v).toBe('赵六：请写明数量');
  expect(issues?.['F7']?.v).toMatch(/^→ [A-Z]+\d+$/);
  expect(issues?.['H8']?.v).toBe('赵六：行已不在');
  expect(issues?.['F8']?.v).toBe('—');
});

test('and is noted in the cell itself', () => {
  const link = String(Sheets['问题清单']?.['F7']?.v).slice(2);
  const note = Sheets['绩效自评表']?.[link]?.c?.map(({ t }: { t?: string }) => t).join('');
  expect(note).toContain('［批注］赵六：请写明数量');
});

test('it is a valid upload all the same, and a comment is nothing that was explained', async () => {
  const again = await readWorkbook(bytes);
  if (!again.ok) throw new Error('not read');
  const found = findTable(again.sheets, FORMS);
  expect(found.found && found.table.rows).toHaveLength(table.rows.length);
  const explained = readExplanations(again.sheets, table.form);
  expect(explained.filter(({ text }) => text.includes('数量'))).toEqual([]);
});

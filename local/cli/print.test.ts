import process from 'node:process';
import { afterEach, expect, test, vi } from 'vitest';
import { findingsReport } from '../../shared/findings-report.ts';
import { judge } from '../../shared/judge.ts';
import { PERIODS } from '../../templates/periods.ts';
import { GOOD_ROW, sheetOf } from '../../test/make-sheet.ts';
import { printReport } from './print.ts';

afterEach(() => vi.restoreAllMocks());

test('what was typed with a line break is told in one line, and an unnamed project by its serial', () => {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  const rows = [
    { ...GOOD_ROW, projectName: '粮食\n储备', budgetGeneral: '22\n（含结转）' },
    { ...GOOD_ROW, serial: 2, projectName: '' },
  ];
  const judgement = judge(
    { ok: true, sheets: [sheetOf(rows)] },
    {
      period: '2021',
      submitter: null,
      periods: PERIODS,
      register: null,
      previous: null,
      lastYear: null,
      today: null,
      canPrint: () => true,
    },
  );
  printReport(findingsReport('自评表.xlsx', judgement), { all: false });
  const lines = written.join('').split('\n');
  expect(lines).toContainEqual(expect.stringContaining('填的是“22 （含结转）”'));
  expect(lines).toContainEqual(expect.stringContaining('自评表!E6 序号1 粮食 储备 · '));
  expect(lines).toContainEqual(expect.stringContaining('自评表!C7 序号2 · 项目名称'));
});

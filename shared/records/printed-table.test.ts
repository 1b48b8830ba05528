import { describe, expect, test } from 'vitest';
import { sample2021 } from '../../test/sample-records.ts';
import { type PrintedTable, printedCsv, printedJson, printedTable } from './printed-table.ts';
import type { RecordSet } from './record.ts';

const { recordSet, form, published } = sample2021();

const withProject = (projectName: string): PrintedTable => {
  const records = recordSet.records
    .slice(0, 1)
    .map((record) => ({ ...record, texts: { ...record.texts, projectName } }));
  return printedTable({ ...recordSet, records }, form);
};

describe('printedTable', () => {
  test('holds the cells as they were published', () => {
    const { columns, rows } = printedTable(recordSet, form);
    const found = rows.map((row) =>
      Object.fromEntries(columns.map(({ field }, column) => [field, row[column]])),
    );
    const expected = published.map((row) =>
      Object.fromEntries(columns.map(({ field }) => [field, row[field] ?? ''])),
    );
    expect(found).toEqual(expected);
  });

  test('names each column with the titles above it', () => {
    const titles = printedTable(recordSet, form).columns.map(({ title }) => title);
    expect(titles).toContain('产出目标·数量指标·完成情况');
    expect(new Set(titles).size).toBe(titles.length);
  });
});

test('the data holds nothing that is not printed', () => {
  const records = recordSet.records.map((record) => ({
    ...record,
    implementingUnit: 'SECRET-UNIT',
    source: { sheet: 'SECRET-SHEET', row: 987654 },
    texts: { ...record.texts, contact: 'SECRET-CONTACT' },
  }));
  const submitter = { code: 'SECRET-CODE', name: recordSet.submitter.name };
  const table = printedTable({ ...recordSet, submitter, records } as RecordSet, form);
  const data = printedJson(table) + printedCsv(table);
  expect(data).not.toMatch(/SECRET|987654/);
});

describe('printedCsv', () => {
  test.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['-5+cmd', "'-5+cmd"],
    ['-12.50', '-12.50'],
    ['+3%', '+3%'],
    ['甲，乙', '甲，乙'],
    ['甲,乙\n丙', '"甲,乙\n丙"'],
  ])('writes %j as %s', (text, expected) => {
    expect(printedCsv(withProject(text))).toContain(`,${expected},`);
  });

  test('is UTF-8 with its mark, a line a project and one of titles', () => {
    const csv = printedCsv(printedTable(recordSet, form));
    expect(csv.startsWith('\ufeff序号,部门名称,项目名称,')).toBe(true);
    expect(csv.match(/\r\n/g)).toHaveLength(recordSet.records.length + 1);
  });
});

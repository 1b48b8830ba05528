import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Sample, sample2020, sample2021 } from '../../test/sample-records.ts';
import { summaryBytes } from '../../test/summary-bytes.ts';
import {
  findRow,
  formulaAt,
  rowOf,
  rowsOf,
  submissionOf,
  summaryOf,
} from '../../test/summary-sheets.ts';
import { summaryOfRecords } from './summary-of-records.ts';

/** Sum of a published column in 万元, computed apart from the product's own money. */
const published = ({ published: rows }: Sample, field: string): number =>
  rows.reduce((sum, row) => sum + Math.round(Number(row[field]!.replaceAll(',', '')) * 100), 0) /
  100;

describe('2021', () => {
  const sample = sample2021();
  const sheets = summaryOf('2021', [submissionOf(sample)]);

  test('部门汇总: the figures are the sums of what was published', async () => {
    const total = findRow((await sheets)['部门汇总'], 2, '合计');
    const fields = ['Total', 'General', 'Fund', 'NonFiscal'];
    expect(total.slice(4, 12)).toEqual(
      ['budget', 'actual'].flatMap((side) =>
        fields.map((field) => published(sample, `${side}${field}`)),
      ),
    );
  });

  test('a submitter that is its only implementing unit has no unit line', async () => {
    const levels = rowsOf((await sheets)['部门汇总']).map((row) => row[1]);
    expect(levels).toContain('报送主体');
    expect(levels).not.toContain('实施单位');
  });

  test('项目明细 has every field, what the row counts as, and where it comes from', async () => {
    const details = (await sheets)['项目明细'];
    const titles = rowOf(details, 3).map((title) => String(title).split('\n')[0]);
    expect(titles).toContain('产出目标·数量指标·完成情况');
    const row = rowOf(details, 4);
    expect(row[titles.indexOf('实际支出金额·合计')]).toBe(62.1);
    expect(row[titles.indexOf('预算支出执行率')]).toBe(1);
    expect(row[titles.indexOf('年初绩效目标')]).toBe(sample.published[0]?.['annualGoal']);
    const behind = ['足额100%', '1·1', '自评表.xlsx', 'Sheet1', 1, 1, '—', '—'];
    expect(row.slice(titles.indexOf('率段'))).toEqual(behind);
    expect(rowsOf(details)).toHaveLength(29);
  });

  test('the sums of 项目明细 follow its filters and agree with the total', async () => {
    const details = (await sheets)['项目明细'];
    expect(details['E2']).toMatchObject({ f: 'SUBTOTAL(9,E4:E29)', v: 24_271.73 });
    expect(details['!autofilter']?.ref).toBe('A3:AP29');
  });
});

describe('2020', () => {
  const sheets = summaryOf('2020', [submissionOf(sample2020())]);

  test('two implementing units stand beneath their submitter, with the same cents', async () => {
    const departments = (await sheets)['部门汇总'];
    const submitter = [1, '报送主体', '深圳市龙岗区工业和信息化局', 33, 93_885.57];
    expect(rowOf(departments, 4).slice(0, 5)).toEqual(submitter);
    const units = [5, 6].map((row) => [3, 4, 8, 12].map((at) => rowOf(departments, row)[at]));
    expect(units).toEqual([
      [28, 93_321.7, 89_780.73, 3_540.97],
      [5, 563.87, 549.21, 14.66],
    ]);
    expect(rowOf(departments, 6)[13]).toBeCloseTo(0.974, 4);
  });

  test('a source that the form does not ask for shows —, never 0', async () => {
    const total = findRow((await sheets)['部门汇总'], 2, '合计');
    expect(total.slice(5, 8)).toEqual(['—', '—', '—']);
    expect(total.slice(8, 12)).toEqual([90_329.94, 90_329.94, '—', '—']);
  });

  test('totals are live from the rows up: rows, units, submitter, total', async () => {
    const { 部门汇总: departments } = await sheets;
    expect(formulaAt(departments, 'E5')).toBe(
      `SUMIFS('项目明细'!$E$4:$E$36,'项目明细'!$AD$4:$AD$36,"1·1")`,
    );
    expect(formulaAt(departments, 'D6')).toBe(`COUNTIF('项目明细'!$AD$4:$AD$36,"1·2")`);
    expect(formulaAt(departments, 'E4')).toBe('SUM(E5:E6)');
    expect(formulaAt(departments, 'E7')).toBe('SUMIF($B$4:$B$6,"报送主体",E$4:E$6)');
    expect(formulaAt(departments, 'M7')).toBe('ROUND(E7-I7,6)');
    expect(formulaAt(departments, 'N7')).toBe('IF(E7=0,"—",I7/E7)');
  });

  test('each row of 项目明细 names the line it counts in', async () => {
    const details = (await sheets)['项目明细'];
    const key = rowOf(details, 3).findIndex((title) => String(title).startsWith('汇总行'));
    const keys = rowsOf(details)
      .slice(3)
      .map((row) => row[key]);
    expect(keys.filter((text) => text === '1·1')).toHaveLength(28);
    expect(keys.filter((text) => text === '1·2')).toHaveLength(5);
  });
});

describe('a period with two forms', () => {
  const sheets = summaryOf('2021', [
    submissionOf(sample2021(), { receivedAt: '2022-05-06T18:30:00.000Z', revision: null }),
    submissionOf(sample2020(), { fileName: null }),
  ]);

  test('has the columns of both, and — where a form has none', async () => {
    const details = (await sheets)['项目明细'];
    const titles = rowOf(details, 3).map((title) => String(title).split('\n')[0]);
    const general = titles.indexOf('项目年度预算金额·其中：财政拨款·一般公共预算');
    expect(titles.filter((title) => title === '项目名称')).toHaveLength(1);
    expect([rowOf(details, 4)[general], rowOf(details, 30)[general]]).toEqual([0, '—']);
    const [revision, file] = [titles.indexOf('版次'), titles.indexOf('文件')];
    expect([rowOf(details, 4)[revision], rowOf(details, 30)[file]]).toEqual(['—', '—']);
  });

  test('adds up both', async () => {
    const total = findRow((await sheets)['部门汇总'], 2, '合计');
    expect([total[3], total[4], total[8]]).toEqual([59, 118_157.3, 113_067.89]);
  });
});

test('two spellings of a unit are one unit, named as most rows have it', async () => {
  const sample = sample2020();
  const spelt = ['深圳市龙岗区工业和信息化局(本级)', '深圳市龙岗区工业和信息化局（本级）'];
  const names = new Set(sample.recordSet.records.map(({ texts }) => texts['unitName']));
  for (const name of spelt) expect(names).toContain(name);
  const departments = (await summaryOf('2020', [submissionOf(sample)]))['部门汇总'];
  expect(rowOf(departments, 5)[2]).toBe(spelt[1]);
  expect(findRow(departments, 2, '深圳市龙岗区投资推广署')[3]).toBe(5);
});

test('部门汇总 is printed to its last line, without the links', async () => {
  const bytes = await summaryBytes(
    summaryOfRecords({ id: '2020', budgetBasis: '未注明' }, [submissionOf(sample2020())]),
  );
  const workbook = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array());
  expect(workbook).toContain('&apos;部门汇总&apos;!$A$1:$U$7<');
});

test('same records, same bytes', async () => {
  const source = () =>
    summaryOfRecords({ id: '2021', budgetBasis: '未注明' }, [submissionOf(sample2021())]);
  expect(await summaryBytes(source())).toEqual(await summaryBytes(source()));
});

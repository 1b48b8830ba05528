import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { recordsOf } from '../../test/any-records.ts';
import { type Sample, sample2020, sample2021 } from '../../test/sample-records.ts';
import { projectsCsv, submissionsCsv } from './summary-csv.ts';
import { type SubmissionRecords, summaryOfRecords } from './summary-of-records.ts';

const PERIOD = { id: '2021', budgetBasis: '未注明' } as const;

const given = ({ form, recordSet }: Sample): SubmissionRecords => ({
  form,
  recordSet,
  revision: 2,
  receivedAt: '2022-05-06T09:08:07.000Z',
  fileName: '自评表.xlsx',
});

async function textOf(all: readonly SubmissionRecords[]): Promise<string> {
  const { input, details } = summaryOfRecords(PERIOD, all);
  let text = '';
  for await (const piece of projectsCsv(input, details())) text += piece;
  return text;
}

/** Cells of a CSV file, as any reader of RFC 4180 finds them. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain = '', end] of text
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

const unguarded = (cell: string): string => cell.replace(/^'/, '');

describe('the published tables', () => {
  test('a line a project, with every field by its full title', async () => {
    const [titles = [], ...lines] = cellsOf(await textOf([given(sample2021())]));
    expect(lines).toHaveLength(26);
    const sample = sample2021();
    for (const [title, field] of [
      ['项目名称', 'projectName'],
      ['年初绩效目标', 'annualGoal'],
    ] as const) {
      const column = titles.indexOf(title);
      expect(lines.map((line) => unguarded(line[column] ?? ''))).toEqual(
        sample.published.map((row) => row[field]),
      );
    }
    expect(lines[0]?.slice(-6)).toEqual([
      '自评表.xlsx',
      'Sheet1',
      '1',
      '2',
      '2022-05-06T09:08:07.000Z',
      '',
    ]);
  });

  test('the amounts add up to what was published', async () => {
    const [titles = [], ...lines] = cellsOf(await textOf([given(sample2021())]));
    const column = titles.indexOf('项目年度预算金额·合计（万元）');
    const sum = lines.reduce((fen, line) => fen + Math.round(Number(line[column]) * 1e6), 0);
    expect(sum).toBe(24_271_730_000);
  });

  test('two forms share their columns; what a form lacks is blank', async () => {
    const [titles = [], ...lines] = cellsOf(
      await textOf([given(sample2021()), given(sample2020())]),
    );
    expect(titles.filter((title) => title === '项目名称')).toHaveLength(1);
    const column = titles.findIndex(
      (title) => title.includes('预算金额') && title.includes('政府性基金'),
    );
    expect(lines[26]?.[column]).toBe('');
    expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([titles.length]));
  });

  test('submissions, a line each', () => {
    const { input } = summaryOfRecords(PERIOD, [given(sample2021()), given(sample2020())]);
    const [titles = [], first = []] = cellsOf([...submissionsCsv(input)].join(''));
    expect(first[titles.indexOf('项目数')]).toBe('26');
    expect(first[titles.indexOf('预算合计（万元）')]).toBe('24271.73');
  });
});

describe('nothing in it is run', () => {
  test('it says UTF-8, and lines end as RFC 4180 wants', async () => {
    const text = await textOf([given(sample2021())]);
    expect(text.startsWith('\uFEFF"年度"')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('whatever units type: no cell begins like a formula, and every text comes back', async () => {
    await fc.assert(
      fc.asyncProperty(recordsOf(longgang2021), async (records) => {
        const sample = sample2021();
        const all = [given({ ...sample, recordSet: { ...sample.recordSet, records } })];
        const [titles = [], ...lines] = cellsOf(await textOf(all));
        expect(lines).toHaveLength(records.length);
        // Figures are ours: digits, a point, perhaps a sign before them.
        const run = lines.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(cell));
        expect(run.filter((cell) => !/^-?\d+(\.\d+)?$/.test(cell))).toEqual([]);
        const column = titles.indexOf('项目名称');
        expect(lines.map((line) => unguarded(line[column] ?? ''))).toEqual(
          records.map(({ texts }) => texts['projectName']),
        );
      }),
    );
  });
});

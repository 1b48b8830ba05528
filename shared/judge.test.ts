import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PERIODS } from '../templates/periods.ts';
import { judgeContext } from '../test/judge-context.ts';
import { GOOD_ROW, sheetOf } from '../test/make-sheet.ts';
import { REGISTER } from '../test/rule-hits.ts';
import { MAX_TABLE_ROWS } from './cells/limits.ts';
import { readWorkbook } from './cells/read-workbook.ts';
import { type JudgeContext, judge } from './judge.ts';
import { executionRate, totalsByUnit, totalsOf } from './records/totals.ts';
import { isError } from './rules/finding.ts';
import { parseRegister } from './unit.ts';

const SAMPLES = new URL('../templates/samples/', import.meta.url);
const register = parseRegister(readFileSync(new URL('units.csv', SAMPLES), 'utf8'));

const context = (overrides: Partial<JudgeContext> = {}): JudgeContext =>
  judgeContext({ register, ...overrides });

async function judgeSample(period: string, submitter: string, name: string) {
  const bytes = readFileSync(new URL(`${period}/${submitter}/${name}.xlsx`, SAMPLES));
  const judgement = judge(
    await readWorkbook(new Uint8Array(bytes)),
    context({ period, submitter }),
  );
  const brief = judgement.findings.map(({ rule, severity, at: { cell, serial } }) =>
    [severity, rule, cell, serial].join(' '),
  );
  return { ...judgement, brief, records: judgement.recordSet?.records ?? [] };
}

/** What the figures and the columns alone tell; `test/sample-findings.test.ts` has the rest. */
const isArithmetic = (line: string): boolean =>
  /execution-rate-rounded|serials-|indicator-pair-complete/.test(line);

/** Ten thousandths of 万元, as the tables state them. */
const money = (fen: number): number => fen / 1_000_000;

describe('the table of 2021 as published', async () => {
  const sample = await judgeSample('2021', 'LG-FGJ', '2021年度部门预算项目绩效自评表');

  test('is accepted with two rounding hints', () => {
    expect(sample.findings.some(isError)).toBe(false);
    expect(sample.brief.filter(isArithmetic)).toEqual([
      'hint execution-rate-rounded L17 11',
      'hint execution-rate-rounded L18 12',
    ]);
  });

  test('adds up to the published sums', () => {
    const totals = totalsOf(sample.records);
    expect(totals.projects).toBe(26);
    expect([totals.budget.total, totals.actual.total].map(money)).toEqual([24271.73, 22737.95]);
    expect([totals.budget.general, totals.actual.general].map((fen) => money(fen ?? 0))).toEqual([
      24148.77, 22615.46,
    ]);
    expect(executionRate(totals)).toEqual({ scaled: 9368, places: 4 });
  });

  test('keeps every text of the published table', () => {
    const published = JSON.parse(
      readFileSync(new URL('data/2021-LG-FGJ.json', SAMPLES), 'utf8'),
    ) as { rows: Record<string, string | null>[] };
    for (const [index, row] of published.rows.entries()) {
      const record = sample.records[index];
      for (const [field, text] of Object.entries(record?.texts ?? {})) {
        const source = row[field === 'serial' ? 'seq' : field] ?? '';
        expect(text.replace(/\s/g, '')).toBe(source.replace(/\s/g, ''));
      }
    }
  });
});

describe('the table of 2020', () => {
  const warningsAndHints = [
    'warning indicator-pair-complete M13 8',
    'warning indicator-pair-complete O13 8',
    'warning indicator-pair-complete M14 9',
    'warning indicator-pair-complete O15 10',
    'warning serials-continuous A16 15',
    'hint execution-rate-rounded I19 18',
    'warning indicator-pair-complete U26 25',
    'warning indicator-pair-complete M28 27',
    'warning indicator-pair-complete O28 27',
    'hint execution-rate-rounded I29 28',
    'warning indicator-pair-complete M29 28',
    'warning indicator-pair-complete N29 28',
    'warning indicator-pair-complete M30 29',
    'warning indicator-pair-complete U30 29',
  ];

  test('as published is returned for one digit, with the right rate beside it', async () => {
    const sample = await judgeSample('2020', 'LG-GXJ', '2020年部门预算项目绩效自评表');
    const errors = sample.findings.filter(isError);
    expect(errors).toMatchObject([
      {
        rule: 'execution-rate-correct',
        at: { cell: 'I14', serial: '9', project: '产业转型升级管理', field: 'executionRate' },
        params: { stated: '0.9581458', computed: '0.9584458' },
        suggestion: '0.9584458',
      },
    ]);
    expect(sample.brief.filter(isArithmetic)).toEqual(warningsAndHints);
  });

  test('mended is accepted and adds up, submitter and subordinate apart', async () => {
    const sample = await judgeSample('2020', 'LG-GXJ', '2020年部门预算项目绩效自评表（更正）');
    expect(sample.findings.some(isError)).toBe(false);
    expect(sample.brief.filter(isArithmetic)).toEqual(warningsAndHints);
    const totals = totalsOf(sample.records);
    expect([totals.budget.total, totals.actual.total].map(money)).toEqual([93885.57, 90329.94]);
    expect(executionRate(totals)).toEqual({ scaled: 9621, places: 4 });
    expect(totals.budget.general).toBeNull();
    expect(
      totalsByUnit(sample.records).map(({ code, totals: { projects, budget, actual } }) => [
        code,
        projects,
        money(budget.total),
        money(actual.total),
      ]),
    ).toEqual([
      ['LG-GXJ', 28, 93321.7, 89780.73],
      ['LG-TZTGS', 5, 563.87, 549.21],
    ]);
  });
});

describe('who and when', () => {
  const read = { ok: true, sheets: [sheetOf([GOOD_ROW])] } as const;

  test('come from the key before the sheet', () => {
    const { period, submitter, findings } = judge(read, context({ submitter: 'LG-GXJ' }));
    expect([period, submitter]).toEqual(['2021', 'LG-GXJ']);
    expect(findings.map(({ rule }) => rule)).toContain('submitter-agrees');
  });

  test('come from the sheet where nobody else says', () => {
    const alone = context({ period: null, submitter: null, register: REGISTER });
    expect(judge(read, alone)).toMatchObject({ period: '2021', submitter: 'LG-FGJ', findings: [] });
  });

  test('stay unknown without a register, and nothing is held against it', () => {
    const alone = context({ period: null, submitter: null, register: null });
    expect(judge(read, alone)).toMatchObject({ submitter: null, findings: [] });
  });
});

test('a period weighs rules before the form does', () => {
  const row = { ...GOOD_ROW, quantityTarget: '15个' };
  const read = { ok: true, sheets: [sheetOf([row])] } as const;
  const weigh = (policy: Record<string, 'off' | 'warning'>) =>
    judge(read, context({ periods: [{ ...(PERIODS[1] ?? PERIODS[0])!, policy }] })).findings;
  expect(weigh({})).toMatchObject([{ severity: 'error' }]);
  expect(weigh({ 'indicator-pair-complete': 'warning' })).toMatchObject([{ severity: 'warning' }]);
  expect(weigh({ 'indicator-pair-complete': 'off' })).toEqual([]);
});

test('a table of more projects than a submission may hold is refused before it is judged', () => {
  const sheet = sheetOf(
    Array.from({ length: MAX_TABLE_ROWS + 1 }, (_, index) => ({ ...GOOD_ROW, serial: index + 1 })),
  );
  const { table, findings } = judge({ ok: true, sheets: [sheet] }, context());
  expect(table).toBeNull();
  expect(findings.map(({ rule, params }) => [rule, params['why'], params['cell']])).toEqual([
    ['file-too-heavy', 'projects', `A${6 + MAX_TABLE_ROWS}`],
  ]);
});

test('a file that was not read has one finding and no table', () => {
  const judgement = judge({ ok: false, refusal: { kind: 'damaged', how: 'broken' } }, context());
  expect(judgement.findings.map(({ rule }) => rule)).toEqual(['file-not-damaged']);
  expect(judgement).toMatchObject({ table: null, recordSet: null, period: '2021' });
});

describe('a template that nobody says the place of', () => {
  const sheets = async (name: string) => {
    const { longgang2021 } = await import('../templates/longgang-2021/form.ts');
    const { templateWorkbook } = await import('./sheets/template.ts');
    const { writeWorkbook } = await import('./sheets/write-workbook.ts');
    return readWorkbook(
      await writeWorkbook(
        templateWorkbook({
          form: longgang2021,
          period: '2021',
          attachment: null,
          submitter: { code: 'LG-FGJ', name },
          implementingUnits: [],
          rows: 1,
          records: [],
          filledFrom: null,
        }),
      ),
    );
  };

  test('says itself whose it is', async () => {
    const judged = judge(await sheets(''), context({ period: null, submitter: null }));
    expect([judged.period, judged.submitter]).toEqual(['2021', 'LG-FGJ']);
  });

  test('is not asked where its table names a unit', async () => {
    const read = await sheets('深圳市龙岗区工业和信息化局');
    const judged = judge(read, context({ period: null, submitter: null }));
    expect(judged.submitter).toBe('LG-GXJ');
    expect(judged.findings.map(({ rule }) => rule)).toContain('template-agrees');
  });
});

describe('texts as long as a file can hold', () => {
  test('are too heavy where every project has them', () => {
    const row = { ...GOOD_ROW, annualGoal: '长'.repeat(30_000), problems: '长'.repeat(30_000) };
    const sheet = sheetOf(
      Array.from({ length: 170 }, (_, index) => ({ ...row, serial: index + 1 })),
    );
    const { table, findings } = judge({ ok: true, sheets: [sheet] }, context());
    expect([table, findings.map(({ rule, params }) => [rule, params['why']])]).toEqual([
      null,
      [['file-too-heavy', 'text']],
    ]);
  });

  const LONG = '长≥“（9'.repeat(6_000);

  test('are quoted by their beginning, or a few rows of them would fill a machine', async () => {
    const row = { ...GOOD_ROW, projectName: LONG, serial: LONG, budgetTotal: LONG };
    const { findings } = judge({ ok: true, sheets: [sheetOf(Array(5).fill(row))] }, context());
    expect(findings.length).toBeGreaterThan(5);
    expect(findings.every(({ at }) => (at.project?.length ?? 0) <= 200)).toBe(true);
    expect(JSON.stringify(findings).length).toBeLessThan(findings.length * 1_500);
    expect(findings[0]?.at.sheet).toBe('自评表');
  });
});

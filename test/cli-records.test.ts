import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FindingsReport } from '../shared/findings-report.ts';
import {
  commandLine,
  MENDED_2020,
  PUBLISHED_2020,
  PUBLISHED_2021,
  RECORDS_2021,
  SAMPLES,
} from './run-jixiao.ts';

/* Commands that take records or policies: templates filled from them, comparisons, the impact of a policy. */

const { jixiao, inFolder, remove } = commandLine();
afterAll(remove);

beforeAll(async () => {
  const { code } = await jixiao('report', MENDED_2020, PUBLISHED_2021, '--out', inFolder('out'));
  expect(code).toBe(0);
});

describe('template', () => {
  test('writes a blank template that is read as nothing but missing projects', async () => {
    const { code, stdout } = await jixiao(
      ...['template', '--period', '2021', '--unit', 'LG-FGJ'],
      ...['--unit-name', '深圳市龙岗区发展和改革局', '--rows', '4', '--out', '改名.xlsx'],
    );
    expect([code, stdout]).toEqual([0, '已写模板 wrote 改名.xlsx：2021 年度 longgang-2021\n']);
    const [report] = JSON.parse((await jixiao('check', '--json', '改名.xlsx')).stdout) as [
      FindingsReport,
    ];
    expect(report).toMatchObject({ form: 'longgang-2021', period: '2021', rows: 0 });
    expect(report.findings.map(({ rule }) => rule)).toEqual(['table-has-rows']);
  });

  test('carries last year’s projects over into this year’s form', async () => {
    const records = 'out/2020年部门预算项目绩效自评表（更正）.records.json';
    const { code, stdout } = await jixiao(
      ...['template', '--period', '2021', '--from', records, '--out', 'this-year.xlsx'],
    );
    expect(code).toBe(0);
    expect(stdout).toContain('已填 33 个项目');
    const [report] = JSON.parse((await jixiao('check', '--json', 'this-year.xlsx')).stdout) as [
      FindingsReport,
    ];
    expect(report).toMatchObject({ form: 'longgang-2021', period: '2021', rows: 33 });
    const missing = report.findings.filter(({ severity }) => severity === 'error');
    expect(new Set(missing.map(({ at, rule }) => `${rule} ${at.field}`))).toEqual(
      new Set([
        'required-cell-filled actualTotal',
        ...['quantity', 'quality', 'timeliness', 'economic', 'social', 'ecological'].map(
          (key) => `indicator-pair-complete ${key}Actual`,
        ),
        'indicator-pair-complete satisfactionActual',
      ]),
    );
  });

  test('writes the same bytes again', async () => {
    const args = ['template', '--period', '2020', '--unit', 'LG-GXJ'];
    const units = ['--units', path.join(SAMPLES, 'units.csv')];
    await jixiao(...args, ...units, '--out', 'once.xlsx');
    await jixiao(...args, ...units, '--out', 'again.xlsx');
    expect(readFileSync(inFolder('again.xlsx'))).toEqual(readFileSync(inFolder('once.xlsx')));
  });

  test.each([
    ['no period', ['--out', 'x.xlsx'], '请用 --period 给出年度'],
    ['no place', ['--period', '2021'], '请用 --out 给出要写的文件'],
    ['a period without forms', ['--period', '2019', '--out', 'x.xlsx'], '没有 2019 年度的表式'],
    [
      'a form the period does not take',
      ['--period', '2021', '--form', 'longgang-2020', '--out', 'x.xlsx'],
      '请用 --form 指明一个',
    ],
    ['no rows', ['--period', '2021', '--rows', '0', '--out', 'x.xlsx'], '--rows 应为'],
    ['a file', ['--period', '2021', '--out', 'x.xlsx', PUBLISHED_2021], 'template 不接收文件'],
    [
      'a unit the register does not have',
      [
        ...['--period', '2021', '--unit', 'LG-XX', '--out', 'x.xlsx'],
        ...['--units', path.join(SAMPLES, 'units.csv')],
      ],
      '名册中没有单位 LG-XX',
    ],
  ])('%s is told in one line', async (_, args, message) => {
    const { code, stdout, stderr } = await jixiao('template', ...args);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toContain(message);
    expect(existsSync(inFolder('x.xlsx'))).toBe(false);
  });
});

describe('comparisons', () => {
  test('--previous takes the revision before and last year’s records, told apart by their year', async () => {
    const records = inFolder(RECORDS_2021);
    const earlier = inFolder('2020.records.json');
    const lastYear = { ...JSON.parse(readFileSync(records, 'utf8')), period: '2020' };
    writeFileSync(earlier, JSON.stringify(lastYear));
    const { code, stdout } = await jixiao(
      'check',
      PUBLISHED_2021,
      '--previous',
      records,
      '--previous',
      earlier,
    );
    expect(code).toBe(0);
    expect(stdout).toContain('与上年同一项目的一字不差');
    expect(stdout).not.toContain('比上一版');
    const twice = await jixiao(
      'check',
      PUBLISHED_2021,
      '--previous',
      earlier,
      '--previous',
      earlier,
    );
    expect(twice.stderr).toContain('每个年度只能给一份');
    const far = await jixiao('check', PUBLISHED_2020, '--previous', records);
    expect([far.code, far.stderr.includes('既不是')]).toEqual([2, true]);
  });
});

describe('rules --impact', () => {
  test('says file by file and in sum which tables a policy would turn', async () => {
    const policy = inFolder('policy.json');
    writeFileSync(
      policy,
      '{"execution-rate-correct":"warning","long-texts-distinct":{"severity":"error","from":"2999-01-01","before":"warning"}}',
    );
    const { code, stdout } = await jixiao(
      'rules',
      '--impact',
      PUBLISHED_2020,
      MENDED_2020,
      PUBLISHED_2021,
      '--policy',
      policy,
    );
    expect(code).toBe(0);
    expect(stdout).toContain('通过 → 退回');
    expect(stdout).toMatch(/W\d+ long-texts-distinct {2}加重 heavier \d+\n/);
    expect(stdout).toContain('3 个文件：1 个由通过变退回，0 个由退回变通过，2 个不变');
    writeFileSync(policy, '{"policy":{"execution-rate-correct":"warning"}}');
    const mended = await jixiao('rules', '--impact', PUBLISHED_2020, '--policy', policy, '--json');
    expect(JSON.parse(mended.stdout)).toMatchObject({
      files: [{ turn: 'accepted', errors: { now: 1, tried: 0 }, period: '2020' }],
      rules: [{ rule: 'execution-rate-correct', appear: 0, vanish: 0, heavier: 0, lighter: 1 }],
      returned: 0,
      accepted: 1,
      unchanged: 0,
    });
  });

  test('a policy that is none is told in one line', async () => {
    const policy = inFolder('no-policy.json');
    for (const [text, message] of [
      ['[1]', '不是政策'],
      ['{"no-such-rule":"off"}', '没有规则“no-such-rule”'],
      ['{"execution-rate-correct":"fatal"}', 'execution-rate-correct'],
      ['{"thresholds":{"lowExecution":-1}}', 'lowExecution'],
      ['{', '不是 JSON'],
    ] as const) {
      writeFileSync(policy, text);
      const { code, stderr } = await jixiao(
        'rules',
        '--impact',
        PUBLISHED_2021,
        '--policy',
        policy,
      );
      expect([code, stderr.trimEnd().split('\n').length]).toEqual([2, 1]);
      expect(stderr).toContain(message);
    }
    const alone = await jixiao('rules', PUBLISHED_2021);
    expect([alone.code, alone.stderr.includes('--impact')]).toEqual([2, true]);
  });
});

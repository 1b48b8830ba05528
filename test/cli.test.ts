import { exec } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FindingsReport } from '../shared/findings-report.ts';
import {
  commandLine,
  MENDED_2020,
  type Outcome,
  PUBLISHED_2020,
  PUBLISHED_2021,
  RECORDS_2021,
  ROOT,
  SAMPLES,
} from './run-jixiao.ts';

const { folder, jixiao, inFolder, remove } = commandLine();
afterAll(remove);

/** What `jixiao report` makes of the three samples, in `out`: several tests go on from it. */
let reported: Outcome;
beforeAll(async () => {
  const samples = [PUBLISHED_2020, MENDED_2020, PUBLISHED_2021];
  reported = await jixiao('report', ...samples, '--out', inFolder('out'));
});

describe('extract', () => {
  test('prints the data of a report, verified, and nothing else on standard output', async () => {
    const pdf = inFolder('out/2021年度部门预算项目绩效自评表.pdf');
    const { code, stdout, stderr } = await jixiao('extract', pdf);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: '26 个项目，数据与版面文字一致 / data and pages agree\n',
    });
    const { records } = JSON.parse(stdout) as { records: Record<string, string>[] };
    expect(records).toHaveLength(26);
    expect(records[0]).toMatchObject({ serial: '1', budgetTotal: '62.10' });
  });

  test('says of any other file that it is no report', async () => {
    const { code, stdout, stderr } = await jixiao('extract', PUBLISHED_2021);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('不是本程序生成的自评表 PDF');
  });
});

describe('check', () => {
  test('says in plain Chinese which cell is wrong, what it should be, and exits with 1', async () => {
    const { code, stdout } = await jixiao('check', PUBLISHED_2020);
    expect(code).toBe(1);
    expect(stdout).toContain('［错误］ 绩效自评表!I14 序号9 产业转型升级管理 · 预算支出执行率');
    expect(stdout).toContain('按 53.28÷55.59 应为 0.9584458');
    expect(stdout).toMatch(/校验未通过：错误 1 处，警告 \d+ 处，提示 \d+ 处/);
  });

  test('judges by the periods of an installation where they are given', async () => {
    const file = inFolder('periods.json');
    const periods = [{ id: '2022', forms: ['longgang-2021'], budgetBasis: '年初' }];
    writeFileSync(file, JSON.stringify(periods));
    const { code, stdout } = await jixiao('check', PUBLISHED_2021, '--periods', file);
    expect(code).toBe(1);
    expect(stdout).toContain('2021 年度没有开放报送');
    writeFileSync(file, '[]');
    const wrong = await jixiao('check', PUBLISHED_2021, '--periods', file);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('periods.json');
  });

  test('after several files it says how many passed, and names those to be mended', async () => {
    const { stdout } = await jixiao('check', PUBLISHED_2020, PUBLISHED_2021);
    const [tally, ...returned] = stdout.slice(stdout.indexOf('共 2 个文件')).trimEnd().split('\n');
    expect(tally).toBe('共 2 个文件：通过 1 个，未通过 1 个 / 1 passed, 1 returned：');
    expect(returned).toEqual([`  ${PUBLISHED_2020}（错误 1 处）`]);
    expect((await jixiao('check', PUBLISHED_2021)).stdout).not.toContain('共 1 个文件');
  });

  test('tells what concerns several projects in one line and folds hints; --all tells every cell', async () => {
    const [told, all] = await Promise.all([
      jixiao('check', PUBLISHED_2020),
      jixiao('check', PUBLISHED_2020, '--all'),
    ]);
    expect(told.stdout).toContain('11 处指标只填了一半');
    expect(told.stdout).toMatch(/可参考 For reference：5 条，已折叠 5 条，加 --all 全部列出/);
    expect(told.stdout).not.toContain('［提示］');
    expect(all.stdout.match(/［(?:错误|警告|提示)］/g)).toHaveLength(157);
    const [report] = JSON.parse(
      (await jixiao('check', '--json', PUBLISHED_2020)).stdout,
    ) as FindingsReport[];
    const places = report?.lines.flatMap(({ findings }) => findings) ?? [];
    expect(places.toSorted((a, b) => a - b)).toEqual(report?.findings.map((_, index) => index));
    const sections = report?.lines.map(({ section, open }) => `${section} ${open}`) ?? [];
    expect([...new Set(sections)]).toEqual([
      'must true',
      'check true',
      'reference false',
      'sign true',
    ]);
  });

  test('prints the promised JSON for several files, nothing else on standard output', async () => {
    const { code, stdout, stderr } = await jixiao(
      'check',
      '--json',
      PUBLISHED_2020,
      PUBLISHED_2021,
    );
    const [first, second] = JSON.parse(stdout) as FindingsReport[];
    expect(code).toBe(1);
    expect(first).toMatchObject({
      file: PUBLISHED_2020,
      form: 'longgang-2020',
      period: '2020',
      unit: 'LG-GXJ',
      rows: 33,
      errors: 1,
      warnings: expect.any(Number),
      hints: expect.any(Number),
    });
    expect(first?.findings.find(({ severity }) => severity === 'error')).toMatchObject({
      rule: 'execution-rate-correct',
      at: {
        sheet: '绩效自评表',
        cell: 'I14',
        row: 14,
        column: 'I',
        field: 'executionRate',
        serial: '9',
        project: '产业转型升级管理',
      },
      suggestion: '0.9584458',
    });
    expect(second).toMatchObject({ rows: 26, errors: 0 });
    expect(stderr).toContain('[1/2]');
  });

  test('a file without a table is a finding with an empty address, not a failure', async () => {
    const photo = inFolder('照片.xlsx');
    writeFileSync(photo, Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]));
    const { code, stdout } = await jixiao('check', '--json', photo);
    const [report] = JSON.parse(stdout) as FindingsReport[];
    expect(code).toBe(1);
    expect(report).toMatchObject({ form: null, period: null, unit: null, rows: 0, errors: 1 });
    expect(Object.values(report?.findings[0]?.at ?? { none: 1 })).toEqual(Array(7).fill(null));
    expect(report?.findings[0]?.message.zh).toContain('图片或扫描件');
  });

  test('what a name holds is shown, not obeyed: no forged line, no code for the terminal', async () => {
    const name = '表\n  校验通过\u001b[2J.xlsx';
    const shown = '表\\u000a  校验通过\\u001b[2J.xlsx';
    writeFileSync(inFolder(name), '');
    const checked = await jixiao('check', name);
    const printed = await jixiao('report', name, '--out', inFolder('shown'));
    const missing = await jixiao('check', `no ${name}`);
    expect(checked.stdout.split('\n')[0]).toBe(shown);
    expect(printed.stdout.split('\n')[0]).toBe(shown);
    expect(missing.stderr).toContain(`no ${shown.replace('\\u000a', ' ')}`);
    for (const { stdout, stderr } of [checked, printed, missing]) {
      expect(stdout + stderr).not.toContain('\u001b');
    }
  });

  test('--units checks names, --period overrides the path', async () => {
    const units = path.join(SAMPLES, 'units.csv');
    const passed = await jixiao('check', PUBLISHED_2021, '--units', units);
    expect(passed.code).toBe(0);
    const wrongYear = await jixiao(
      'check',
      PUBLISHED_2021,
      '--period',
      '2020',
      '--unit',
      'LG-GXJ',
      '--units',
      units,
    );
    expect(wrongYear.code).toBe(1);
    expect(wrongYear.stdout).toContain('表式和表题都是 2021 年的，却报在 2020 年度');
    expect(wrongYear.stdout).toContain('表上的部门名称是“深圳市龙岗区发展和改革局”');
  });

  test('--fix mends the rate, and the mended copy passes', async () => {
    const fixed = inFolder('fixed.xlsx');
    const { code, stdout } = await jixiao('check', PUBLISHED_2020, '--fix', fixed);
    expect(code).toBe(1);
    expect(stdout).toContain('I14（序号9）：0.9581458 → 0.9584458');
    const again = await jixiao('check', fixed, '--period', '2020', '--unit', 'LG-GXJ');
    expect([again.code, again.stdout.includes('校验通过：错误 0')]).toEqual([0, true]);
    const nothing = await jixiao('check', PUBLISHED_2021, '--fix', inFolder('same.xlsx'));
    expect(nothing.stdout).toContain('没有可以代改的');
  });
});

describe('report', () => {
  test('writes what passed, returns what did not, and sums up by period', () => {
    expect(reported.code).toBe(1);
    expect(reported.stdout).toContain('汇总 summary 2020');
    const written = readdirSync(inFolder('out')).sort();
    expect(written).toEqual(
      [
        ...['feedback.xlsx', 'findings.json'].map(
          (ending) => `2020年部门预算项目绩效自评表.${ending}`,
        ),
        ...['feedback.xlsx', 'findings.json', 'pdf', 'records.json'].flatMap((ending) => [
          `2020年部门预算项目绩效自评表（更正）.${ending}`,
          `2021年度部门预算项目绩效自评表.${ending}`,
        ]),
        ...['csv', 'json', 'xlsx'].flatMap((ending) => [
          `summary-2020.${ending}`,
          `summary-2021.${ending}`,
        ]),
        'summary.schema.json',
      ].sort(),
    );
  });

  test('--draft prints a table with errors; files of one name do not overwrite each other', async () => {
    const out = inFolder('draft');
    await jixiao('report', PUBLISHED_2020, PUBLISHED_2020, '--out', out, '--draft');
    expect(existsSync(path.join(out, '2020年部门预算项目绩效自评表.pdf'))).toBe(true);
    expect(existsSync(path.join(out, '2020年部门预算项目绩效自评表-2.pdf'))).toBe(true);
  });

  test('records.json can be given back as the revision before', async () => {
    const shortened = JSON.parse(readFileSync(inFolder(RECORDS_2021), 'utf8')) as {
      records: unknown[];
    };
    shortened.records.pop();
    const records = inFolder('before.records.json');
    writeFileSync(records, JSON.stringify(shortened));
    const { stdout } = await jixiao('check', PUBLISHED_2021, '--previous', records);
    expect(stdout).toContain('比上一版多 1 个项目：节能减排补助资金');
  });
});

describe('what goes wrong is told in one line, with exit code 2', () => {
  test.each([
    [['check'], '请给出要校验的文件'],
    [['check', 'nowhere.xlsx'], '打不开 cannot open nowhere.xlsx：找不到'],
    [['check', '.'], '是文件夹'],
    [['check', 'x.xlsx', '--period', '21'], '--period 应为四位年份'],
    [['check', 'x.xlsx', '--wrong'], "Unknown option '--wrong'"],
    [['check', 'a.xlsx', 'b.xlsx', '--fix', 'c.xlsx'], '--fix 一次只能改一个文件'],
    [['check', 'x.xlsx', '--out', 'y'], "Unknown option '--out'"],
    [['report', PUBLISHED_2021], '--out'],
    [['publish'], '没有“publish”这个命令'],
    [['report', PUBLISHED_2021, '--out', path.join(PUBLISHED_2021, 'out')], '路径上已有同名文件'],
  ])('jixiao %j', async (args, message) => {
    const { code, stdout, stderr } = await jixiao(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(message);
  });
});

test.runIf(process.platform === 'linux')(
  'nor is a place where mkdir never ends waited for',
  async () => {
    const { code, stderr } = await jixiao('report', PUBLISHED_2021, '--out', '/proc/jixiao/out');
    expect(code).toBe(2);
    expect(stderr).toMatch(/写不了.*那里不能新建.*nothing can be made there/);
  },
);

test('help is there for the whole and for each command', async () => {
  expect(await jixiao('--help')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('用法'),
  });
  for (const command of ['check', 'report', 'forms', 'rules']) {
    const { code, stdout } = await jixiao(command, '--help');
    expect([code, stdout.includes(`jixiao ${command}`)]).toEqual([0, true]);
  }
});

test('forms and rules are listed for people and for machines', async () => {
  const forms = await jixiao('forms', '--json');
  expect(JSON.parse(forms.stdout)).toMatchObject([
    { id: 'longgang-2020', columns: 27, periods: ['2020'] },
    { id: 'longgang-2021', columns: 33, periods: ['2021'] },
  ]);
  const { stdout } = await jixiao('rules');
  expect(stdout).toContain('［错误］ execution-rate-correct (E4)');
  expect(stdout).toContain('longgang-2020: warning');
});

test('a reader that stops early ends the command quietly', async () => {
  const command = `"${process.execPath}" "${path.join(ROOT, 'local/jixiao.mjs')}" rules | true`;
  const { stderr } = await new Promise<{ stderr: string }>((resolve) => {
    exec(command, { cwd: folder }, (_error, _stdout, printed) => resolve({ stderr: printed }));
  });
  expect(stderr).toBe('');
});

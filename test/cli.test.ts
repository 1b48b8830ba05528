import { exec, execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FindingsReport } from '../shared/findings-report.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SAMPLES = path.join(ROOT, 'templates/samples');
const PUBLISHED_2020 = path.join(SAMPLES, '2020/LG-GXJ/2020年部门预算项目绩效自评表.xlsx');
const MENDED_2020 = path.join(SAMPLES, '2020/LG-GXJ/2020年部门预算项目绩效自评表（更正）.xlsx');
const PUBLISHED_2021 = path.join(SAMPLES, '2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx');

let folder = '';
/** What `jixiao report` makes of the three samples, in `out`: several tests go on from it. */
let reported: Outcome;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'jixiao-cli-'));
  const samples = [PUBLISHED_2020, MENDED_2020, PUBLISHED_2021];
  reported = await jixiao('report', ...samples, '--out', inFolder('out'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const jixiao = (...args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const command = [path.join(ROOT, 'local/jixiao.mjs'), ...args];
    execFile(process.execPath, command, { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });

const inFolder = (name: string): string => path.join(folder, name);

const RECORDS_2021 = 'out/2021年度部门预算项目绩效自评表.records.json';

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
        'summary-2020.xlsx',
        'summary-2021.xlsx',
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
      '{"execution-rate-correct":"warning","long-texts-distinct":{"severity":"error","from":"2020-01-01","before":"error"}}',
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
    expect(stdout).toContain('3 个文件：1 个由通过变退回，0 个由退回变通过，2 个不变');
    writeFileSync(policy, '{"policy":{"execution-rate-correct":"warning"}}');
    const mended = await jixiao('rules', '--impact', PUBLISHED_2020, '--policy', policy, '--json');
    expect(JSON.parse(mended.stdout)).toMatchObject({
      files: [{ turn: 'accepted', errors: { now: 1, tried: 0 } }],
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

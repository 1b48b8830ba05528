import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPdf } from './read-pdf.ts';
import { commandLine, PUBLISHED_2020, PUBLISHED_2021, RECORDS_2021 } from './run-jixiao.ts';

/* Reports for paper: A4, stamped copies, and the check codes that tie these to their records. */

const NAME = '2021年度部门预算项目绩效自评表';
const REPORT = `out/${NAME}.pdf`;
const STAMPED = `out/${NAME}.stamped.pdf`;
const DRAFT = 'out/2020年部门预算项目绩效自评表.pdf';

const { jixiao, inFolder, remove } = commandLine();
afterAll(remove);

/** The text of a PDF, without white space, and how many pages it has. */
async function read(file: string): Promise<{ readonly text: string; readonly pages: number }> {
  const { texts, pages } = await readPdf(new Uint8Array(readFileSync(inFolder(file))));
  return {
    text: texts
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/gu, ''),
    pages,
  };
}

/** The check code that a stamped copy prints. */
const codeOn = async (file: string): Promise<string> =>
  /校验码([\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4})/.exec((await read(file)).text)?.[1] ?? 'none';

beforeAll(async () => {
  const options = ['--paper', 'A4', '--stamped', '--revision', '3', '--draft', '--out', 'out'];
  const { code, stderr } = await jixiao('report', PUBLISHED_2021, PUBLISHED_2020, ...options);
  // One of the tables has an error.
  expect(code, stderr).toBe(1);
});

describe('report --paper a4 --stamped', () => {
  test('writes both copies, the public one without any mark of the other', async () => {
    const [report, stamped] = [await read(REPORT), await read(STAMPED)];
    expect(report.pages).toBeGreaterThan(20);
    expect(report.text).not.toMatch(/盖章稿|校验码/);
    expect(stamped.text).toContain('盖章稿版次3');
  });

  test('makes no stamped copy of what was not accepted', async () => {
    const pdfs = readdirSync(inFolder('out')).filter((name) => name.endsWith('.pdf'));
    expect(pdfs.map((name) => `out/${name}`).sort()).toEqual([DRAFT, REPORT, STAMPED]);
    expect((await read(DRAFT)).text).toContain('草稿');
  });

  test.each([REPORT, STAMPED])('extract verifies %s', async (file) => {
    const { code, stdout, stderr } = await jixiao('extract', file);
    expect([code, stderr]).toEqual([0, '26 个项目，数据与版面文字一致 / data and pages agree\n']);
    expect(JSON.parse(stdout).records[0]).toMatchObject({ serial: '1', budgetTotal: '62.10' });
  });

  test.each([
    ['a paper there is none of', ['--paper', 'a5'], '--paper 应为 a3 或 a4'],
    ['a revision that is no number', ['--stamped', '--revision', '0'], '--revision 应为版次'],
    ['a revision without a stamped copy', ['--revision', '3'], '--revision 与 --stamped 一起用'],
  ])('%s is told in one line', async (_, options, message) => {
    const { code, stderr } = await jixiao('report', PUBLISHED_2021, '--out', 'x', ...options);
    expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toContain(message);
  });
});

describe('verify-code', () => {
  test.each([RECORDS_2021, REPORT, STAMPED])('confirms the code on paper by %s', async (file) => {
    const code = await codeOn(STAMPED);
    const typed = code.replaceAll('-', '').toLowerCase();
    const outcome = await jixiao('verify-code', typed, file, '--revision', '3');
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toContain(`校验码一致，版次 3，校验码 ${code}`);
  });

  test('the code of an A3 copy is the same: it is of the records, not of the paper', async () => {
    await jixiao('report', PUBLISHED_2021, '--stamped', '--revision', '3', '--out', 'a3');
    expect(await codeOn(`a3/${NAME}.stamped.pdf`)).toBe(await codeOn(STAMPED));
  });

  test('tells another revision, and records that were changed', async () => {
    const code = await codeOn(STAMPED);
    const other = await jixiao('verify-code', code, RECORDS_2021, '--revision', '4');
    expect([other.code, other.stdout]).toEqual([1, '']);
    expect(other.stderr).toContain('校验码不一致');
    const records = readFileSync(inFolder(RECORDS_2021), 'utf8');
    const changed = records.replace('62100000', '62200000');
    expect(changed).not.toBe(records);
    writeFileSync(inFolder('changed.json'), changed);
    const outcome = await jixiao('verify-code', code, 'changed.json', '--revision', '3');
    expect([outcome.code, outcome.stdout]).toEqual([1, '']);
  });

  test.each([
    ['what is no code', ['K7QM', RECORDS_2021], '不是校验码'],
    ['no file', ['K7QM-2XPD-9RTA'], '请给出校验码和一个文件'],
    ['a file that holds no records', ['K7QM-2XPD-9RTA', PUBLISHED_2021], '不是 records.json'],
  ])('%s is told in one line', async (_, args, message) => {
    const { code, stdout, stderr } = await jixiao('verify-code', ...args);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toContain(message);
  });

  test('a draft, which carries no data, proves nothing', async () => {
    const { code, stderr } = await jixiao('verify-code', 'K7QM-2XPD-9RTA', DRAFT);
    expect(code).toBe(1);
    expect(stderr).toContain('没有附带数据');
  });
});

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FindingsReport } from '../../shared/findings-report.ts';
import { HOSTILE_FILES } from './hostile-files.ts';

const JIXIAO = fileURLToPath(new URL('../../local/jixiao.mjs', import.meta.url));
const SAMPLE = fileURLToPath(
  new URL(
    '../../templates/samples/2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx',
    import.meta.url,
  ),
);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jixiao-hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hostile = (name: string): string => {
  const file = path.join(folder, `${name}.xlsx`);
  const found = HOSTILE_FILES.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no hostile file “${name}”`);
  writeFileSync(file, found.bytes());
  return file;
};

const jixiao = (...args: readonly string[]): Promise<{ code: number; stdout: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [JIXIAO, ...args], { cwd: folder }, (error, stdout) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout });
    });
  });

test('bombs given to check are findings, exit code 1, and the files after them are checked', async () => {
  const files = ['900 MB of cells', 'a cell of 1 MB', '10 million commas'].map(hostile);
  const { code, stdout } = await jixiao('check', '--json', ...files, SAMPLE);
  expect(code).toBe(1);
  const reports = JSON.parse(stdout) as readonly FindingsReport[];
  expect(reports.map(({ findings }) => findings.map(({ rule }) => rule)).slice(0, 3)).toEqual([
    ['file-too-heavy'],
    ['file-too-heavy'],
    ['file-is-workbook'],
  ]);
  expect(reports[3]).toMatchObject({ rows: 26, errors: 0 });
});

test('a bomb given to report leaves its findings beside the others’ outputs', async () => {
  const { code, stdout } = await jixiao('report', hostile('900 MB of cells'), '--out', 'out');
  expect(code).toBe(1);
  expect(stdout).toContain('.findings.json');
});

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The sample workbooks, and where they are kept. */
export const SAMPLES = path.join(ROOT, 'templates/samples');
export const PUBLISHED_2020 = path.join(SAMPLES, '2020/LG-GXJ/2020年部门预算项目绩效自评表.xlsx');
export const MENDED_2020 = path.join(
  SAMPLES,
  '2020/LG-GXJ/2020年部门预算项目绩效自评表（更正）.xlsx',
);
export const PUBLISHED_2021 = path.join(SAMPLES, '2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx');

/** What `report --out out` writes for the sample of 2021, below the folder it runs in. */
export const RECORDS_2021 = 'out/2021年度部门预算项目绩效自评表.records.json';

/** What a command came to. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line in a folder of its own. */
export interface CommandLine {
  readonly folder: string;
  readonly inFolder: (name: string) => string;
  readonly jixiao: (...args: readonly string[]) => Promise<Outcome>;
  readonly remove: () => void;
}

/** Makes a folder to run `jixiao` in, as a user does. */
export function commandLine(): CommandLine {
  const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-cli-'));
  return {
    folder,
    inFolder: (name) => path.join(folder, name),
    jixiao: (...args) =>
      new Promise((resolve) => {
        const command = [path.join(ROOT, 'local/jixiao.mjs'), ...args];
        execFile(process.execPath, command, { cwd: folder }, (error, stdout, stderr) => {
          resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
        });
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

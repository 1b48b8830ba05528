import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findSamples } from '../../local/demo-samples.ts';
import { runTool } from './run-tool.ts';

const JIXIAO = fileURLToPath(new URL('../../local/jixiao.mjs', import.meta.url));

/** A temporary folder with everything `jixiao report` makes of the samples. */
export interface SampleOutputs {
  /** Path of an output. */
  readonly file: (name: string) => string;
  readonly remove: () => void;
}

/** The report of each sample, that of the returned one as a draft. */
export const REPORTS = {
  '2020': '2020年部门预算项目绩效自评表.pdf',
  '2020 mended': '2020年部门预算项目绩效自评表（更正）.pdf',
  '2021': '2021年度部门预算项目绩效自评表.pdf',
} as const;

/** Runs `jixiao report` over the samples. */
export async function reportSamples(): Promise<SampleOutputs> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-samples-'));
  const samples = findSamples().map(({ file }) => file);
  const command = [JIXIAO, 'report', ...samples, '--draft', '--out', folder];
  const { stderr, exitCode } = await runTool(process.execPath, command);
  // 1 says that a file has errors, as one of the samples has.
  if (exitCode !== 1) throw new Error(`jixiao report ended with ${exitCode}:\n${stderr}`);
  return {
    file: (name) => path.join(folder, name),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

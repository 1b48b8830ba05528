import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outputOf, runTool } from './run-tool.ts';
import { describeWith, INSTALLED } from './tools.ts';

const SYNTH = fileURLToPath(new URL('../../infra/synth.ts', import.meta.url));

/** AWS, and AWS in China, where fewer resource types and properties exist. */
const REGIONS = ['us-east-1', 'cn-north-1', 'cn-northwest-1'];

/** Rule of cfn-lint → why we do without it. */
const IGNORED: Readonly<Record<string, string>> = {
  W3005:
    'A DependsOn beside a reference to the same resource. CDK writes it for roles and queue policies; it changes nothing.',
};

describeWith('cfn-lint', 'the synthesised template, read by cfn-lint', () => {
  const lint = (args: readonly string[]) =>
    runTool(path.join(INSTALLED, 'venv/bin/cfn-lint'), ['--format', 'parseable', ...args]);
  let folder: string;
  let templates: readonly string[];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'jixiao-template-'));
    const out = ['--out', path.join(folder, 'out'), '--bundles', path.join(folder, 'bundles')];
    await outputOf(process.execPath, [SYNTH, '--quiet', ...out]);
    templates = globSync(path.join(folder, 'out/*.template.json'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('has no error and no warning in any region', async () => {
    expect(templates).toHaveLength(1);
    const ignored = Object.keys(IGNORED);
    const { stdout, stderr } = await lint([
      ...['--regions', ...REGIONS],
      ...['--ignore-checks', ...ignored],
      ...['--template', ...templates],
    ]);
    expect(`${stdout}${stderr}`).toBe('');
  });

  test.each(Object.keys(IGNORED))('would be told of %s, so ignoring it is needed', async (rule) => {
    const { stdout } = await lint(['--include-checks', rule, '--template', ...templates]);
    expect(stdout.toString('utf8')).toContain(`:${rule}:`);
  });
});
